import {
  type LetterText,
  messageIdOf,
  type Notification,
  type NotificationStatus,
  reasonToDrop,
  type Ticket,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { Directory } from '../ports/directory.port';
import { IdentityVault } from '../ports/identity-vault.port';
import { LetterRenderer } from '../ports/letter-renderer.port';
import { JobPublisher } from '../ports/job-publisher.port';
import { NotificationRepository } from '../ports/notification-repository.port';
import { type Letter, LetterRefused, Notifier } from '../ports/notifier.port';
import { TicketRepository } from '../ports/ticket-repository.port';
import { PermanentFailure } from '../result.types';
import { followersOf } from './followers';
import { letterFactsOf, type LetterOccasion } from './letter-facts';
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
    private readonly vault: IdentityVault,
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
    const { recipient } = notification;
    const ticket = await this.ticket(notification.ticketId);
    const addressed =
      recipient.kind === 'reporter' && recipient.followerId !== undefined
        ? await this.ticket(recipient.followerId)
        : ticket;
    const to = await this.addressOf(notification, addressed);
    // A ticket that has been unmerged hears of its own progress again.
    const left = addressed !== ticket && addressed.status !== 'merged';
    const dropReason = left ? 'moved-on' : reasonToDrop(ticket, notification, this.clock.now());
    if (!to || dropReason !== undefined)
      return { ...notification, status: 'dropped', dropReason: dropReason ?? 'no-address' };
    const worked = ticket.mergedInto ? await this.ticket(ticket.mergedInto.id) : ticket;
    const followers = ticket.status === 'withdrawn' ? await followersOf(this.tickets, ticket.id) : [];
    const [departments, own] = await Promise.all([
      this.directory.departments(),
      this.directory.letterText(notification.kind),
    ]);
    const letter = this.letterOf(notification, to, own, {
      ticket,
      addressed,
      worked,
      departments,
      followers: followers.length,
    });
    await this.notifier.send(letter);
    const { failingSince: _, ...rest } = notification;
    return { ...rest, status: 'sent', attempts: notification.attempts + 1, sentAt: this.clock.now() };
  }

  private async ticket(id: string): Promise<Ticket> {
    const ticket = await this.tickets.byId(id);
    if (!ticket) throw new PermanentFailure(`there is no ticket ${id}`);
    return ticket;
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

  private async addressOf({ recipient }: Notification, ticket: Ticket): Promise<Letter['to'] | undefined> {
    if (recipient.kind === 'reporter') {
      // Known for as long as the letter takes, and recorded nowhere.
      const { reporter } = ticket;
      const { email, name } = reporter.identity === 'hidden' ? await this.vault.open(ticket.id) : reporter;
      return email === undefined ? undefined : { address: email, ...(name === undefined ? {} : { name }) };
    }
    const person = await this.directory.person(recipient.personId);
    return person?.active && person.email !== undefined
      ? { address: person.email, name: person.name }
      : undefined;
  }

  /** Throws PermanentFailure where no letter can be made of it. */
  private letterOf(
    notification: Notification,
    to: Letter['to'],
    own: LetterText | undefined,
    known: Pick<LetterOccasion, 'ticket' | 'addressed' | 'worked' | 'departments' | 'followers'>,
  ): Letter {
    const { id, eventId, correlationId } = notification;
    const { publicUrl, messageIdDomain } = this.settings;
    const event = known.ticket.log.find((entry) => entry.id === eventId);
    if (!event) throw new PermanentFailure(`there is no event ${eventId}`);
    const occasion = {
      ...known,
      notification,
      event,
      recipientName: to.name,
      publicUrl,
      now: this.clock.now(),
    };
    try {
      return {
        messageId: messageIdOf(id, messageIdDomain),
        to,
        ...this.renderer.render(letterFactsOf(occasion), own),
        ...(correlationId === undefined ? {} : { correlationId }),
      };
    } catch (error) {
      throw new PermanentFailure(`the letter cannot be written: ${String(error)}`, { cause: error });
    }
  }
}

/** Name and SMTP answer without the address, which some servers repeat. */
function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
  return text.replace(/[^\s<>"]+@[^\s<>"]+/g, '<address>').slice(0, 300);
}
