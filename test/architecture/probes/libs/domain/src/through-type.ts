// fires: domain-edges
import { type JobName } from '@app/contracts/jobs';

export type Planted = JobName;
