import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { EventRelay } from '../ports/event-relay.port';
import { JobPublisher } from '../ports/job-publisher.port';
import { NotificationRepository } from '../ports/notification-repository.port';
import { OutboxStore, TicketRepository } from '../ports/ticket-repository.port';
import { ImportDesk } from '../session/import-desk';
import { FireTimersHandler } from '../ticket/fire-timers/fire-timers.handler';
import { sendJobOf } from '../notification/send-job';

/** What a sweep takes in one go; it goes on until nothing is left. */
const BATCH = 200;
const AT_ONCE = 16;
/** The oldest entries of the outbox that one sweep queues again. */
const OUTBOX_BATCH = 1_000;
/** Younger than this an outbox entry is still on its way. */
const OUTBOX_GRACE_MS = 5_000;
const NOTIFICATION_GRACE_MS = 30_000;
const IMPORT_GRACE_MS = 30_000;

/** Everything that time or a crash left to do; each may run anywhere, any number of times at once. */
@Injectable()
export class Sweeps {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly outbox: OutboxStore,
    private readonly notifications: NotificationRepository,
    private readonly relay: EventRelay,
    private readonly publisher: JobPublisher,
    private readonly timers: FireTimersHandler,
    private readonly imports: ImportDesk,
    private readonly clock: Clock,
  ) {}

  /** Fires what is due; a ticket that fails does not hold up the others. Answers how many were looked at. */
  async dueSteps(): Promise<number> {
    const now = this.clock.now();
    const seen = new Set<string>();
    const failures: unknown[] = [];
    const fire = (id: string) => this.timers.execute(id).catch((error: unknown) => failures.push(error));
    for (let limit = BATCH, full = true; full;) {
      const due = await this.tickets.dueBefore(now, limit);
      const fresh = due.filter((id) => !seen.has(id));
      full = due.length === limit;
      // What was seen and is still due stands in front of the rest, however many they are.
      limit = BATCH + due.length - fresh.length;
      for (let start = 0; start < fresh.length; start += AT_ONCE)
        await Promise.all(fresh.slice(start, start + AT_ONCE).map(fire));
      for (const id of fresh) seen.add(id);
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} of ${seen.size} due tickets failed`);
    return seen.size;
  }

  /** Queues again what is not done yet; what still waits in a queue is not doubled, its job id being the same. */
  async undoneWork(): Promise<number> {
    const entries = await this.outbox.pending(this.ago(OUTBOX_GRACE_MS), OUTBOX_BATCH);
    if (entries.length > 0) await this.relay.publish(entries);
    return entries.length;
  }

  /** Hands letters to the queue again that were never settled. */
  async stuckNotifications(): Promise<number> {
    const before = this.ago(NOTIFICATION_GRACE_MS);
    let count = 0;
    let stuck = await this.notifications.stuck(before, BATCH);
    while (stuck.length > 0) {
      await this.publisher.publish(stuck.map(sendJobOf));
      count += stuck.length;
      stuck = await this.notifications.stuck(before, BATCH, stuck.at(-1));
    }
    return count;
  }

  /** Takes up imports whose worker fell silent. */
  silentImports(): Promise<number> {
    return this.imports.takeUpSilent(this.ago(IMPORT_GRACE_MS), BATCH);
  }

  private ago(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() - milliseconds);
  }
}
