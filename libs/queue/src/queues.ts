import { QUEUE_NAMES, type QueueName } from '@app/contracts/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { getQueueToken } from '@nestjs/bullmq';
import { type Queue } from 'bullmq';
import { RedisConnection } from './redis-connection';

export const QUEUE_LIST = Symbol('QUEUE_LIST');
const COUNTED = ['waiting', 'active', 'delayed'] as const;

export interface QueueDepth {
  readonly queue: QueueName;
  readonly jobs: Readonly<Record<(typeof COUNTED)[number], number>>;
  /** For how long the first of the waiting has waited; 0 where none waits. */
  readonly oldestWaitingSeconds: number;
}

/** Every queue of the catalogue, by name. */
@Injectable()
export class Queues {
  private readonly byName: ReadonlyMap<string, Queue>;

  constructor(
    @Inject(QUEUE_LIST) queues: readonly Queue[],
    private readonly connection: RedisConnection,
  ) {
    this.byName = new Map(queues.map((queue) => [queue.name, queue]));
    for (const queue of queues) queue.on('error', connection.report);
  }

  get(name: QueueName): Queue {
    const queue = this.byName.get(name);
    if (!queue) throw new Error(`no queue ${name}`);
    return queue;
  }

  /** Resolves when Redis answers; throws QueueUnavailable where it does not. */
  ping(): Promise<void> {
    return this.connection.ping();
  }

  /** How full each queue is at `now`. Throws QueueUnavailable where it does not. */
  async depths(now: Date): Promise<QueueDepth[]> {
    return this.connection.answer(() =>
      Promise.all(
        QUEUE_NAMES.map(async (name) => {
          const queue = this.get(name);
          const [counts, [oldest]] = await Promise.all([
            queue.getJobCounts(...COUNTED),
            queue.getJobs('wait', 0, 0, true),
          ]);
          return {
            queue: name,
            jobs: Object.fromEntries(
              COUNTED.map((state) => [state, counts[state] ?? 0]),
            ) as QueueDepth['jobs'],
            oldestWaitingSeconds: oldest ? Math.max(0, (now.getTime() - oldest.timestamp) / 1000) : 0,
          };
        }),
      ),
    );
  }
}

export const QUEUE_TOKENS = QUEUE_NAMES.map((name) => getQueueToken(name));
