import {
  type ClockName,
  type Department,
  messageIdOf,
  type Notification,
  type NotificationStatus,
  reasonToDrop,
  type Ticket,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { Directory } from '../ports/directory.port';
import { type LetterFacts, LetterRenderer } from '../ports/letter-renderer.port';
import { JobPublisher } from '../ports/job-publisher.port';
import { NotificationRepository } from '../ports/notification-repository.port';
import { type Letter, LetterRefused, Notifier } from '../ports/notifier.port';
import { TicketRepository } from '../ports/ticket-repository.port';
import { PermanentFailure } from '../result.types';
import { sendJobOf } from './send-job';

/** What letters need to know of where Duban lives. */
export abstract class LetterSettings {
  /** Base of the links in letters, without a trailing slash. */
  abstract readonly publicUrl: string;
  /** The right-hand side of Message-IDs. */
  abstract readonly messageIdDomain: string;
}

/** After a day of failed tries a letter counts as failed, for people to see and send again. */
export const GIVE_UP_AFTER_MS = 24 * 60 * 60 * 1000;
/** Between two tries: twice as long each time, up to this. */
const LONGEST_PAUSE_MS = 5 * 60 * 1000;

@Injectable()
export class SendNotificationHandler {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly tickets: TicketRepository,
    private readonly directory: Directory,
    private readonly renderer: LetterRenderer,
    private readonly notifier: Notifier,
    private readonly publisher: JobPublisher,
    private readonly settings: LetterSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a pending letter with the ticket as it is now, or drops it with a reason where it no longer says something
   * true. At least once: a death after the server took it sends it again under the same Message-ID. Answers what became
   * of it, undefined where it was settled elsewhere; a letter that stays pending has its next try queued.
   */
  async execute(notificationId: string): Promise<NotificationStatus | undefined> {
    const notification = await this.notifications.byId(notificationId);
    if (!notification) throw new PermanentFailure(`there is no notification ${notificationId}`);
    if (notification.status !== 'pending') return undefined;
    const next = await this.attempt(notification).catch((error: unknown) =>
      this.afterFailure(notification, error),
    );
    if (!(await this.notifications.save(notification, next))) return undefined;
    // What cannot be queued now is found by the sweep.
    if (next.status === 'pending') await this.publisher.publish([sendJobOf(next)]).catch(() => undefined);
    return next.status;
  }

  private async attempt(notification: Notification): Promise<Notification> {
    const ticket = await this.tickets.byId(notification.ticketId);
    if (!ticket) throw new PermanentFailure(`there is no ticket ${notification.ticketId}`);
    const to = await this.addressOf(notification, ticket);
    const dropReason = to ? reasonToDrop(ticket, notification) : 'no-address';
    if (!to || dropReason !== undefined)
      return { ...notification, status: 'dropped', dropReason: dropReason ?? 'no-address' };
    await this.notifier.send(this.letterOf(notification, ticket, to, await this.directory.departments()));
    const { failingSince: _, ...rest } = notification;
    return { ...rest, status: 'sent', attempts: notification.attempts + 1, sentAt: this.clock.now() };
  }

  /** What is wrong with the letter itself ends it; for anything else it waits, a day at most. */
  private afterFailure(notification: Notification, error: unknown): Notification {
    const now = this.clock.now();
    const attempts = notification.attempts + 1;
    const { failingSince = now, ...rest } = notification;
    const tried = { ...rest, attempts, lastError: describe(error) };
    const hopeless = error instanceof LetterRefused || error instanceof PermanentFailure;
    if (hopeless || now.getTime() - failingSince.getTime() >= GIVE_UP_AFTER_MS)
      return { ...tried, status: 'failed' };
    const pause = Math.min(1000 * 2 ** attempts, LONGEST_PAUSE_MS);
    return { ...tried, failingSince, notBefore: new Date(now.getTime() + pause) };
  }

  private async addressOf(
    { recipient }: Notification,
    { reporter }: Ticket,
  ): Promise<Letter['to'] | undefined> {
    if (recipient.kind === 'reporter')
      return reporter.email === undefined
        ? undefined
        : { address: reporter.email, ...(reporter.name === undefined ? {} : { name: reporter.name }) };
    const person = await this.directory.person(recipient.personId);
    return person?.active && person.email !== undefined
      ? { address: person.email, name: person.name }
      : undefined;
  }

  /** Throws PermanentFailure where no letter can be made of it. */
  private letterOf(...facts: Parameters<typeof this.compose>): Letter {
    try {
      return this.compose(...facts);
    } catch (error) {
      throw new PermanentFailure(`the letter cannot be written: ${String(error)}`, { cause: error });
    }
  }

  private compose(
    notification: Notification,
    ticket: Ticket,
    to: Letter['to'],
    departments: readonly Department[],
  ): Letter {
    const event = ticket.log.find(({ id }) => id === notification.eventId);
    const clock = event?.facts.clock as ClockName | undefined;
    const { response, resolution } = ticket.clocks;
    const { publicUrl, messageIdDomain } = this.settings;
    const facts: LetterFacts = {
      kind: notification.kind,
      ticketNumber: ticket.number,
      title: ticket.title,
      description: ticket.description,
      level: notification.level,
      link:
        notification.recipient.kind === 'reporter'
          ? `${publicUrl}/track/${ticket.trackingCode}`
          : `${publicUrl}/tickets/${ticket.number}`,
      ...optional('recipientName', to.name),
      ...optional('department', departments.find(({ code }) => code === ticket.department)?.name),
      ...optional('ownerName', ticket.owner?.name),
      ...optional('location', ticket.location),
      ...optional('responseDueAt', response?.stoppedAt ? undefined : response?.dueAt),
      ...optional('resolveDueAt', resolution?.dueAt),
      ...optional('answerBefore', ticket.autoCloseAt ?? acceptanceDeadline(ticket)),
      ...optional(
        'text',
        event?.text ?? (notification.kind === 'reporter-asked' ? ticket.result?.text : undefined),
      ),
      ...optional('clock', clock),
      ...(clock === undefined
        ? {}
        : { overdue: (ticket.clocks[clock]?.dueAt ?? this.clock.now()) < this.clock.now() }),
    };
    return {
      messageId: messageIdOf(notification.id, messageIdDomain),
      to,
      ...this.renderer.render(facts),
      ...optional('correlationId', notification.correlationId),
    };
  }
}

/** What a dispatcher has to keep: the acceptance deadline, while the ticket waits to be placed. */
function acceptanceDeadline({ status, clocks }: Ticket): Date | undefined {
  return status === 'submitted' ? clocks.acceptance.dueAt : undefined;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

/** Name and SMTP answer without the address, which some servers repeat. */
function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
  return text.replace(/[^\s<>"]+@[^\s<>"]+/g, '<address>').slice(0, 300);
}
