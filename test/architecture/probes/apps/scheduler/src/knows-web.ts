// fires: apps-never-each-other
import { type Planted as Web } from '../../web/src/knows-jobs';

export type Planted = Web;
export const planted = 1;
