import {
  CLOCKS,
  decideRecipients,
  type Notification,
  sendNotBefore,
  type Ticket,
  type TicketLogEntry,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { Directory } from '../ports/directory.port';
import { Ids } from '../ports/ids.port';
import { JobPublisher } from '../ports/job-publisher.port';
import { NotificationRepository } from '../ports/notification-repository.port';
import { TicketRepository } from '../ports/ticket-repository.port';
import { PermanentFailure } from '../result.types';
import { followersOf } from './followers';
import { sendJobOf } from './send-job';

const OFFICES = ['head', 'dispatcher', 'director', 'leader'] as const;

@Injectable()
export class PlanNotificationsHandler {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly directory: Directory,
    private readonly notifications: NotificationRepository,
    private readonly publisher: JobPublisher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Decides who hears of an event and records one notification each, then hands them on. Safe to repeat. */
  async execute(ticketId: string, eventId: string): Promise<void> {
    const ticket = await this.tickets.byId(ticketId);
    const event = ticket?.log.find(({ id }) => id === eventId);
    if (!ticket || !event) throw new PermanentFailure(`ticket ${ticketId} has no event ${eventId}`);
    const planned = await this.plan(ticket, event);
    if (planned.length === 0) return;
    const stored = await this.notifications.createOnce(planned);
    // A letter that cannot be queued now is found by the sweep, but a retry is sooner.
    await this.publisher.publish(stored.filter(({ status }) => status === 'pending').map(sendJobOf));
  }

  private async plan(ticket: Ticket, event: TicketLogEntry): Promise<Notification[]> {
    const [followers, calendar, policy, awayOrActing, ...offices] = await Promise.all([
      followersOf(this.tickets, ticket.id),
      this.directory.calendar(),
      this.directory.policy(ticket.policy.code, ticket.policy.version),
      this.directory.awayOrActing(),
      ...OFFICES.map((role) => this.directory.people({ role })),
    ]);
    if (!policy) throw new Error(`ticket ${ticket.id} is governed by a policy that is not stored`);
    const now = this.clock.now();
    const letters = decideRecipients(ticket, event, {
      officeHolders: [...offices.flat(), ...awayOrActing],
      now,
      maxHops: policy.maxHops,
      followers,
    });
    const clock = CLOCKS.find((name) => name === event.facts.clock) ?? 'resolution';
    const timing = {
      messagesAnyTime: policy.messagesAnyTime,
      aroundTheClock: policy[clock].unit === 'clock-minutes',
    };
    const notBefore = sendNotBefore(calendar, now, event, timing);
    return letters.map((letter) => ({
      ...letter,
      id: this.ids.next(),
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      eventId: event.id,
      channel: 'email',
      status: 'pending',
      attempts: 0,
      round: 0,
      createdAt: now,
      notBefore,
      ...(event.correlationId === undefined ? {} : { correlationId: event.correlationId }),
    }));
  }
}
