import { PermanentFailure } from '@app/application';
import { JOBS, type JobName, type QueueName } from '@app/contracts/jobs';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DelayedError, UnrecoverableError, Worker, type Job } from 'bullmq';
import { CLS_ID, ClsServiceManager } from 'nestjs-cls';
import { type JobContext } from './handles-job';
import { JobDiscovery, type JobRegistry } from './job-registry';
import { QUEUE_OPTIONS, type JobEnd, type QueueOptions } from './queue.options';
import { RedisConnection } from './redis-connection';

export const SERVED_QUEUES = Symbol('SERVED_QUEUES');

/**
 * At most so many at a time, whatever the setting: an import holds a file, a sweep reads whole indexes, and what is
 * announced should stand in the feed in the order it happened.
 */
const MOST_AT_A_TIME: Readonly<Partial<Record<QueueName, number>>> = {
  announcements: 1,
  imports: 1,
  maintenance: 4,
};
/** A job whose worker died is taken up by another within lock + check, some twenty seconds. */
const LOCK_MS = 15_000;
const STALLED_CHECK_MS = 5000;
/** A job that takes its worker down with it each time must end as failed at some point. */
const MOST_STALLS = 10;

/** Handles the jobs of the served queues: one BullMQ worker a queue, started once every handler is found. */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobWorkers.name);
  private readonly stopping = new AbortController();
  private workers: Worker[] = [];

  constructor(
    @Inject(SERVED_QUEUES) private readonly queues: readonly QueueName[],
    @Inject(QUEUE_OPTIONS) private readonly options: QueueOptions,
    private readonly discovery: JobDiscovery,
    private readonly connection: RedisConnection,
  ) {}

  onApplicationBootstrap(): void {
    const registry = this.findHandlers();
    this.workers = this.queues.map((queue) => {
      const worker = new Worker(queue, (job, token) => this.process(registry, job, token), {
        connection: this.connection.redis,
        prefix: this.options.prefix,
        concurrency: Math.min(this.options.concurrency ?? 8, MOST_AT_A_TIME[queue] ?? Infinity),
        lockDuration: LOCK_MS,
        stalledInterval: STALLED_CHECK_MS,
        maxStalledCount: MOST_STALLS,
        runRetryDelay: 1000,
      });
      return worker.on('error', this.connection.report);
    });
  }

  private findHandlers(): JobRegistry {
    try {
      return this.discovery.handlersFor(this.queues);
    } catch (error) {
      // Nest closes nothing of an app whose start failed, and an open connection would keep the process alive.
      this.connection.onApplicationShutdown();
      throw error;
    }
  }

  /** Takes no more jobs, asks those under way to stop, and waits for them. */
  async beforeApplicationShutdown(): Promise<void> {
    // Closing first: a job that is put back must not be taken by the very worker that gave it up.
    const closed = this.workers.map((worker) => worker.close());
    this.stopping.abort();
    await Promise.all(closed);
  }

  private async process(registry: JobRegistry, job: Job, token: string | undefined): Promise<void> {
    const context = this.contextOf(job);
    const start = performance.now();
    const end = (outcome: JobEnd['outcome']) =>
      this.options.onJobEnd?.({
        name: job.name as JobName,
        outcome,
        seconds: (performance.now() - start) / 1000,
      });
    await ClsServiceManager.getClsService().runWith({ [CLS_ID]: context.correlationId }, async () => {
      try {
        // Taken in the very moment of closing.
        this.stopping.signal.throwIfAborted();
        await handle(registry, job, context);
        end('completed');
      } catch (error) {
        if (this.stopping.signal.aborted) {
          await job.moveToDelayed(Date.now(), token);
          throw new DelayedError();
        }
        const isFinal = context.isLastAttempt || error instanceof UnrecoverableError;
        end(isFinal ? 'failed' : 'retried');
        const line = { err: error, job: job.name, jobId: context.jobId, attempt: context.attempt };
        if (isFinal) this.logger.error(line, 'job failed');
        else this.logger.warn(line, 'job will be tried again');
        throw error;
      }
    });
  }

  private contextOf(job: Job): JobContext {
    const { correlationId, eventId } = (job.data ?? {}) as { correlationId?: unknown; eventId?: unknown };
    const jobId = job.id ?? '';
    const attempt = job.attemptsMade + 1;
    return {
      jobId,
      correlationId: [correlationId, eventId].find((id) => typeof id === 'string') ?? jobId,
      attempt,
      isLastAttempt: attempt >= (job.opts.attempts ?? 1),
      signal: this.stopping.signal,
    };
  }
}

/** Parses and handles; what can never succeed is thrown as UnrecoverableError, which BullMQ does not try again. */
async function handle(registry: JobRegistry, job: Job, context: JobContext): Promise<void> {
  const handler = registry.get(job.name as JobName);
  if (!handler) throw new UnrecoverableError(`no such job: ${job.name}`);
  const payload = JOBS[job.name as JobName].payload.safeParse(job.data);
  if (!payload.success) {
    const places = payload.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`);
    throw new UnrecoverableError(`payload breaks the contract of ${job.name}: ${places.join(', ')}`);
  }
  try {
    await handler(payload.data, context);
  } catch (error) {
    if (!(error instanceof PermanentFailure)) throw error;
    throw Object.assign(new UnrecoverableError(error.message), { cause: error });
  }
}
