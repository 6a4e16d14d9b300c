import { JOBS, type JobPayload } from '@app/contracts/jobs';

type Sweep = JobPayload<'sweep.run'>['sweep'];

/** Every sweep there is; a sweep of the catalogue without a row does not compile. */
const SWEEPS: Readonly<Record<Sweep, Sweep>> = {
  'due-steps': 'due-steps',
  outbox: 'outbox',
  notifications: 'notifications',
  imports: 'imports',
};

export interface Schedule {
  /** Also the id under which Redis keeps it. */
  readonly id: string;
  readonly everyMs: number;
  readonly payload: JobPayload<'sweep.run'>;
}

export const SCHEDULED_JOB = 'sweep.run';
export const SCHEDULED_QUEUE = JOBS[SCHEDULED_JOB].queue;

/** The schedule table: each sweep every `sweepEveryMs` milliseconds. */
export function schedules(sweepEveryMs: number): readonly Schedule[] {
  return Object.values(SWEEPS).map((sweep) => ({
    id: `sweep-${sweep}`,
    everyMs: sweepEveryMs,
    payload: { sweep },
  }));
}
