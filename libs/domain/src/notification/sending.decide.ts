import { type WorkingCalendar } from '../calendar/calendar.types';
import { nextWorkingInstant } from '../calendar/working-calendar.decide';
import { type ClockName } from '../policy/policy.types';
import { type TicketEventType, type TicketLogEntry } from '../ticket/ticket.events';
import { transitionOf } from '../ticket/ticket.transitions';
import { type Ticket } from '../ticket/ticket.types';
import { type LetterKind, type Notification } from './notification.types';

/** Why a letter is not sent after all. Wire values. */
export const DROP_REASONS = [
  'no-address',
  'moved-on',
  'clock-stopped',
  'deadline-moved',
  'owner-changed',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

const reassigned = ['ticket.returned', 'ticket.dispatched', 'ticket.transferred'] as const;

/** What, happening after the event a letter is about, has left the letter without a purpose. */
const MOOT_AFTER: { readonly [K in LetterKind]: readonly TicketEventType[] } = {
  'reporter-received': [],
  'reporter-declined': [],
  'reporter-dispatched': ['ticket.returned'],
  'reporter-commented': [],
  'reporter-asked': ['ticket.rated', 'ticket.closed'],
  'reporter-closed': [],
  'owner-assigned': [...reassigned, 'ticket.accepted', 'ticket.result-submitted'],
  'owner-result-returned': [...reassigned, 'ticket.result-submitted'],
  'owner-redo': [...reassigned, 'ticket.result-submitted'],
  'owner-commented': [...reassigned, 'ticket.closed'],
  'head-review': ['ticket.result-returned', 'ticket.result-approved'],
  'dispatcher-queued': ['ticket.dispatched', 'ticket.declined'],
  'dispatcher-returned': ['ticket.dispatched', 'ticket.declined'],
  'step-warned': [],
  'step-escalated': [],
};

/**
 * Why this letter must not be sent any more, looked at again with the ticket as it is when the letter is about to
 * go; undefined where it still says something true. A step letter lives as long as the deadline it is about.
 */
export function reasonToDrop(
  ticket: Ticket,
  notification: Pick<Notification, 'eventId' | 'kind' | 'recipient'>,
): DropReason | undefined {
  const event = ticket.log.find(({ id }) => id === notification.eventId);
  if (!event) throw new Error(`ticket ${ticket.id} has no event ${notification.eventId}`);
  const since = ticket.log.filter(({ seq }) => seq > event.seq);
  const moot = MOOT_AFTER[notification.kind];
  if (since.some(({ type }) => moot.includes(type))) return 'moved-on';
  return event.type === 'ticket.step-fired' ? stepIsOver(ticket, event, notification) : undefined;
}

function stepIsOver(
  ticket: Ticket,
  event: TicketLogEntry,
  { recipient }: Pick<Notification, 'recipient'>,
): DropReason | undefined {
  if (transitionOf('fireSteps').moves[ticket.status] === undefined) return 'moved-on';
  const clock = ticket.clocks[event.facts.clock as ClockName];
  if (!clock || clock.stoppedAt || clock.pauses.some(({ to }) => to === undefined)) return 'clock-stopped';
  const deadline = clock.versions.at(-1);
  if (deadline && deadline.setAt > event.at) return 'deadline-moved';
  const before = ticket.log.filter(({ seq }) => seq < event.seq);
  const ownerThen = before.findLast(({ facts }) => facts.ownerId !== undefined)?.facts.ownerId;
  const toOwnerThen = recipient.kind === 'person' && recipient.personId === ownerThen;
  return toOwnerThen && ownerThen !== ticket.owner?.id ? 'owner-changed' : undefined;
}

/**
 * The earliest instant at which a letter may go: `now`, but for letters about steps, which wait for working time
 * unless the policy's messages may come at any time or its time runs around the clock anyway.
 * Throws CalendarExhausted where the calendar has no working time ahead.
 */
export function sendNotBefore(
  calendar: WorkingCalendar,
  now: Date,
  letter: {
    readonly kind: LetterKind;
    readonly messagesAnyTime: boolean;
    readonly aroundTheClock: boolean;
  },
): Date {
  const waits = letter.kind === 'step-warned' || letter.kind === 'step-escalated';
  return waits && !letter.messagesAnyTime && !letter.aroundTheClock ? nextWorkingInstant(calendar, now) : now;
}

/**
 * The Message-ID of a notification, RFC 5322 section 3.6.4: the same for every attempt, so that a repeated letter
 * is recognisable. Throws RangeError where a part could not stand in the header.
 */
export function messageIdOf(notificationId: string, domain: string): string {
  if (!/^[\w.-]+$/.test(notificationId) || !/^[a-z0-9.-]+$/i.test(domain))
    throw new RangeError(`No Message-ID from ${notificationId} at ${domain}`);
  return `<${notificationId}@${domain}>`;
}
