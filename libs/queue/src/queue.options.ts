import { type JobName, type QueueName } from '@app/contracts/jobs';

export const QUEUE_OPTIONS = Symbol('QUEUE_OPTIONS');

/** One try of a job, over. `failed` is for good; `retried` will be tried again. */
export interface JobEnd {
  readonly name: JobName;
  readonly outcome: 'completed' | 'retried' | 'failed';
  readonly seconds: number;
}

export interface QueueOptions {
  readonly redisUrl: string;
  /** Before every key; in braces for a Redis cluster. */
  readonly prefix: string;
  /** How many jobs of one queue this process does at a time; imports go one at a time, since each holds a file. */
  readonly concurrency?: number;
  /** How often each sweep of the schedule table runs. */
  readonly sweepEveryMs?: number;
  /** Told of every try that is over, for metrics. */
  readonly onJobEnd?: (end: JobEnd) => void;
}

/** What this process does with the queues besides publishing. */
export interface QueueRole {
  /** Queues whose jobs it handles: one handler for each of their jobs must be found at the start. */
  readonly serves?: readonly QueueName[];
  /** Whether it keeps the schedule table applied. */
  readonly schedules?: boolean;
}
