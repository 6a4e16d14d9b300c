// fires: domain-edges
export const planted = () => import('@app/platform');
