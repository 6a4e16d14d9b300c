import { JobPublisher, type JobToPublish } from '@app/application';
import { JOBS, type QueueName } from '@app/contracts/jobs';
import { Injectable } from '@nestjs/common';
import { type JobsOptions } from 'bullmq';
import { Queues } from './queues';
import { RedisConnection } from './redis-connection';

const KEEP_FAILED_SECONDS = 7 * 24 * 3600;

interface BulkJob {
  readonly name: string;
  readonly data: unknown;
  readonly opts: JobsOptions;
}

/** Jobs of one turn of the event loop for one queue, and the promise of all who wait for them. */
interface Batch {
  readonly jobs: BulkJob[];
  readonly sent: Promise<void>;
}

/**
 * Publishes by the catalogue: payload parsed before it is sent, tries and retention as written there. What is
 * published in one turn of the event loop goes to Redis in one command a queue.
 * Throws QueueUnavailable at once while there is no connection, and within 2 s where Redis hangs (the jobs may
 * then still arrive: a repeat under the same id is absorbed); throws where a payload or an id breaks the contract.
 */
@Injectable()
export class BullJobPublisher extends JobPublisher {
  private readonly batches = new Map<QueueName, Batch>();

  constructor(
    private readonly queues: Queues,
    private readonly connection: RedisConnection,
  ) {
    super();
  }

  override async publish(jobs: readonly JobToPublish[]): Promise<void> {
    const checked = jobs.map((job) => ({ queue: JOBS[job.name].queue, job: toBulkJob(job) }));
    await Promise.all(new Set(checked.map(({ queue, job }) => this.enqueue(queue, job))));
  }

  private enqueue(queue: QueueName, job: BulkJob): Promise<void> {
    const batch = this.batches.get(queue) ?? this.openBatch(queue);
    batch.jobs.push(job);
    return batch.sent;
  }

  private openBatch(queue: QueueName): Batch {
    const jobs: BulkJob[] = [];
    const sent = new Promise<void>((resolve, reject) => {
      setImmediate(() => {
        this.batches.delete(queue);
        this.connection.answer(() => this.queues.get(queue).addBulk(jobs)).then(() => resolve(), reject);
      });
    });
    const batch = { jobs, sent };
    this.batches.set(queue, batch);
    return batch;
  }
}

function toBulkJob({ name, payload, jobId, notBefore }: JobToPublish): BulkJob {
  // BullMQ refuses both, but only once they are sent.
  if (jobId.includes(':') || /^\d*$/.test(jobId)) throw new Error(`not a job id: "${jobId}"`);
  const { attempts, backoff, keepSeconds, payload: schema } = JOBS[name];
  const delay = notBefore ? Math.max(0, notBefore.getTime() - Date.now()) : 0;
  return {
    name,
    data: schema.parse(payload),
    opts: {
      jobId,
      attempts,
      backoff,
      removeOnComplete: { age: keepSeconds },
      removeOnFail: { age: KEEP_FAILED_SECONDS },
      ...(delay > 0 ? { delay } : {}),
    },
  };
}
