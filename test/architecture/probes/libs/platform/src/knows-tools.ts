// fires: platform-edges, production-never-imports-tools
import { planted as tool } from '../../../tools/planted/knows-test';

export const planted = tool;
