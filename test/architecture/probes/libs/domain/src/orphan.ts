// fires: no-orphans
export const planted = 1;
