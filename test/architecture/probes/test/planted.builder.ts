// fires: nothing
export const planted = 1;
