import { JobPublisher, type JobToPublish } from '@app/application';
import { JOBS, type QueueName } from '@app/contracts/jobs';
import { Injectable } from '@nestjs/common';
import { type JobsOptions, type Queue } from 'bullmq';
import { Queues } from './queues';
import { RedisConnection } from './redis-connection';

interface BulkJob {
  readonly name: string;
  readonly data: unknown;
  readonly opts: JobsOptions;
}

/**
 * Publishes by the catalogue: payload parsed before it is sent, tries as written there, and not kept once
 * over. Several jobs
 * for one queue go in one transaction. Jobs published one by one are not gathered into such: measured, a transaction
 * of one costs twice an `add`, and 64 concurrent `add`s are as fast as one transaction, being sent together anyway.
 * Throws QueueUnavailable at once while there is no connection, and within 2 s where Redis hangs (the jobs may
 * then still arrive: a repeat under the same id is absorbed); throws where a payload or an id breaks the contract.
 */
@Injectable()
export class BullJobPublisher extends JobPublisher {
  constructor(
    private readonly queues: Queues,
    private readonly connection: RedisConnection,
  ) {
    super();
  }

  override async publish(jobs: readonly JobToPublish[]): Promise<void> {
    // All are checked before the first is sent.
    const byQueue = new Map<QueueName, BulkJob[]>();
    for (const job of jobs) {
      const { queue } = JOBS[job.name];
      const batch = byQueue.get(queue) ?? [];
      batch.push(toBulkJob(job));
      byQueue.set(queue, batch);
    }
    await Promise.all([...byQueue].map(([queue, batch]) => this.send(this.queues.get(queue), batch)));
  }

  private async send(queue: Queue, batch: BulkJob[]): Promise<void> {
    const [{ name, data, opts }, ...others] = batch as [BulkJob, ...BulkJob[]];
    await this.connection.answer(async () => {
      if (others.length === 0) await queue.add(name, data, opts);
      else await queue.addBulk(batch);
    });
  }
}

function toBulkJob({ name, payload, jobId, notBefore }: JobToPublish): BulkJob {
  // BullMQ refuses both, but only once they are sent.
  if (jobId.includes(':') || /^\d*$/.test(jobId)) throw new Error(`not a job id: "${jobId}"`);
  const { attempts, backoff, payload: schema } = JOBS[name];
  const delay = notBefore ? Math.max(0, notBefore.getTime() - Date.now()) : 0;
  return {
    name,
    data: schema.parse(payload),
    opts: {
      jobId,
      attempts,
      backoff,
      // A kept id would block the repeat that a sweep asks for.
      removeOnComplete: true,
      removeOnFail: true,
      ...(delay > 0 ? { delay } : {}),
    },
  };
}
