import { JOBS, type JobPayload } from '@app/contracts/jobs';

type Sweep = JobPayload<'sweep.run'>['sweep'];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Every sweep there is and its interval, the usual one unless it has its own; a sweep without a row does not compile. */
const SWEEPS: Readonly<Record<Sweep, number | 'usual'>> = {
  'due-steps': 'usual',
  outbox: 'usual',
  office: 'usual',
  // What was written since is held by its own chain alone.
  anchors: 600_000,
  notifications: 'usual',
  imports: 'usual',
  identities: 'usual',
  'calendar-changes': 'usual',
  'calendar-years': DAY_MS,
  attachments: HOUR_MS,
  // Looks at everyone; a change of one person has a job of its own.
  duties: 60_000,
};

export interface Schedule {
  /** Also the id under which Redis keeps it. */
  readonly id: string;
  readonly everyMs: number;
  readonly payload: JobPayload<'sweep.run'>;
}

export const SCHEDULED_JOB = 'sweep.run';
export const SCHEDULED_QUEUE = JOBS[SCHEDULED_JOB].queue;

/** The schedule table: each sweep every `sweepEveryMs` milliseconds, but those that have an interval of their own. */
export function schedules(sweepEveryMs: number): readonly Schedule[] {
  return (Object.keys(SWEEPS) as Sweep[]).map((sweep) => {
    const every = SWEEPS[sweep];
    return {
      id: `sweep-${sweep}`,
      everyMs: every === 'usual' ? sweepEveryMs : every,
      payload: { sweep },
    };
  });
}
