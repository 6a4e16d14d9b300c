import { type ClockName, messageIdOf, type Notification, reasonToDrop, type Ticket } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { Directory } from '../ports/directory.port';
import { type LetterFacts, LetterRenderer } from '../ports/letter-renderer.port';
import { NotificationRepository } from '../ports/notification-repository.port';
import { type Letter, LetterRefused, Notifier } from '../ports/notifier.port';
import { TicketRepository } from '../ports/ticket-repository.port';
import { PermanentFailure } from '../result.types';

/** What letters need to know of where Duban lives. */
export abstract class LetterSettings {
  /** Base of the links in letters, without a trailing slash. */
  abstract readonly publicUrl: string;
  /** The right-hand side of Message-IDs. */
  abstract readonly messageIdDomain: string;
}

/** After this many failed tries a letter counts as failed, for people to see and send again. */
export const MAX_SEND_ATTEMPTS = 10;

@Injectable()
export class SendNotificationHandler {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly tickets: TicketRepository,
    private readonly directory: Directory,
    private readonly renderer: LetterRenderer,
    private readonly notifier: Notifier,
    private readonly settings: LetterSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a pending letter with the ticket as it is now, or drops it with a reason where it no longer says something
   * true. At least once: a death after the server took it sends it again under the same Message-ID. Throws where a
   * later try may help.
   */
  async execute(notificationId: string): Promise<void> {
    const notification = await this.notifications.byId(notificationId);
    if (!notification) throw new PermanentFailure(`there is no notification ${notificationId}`);
    if (notification.status !== 'pending') return;
    const ticket = await this.tickets.byId(notification.ticketId);
    if (!ticket) throw new PermanentFailure(`notification ${notificationId} is about no ticket`);
    const to = await this.addressOf(notification, ticket);
    const dropReason = to ? reasonToDrop(ticket, notification) : 'no-address';
    if (!to || dropReason !== undefined) {
      await this.notifications.save(notification, {
        ...notification,
        status: 'dropped',
        dropReason: dropReason ?? 'no-address',
      });
      return;
    }
    const letter = await this.letterOf(notification, ticket, to);
    try {
      await this.notifier.send(letter);
    } catch (error) {
      await this.noteFailure(notification, error);
      throw error instanceof LetterRefused
        ? new PermanentFailure(`notification ${notificationId} was refused`)
        : error;
    }
    const sent = {
      ...notification,
      status: 'sent' as const,
      attempts: notification.attempts + 1,
      sentAt: this.clock.now(),
    };
    await this.notifications.save(notification, sent);
  }

  private async noteFailure(notification: Notification, error: unknown): Promise<void> {
    const attempts = notification.attempts + 1;
    const failed = error instanceof LetterRefused || attempts >= MAX_SEND_ATTEMPTS;
    await this.notifications.save(notification, {
      ...notification,
      attempts,
      status: failed ? 'failed' : 'pending',
      lastError: describe(error),
    });
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

  private async letterOf(notification: Notification, ticket: Ticket, to: Letter['to']): Promise<Letter> {
    const departments = await this.directory.departments();
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
