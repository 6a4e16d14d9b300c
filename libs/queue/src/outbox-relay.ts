import { EventRelay, jobOf, JobPublisher, type OutboxEntry } from '@app/application';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';

/** More than this waiting means the queues are away; the rest is left to the sweep. */
const MOST_WAITING = 5_000;

/** Carries work to the queues: whatever gathers while one batch is on its way makes the next. */
@Injectable()
export class OutboxRelay extends EventRelay implements OnApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private waiting: OutboxEntry[] = [];
  private flushing: Promise<void> | undefined;

  constructor(private readonly publisher: JobPublisher) {
    super();
  }

  override nudge(entries: readonly OutboxEntry[]): void {
    if (this.waiting.length < MOST_WAITING) this.waiting.push(...entries);
    this.flushing ??= this.flush().finally(() => (this.flushing = undefined));
  }

  override publish(entries: readonly OutboxEntry[]): Promise<void> {
    return this.publisher.publish(entries.map(jobOf));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flushing;
  }

  private async flush(): Promise<void> {
    // Let the request that nudged answer first.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.publish(batch);
      } catch (error) {
        this.logger.warn({ err: error, entries: batch.length }, 'work not queued; the sweep will repeat it');
      }
    }
  }
}
