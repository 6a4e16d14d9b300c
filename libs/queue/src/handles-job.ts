import { type JobName, type JobPayload } from '@app/contracts/jobs';
import { SetMetadata } from '@nestjs/common';

export const HANDLES_JOB = Symbol('HANDLES_JOB');

/** What a handler may know of the try it is in. */
export interface JobContext {
  readonly jobId: string;
  readonly correlationId: string;
  /** From 1 on. */
  readonly attempt: number;
  /** If this try fails, the job has failed: the moment to record that for people to see. */
  readonly isLastAttempt: boolean;
  /** Aborted when the process is to stop. A handler that then throws has its job done anew elsewhere, at no cost. */
  readonly signal: AbortSignal;
}

type Handler<N extends JobName> = (payload: JobPayload<N>, context: JobContext) => Promise<void>;

/** Marks a provider's method as the one handler of the job `name`; a method for another payload does not compile. */
export function HandlesJob<N extends JobName>(name: N) {
  return <H extends Handler<N>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    SetMetadata(HANDLES_JOB, name)(target, key, descriptor);
  };
}
