// fires: web-edges
import { type JobName } from '@app/contracts/jobs';

export type Planted = JobName;
