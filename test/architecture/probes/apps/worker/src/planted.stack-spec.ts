// fires: nothing
export type Planted = string;
