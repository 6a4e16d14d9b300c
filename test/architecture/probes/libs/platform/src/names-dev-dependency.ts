// fires: no-dev-dependency
import { parse } from 'yaml';

export const planted = parse;
