// fires: web-edges, contracts-have-no-root-door
import { planted as contracts } from '../../../libs/contracts/src/index';

export const planted = contracts;
