// fires: platform-edges, nobody-imports-an-app
import { planted as app } from '../../../apps/scheduler/src/knows-web';

export const planted = app;
