import { JOBS } from '@app/contracts/jobs';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type JobSchedulerJson } from 'bullmq';
import { QUEUE_OPTIONS, type QueueOptions } from './queue.options';
import { Queues } from './queues';
import { RedisConnection } from './redis-connection';
import { SCHEDULED_JOB, SCHEDULED_QUEUE, schedules, type Schedule } from './schedules';

const APPLY_EVERY_MS = 3000;
/** Redis counts the next run ahead; one this far behind has lost its job and is set anew. */
const LOST_AFTER_RUNS = 3;
const LOST_AFTER_MS = 10_000;

/**
 * Keeps the schedule table applied: adds what is missing or different, removes what is in Redis and not in the
 * table, and looks again every 3 s, so that a wiped Redis heals. Any number of keepers do no harm, since a
 * schedule is one entry in Redis whoever writes it.
 */
@Injectable()
export class ScheduleKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly table: readonly Schedule[];
  private timer: NodeJS.Timeout | undefined;
  private applying: Promise<void> = Promise.resolve();

  constructor(
    @Inject(QUEUE_OPTIONS) options: QueueOptions,
    private readonly queues: Queues,
    private readonly connection: RedisConnection,
  ) {
    this.table = schedules(options.sweepEveryMs ?? 5000);
  }

  onApplicationBootstrap(): void {
    const tick = () => {
      this.applying = this.connection.answer(() => this.apply()).catch(this.connection.report);
      void this.applying.then(() => {
        if (this.timer) this.timer = setTimeout(tick, APPLY_EVERY_MS);
      });
    };
    this.timer = setTimeout(tick, 0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.applying;
  }

  /** Makes Redis agree with the table. */
  private async apply(): Promise<void> {
    const queue = this.queues.get(SCHEDULED_QUEUE);
    const kept = new Map((await queue.getJobSchedulers()).map((scheduler) => [scheduler.key, scheduler]));
    for (const schedule of this.table) {
      if (!isInForce(kept.get(schedule.id), schedule)) await this.upsert(schedule);
    }
    for (const id of kept.keys()) {
      if (!this.table.some((schedule) => schedule.id === id)) await queue.removeJobScheduler(id);
    }
  }

  private async upsert({ id, everyMs, payload }: Schedule): Promise<void> {
    const { attempts } = JOBS[SCHEDULED_JOB];
    await this.queues.get(SCHEDULED_QUEUE).upsertJobScheduler(
      id,
      { every: everyMs },
      {
        name: SCHEDULED_JOB,
        data: payload,
        opts: { attempts, removeOnComplete: true, removeOnFail: true },
      },
    );
  }
}

function isInForce(kept: JobSchedulerJson | undefined, { everyMs }: Schedule): boolean {
  const patience = Math.max(everyMs * LOST_AFTER_RUNS, LOST_AFTER_MS);
  return kept !== undefined && Number(kept.every) === everyMs && (kept.next ?? 0) > Date.now() - patience;
}
