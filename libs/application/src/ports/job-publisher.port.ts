import { type JobName, type JobPayload } from '@app/contracts/jobs';

export interface JobToPublish<N extends JobName = JobName> {
  readonly name: N;
  readonly payload: JobPayload<N>;
  /** The same id is taken once while the earlier job waits or runs; no colon, not all digits. */
  readonly jobId: string;
  /** Not before this instant. */
  readonly notBefore?: Date;
}

/** Hands work to the queues. A failure here loses nothing: the sweeps repeat what was missed. */
export abstract class JobPublisher {
  abstract publish(jobs: readonly JobToPublish[]): Promise<void>;
}
