import { type WorkingCalendar } from '../calendar/calendar.types';
import { nextWorkingInstant } from '../calendar/working-calendar.decide';
import { type ClockName } from '../policy/policy.types';
import { type TicketEvent, type TicketEventType, type TicketLogEntry } from '../ticket/ticket.events';
import { isStanding } from '../ticket/ticket-clocks.decide';
import { transitionOf } from '../ticket/ticket.transitions';
import { type SubTask, type Ticket } from '../ticket/ticket.types';
import { type LetterKind, type Notification } from './notification.types';
import { subTasksDue } from './recipients.decide';

/** Why a letter is not sent after all. Wire values. */
export const DROP_REASONS = [
  'no-address',
  'moved-on',
  'clock-stopped',
  'deadline-moved',
  'owner-changed',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** The ticket now, the event that a letter is about, and what has happened since. */
interface Look {
  readonly ticket: Ticket;
  readonly event: TicketLogEntry;
  readonly since: readonly TicketLogEntry[];
}
type Moot = (look: Look) => boolean;

const never: Moot = () => false;
const after =
  (...types: readonly TicketEventType[]): Moot =>
  ({ since }) =>
    since.some(({ type }) => types.includes(type));
const or =
  (...reasons: readonly Moot[]): Moot =>
  (look) =>
    reasons.some((moot) => moot(look));

const passedOn: Moot = ({ since }) =>
  since.some(
    ({ type, facts }) =>
      type === 'ticket.returned' ||
      type === 'ticket.dispatched' ||
      type === 'ticket.transferred' ||
      // A sub-task that changes hands leaves the owner in place.
      (type === 'ticket.reassigned' && facts.subTaskId === undefined),
  );
/** Until the owner has passed the work on, handed in a result, or had the ticket taken off them. */
const workIsOver = or(passedOn, after('ticket.result-submitted', 'ticket.closed'));
/** The next letter about the deadline says where it lies now. */
const deadlineIsOld = after(
  'ticket.extension-approved',
  'ticket.pause-approved',
  'ticket.resumed',
  'ticket.deadlines-moved',
  'ticket.result-approved',
  'ticket.closed',
);
const requestIsSettled: Moot = ({ ticket, event }) =>
  ticket.requests.find(({ id }) => id === event.facts.requestId)?.state !== 'pending';
const subTaskIsSettled: Moot = ({ ticket, event }) => {
  const task = ticket.subTasks.find(({ id }) => id === event.facts.subTaskId);
  return task?.state !== 'open' || task.coHandler.id !== event.facts.coHandlerId;
};
const nobodyIsMissing: Moot = ({ ticket }) =>
  !ticket.reassignment &&
  !ticket.subTasks.some(({ state, reassignment }) => state === 'open' && reassignment !== undefined);
const noticeIsAnswered: Moot = ({ ticket, event }) =>
  ticket.status === 'closed' ||
  ticket.notices.find(({ id }) => id === event.facts.noticeId)?.answeredAt !== undefined;
const proposalIsGone: Moot = ({ ticket, event }) =>
  ticket.closingProposal?.at.getTime() !== event.at.getTime();
const openingIsDecided: Moot = ({ event, since }) =>
  since.some(
    ({ type, facts }) =>
      (type === 'ticket.identity-opened' || type === 'ticket.identity-refused') &&
      facts.openingId === event.facts.openingId,
  );

/** What, having happened after the event a letter is about, has left the letter without a purpose. */
const MOOT: { readonly [K in LetterKind]: Moot } = {
  'reporter-received': never,
  'reporter-declined': never,
  'reporter-merged': after('ticket.unmerged'),
  'reporter-unmerged': after('ticket.merged', 'ticket.declined', 'ticket.withdrawn'),
  'reporter-dispatched': after('ticket.returned'),
  'reporter-extended': deadlineIsOld,
  'reporter-paused': deadlineIsOld,
  'reporter-resumed': deadlineIsOld,
  'reporter-deadline-moved': deadlineIsOld,
  'reporter-commented': never,
  'reporter-asked': after('ticket.rated', 'ticket.redo-started', 'ticket.closed'),
  'reporter-result': after('ticket.redo-started', 'ticket.reopened'),
  'reporter-confirmed': after('ticket.reopened'),
  'reporter-closed': after('ticket.reopened'),
  'reporter-decided': after('ticket.reopened'),
  'reporter-reopened': after('ticket.closed'),
  'reporter-identity-opened': never,
  'owner-assigned': or(workIsOver, after('ticket.accepted')),
  'owner-result-returned': workIsOver,
  'owner-redo': workIsOver,
  'owner-reopened': workIsOver,
  'owner-resumed': or(workIsOver, deadlineIsOld),
  'owner-deadline-moved': or(workIsOver, deadlineIsOld),
  'owner-commented': or(passedOn, after('ticket.closed')),
  'owner-attached': or(passedOn, after('ticket.closed')),
  'owner-urged': workIsOver,
  'owner-closed': after('ticket.reopened'),
  'sub-task-assigned': or(subTaskIsSettled, after('ticket.closed')),
  'sub-task-due': never,
  'sub-task-done': workIsOver,
  'sub-task-cancelled': never,
  'request-pending': requestIsSettled,
  'request-approved': workIsOver,
  'request-refused': workIsOver,
  'head-review': after('ticket.result-returned', 'ticket.result-approved', 'ticket.closed'),
  'dispatcher-queued': after('ticket.dispatched', 'ticket.declined', 'ticket.withdrawn', 'ticket.merged'),
  'dispatcher-returned': after('ticket.dispatched', 'ticket.declined', 'ticket.withdrawn', 'ticket.merged'),
  'dispatcher-orphaned': never,
  'reassignment-needed': nobodyIsMissing,
  'notice-issued': noticeIsAnswered,
  'notice-answered': never,
  'supervision-raised': after('ticket.result-approved', 'ticket.closed'),
  'closing-proposed': proposalIsGone,
  'closing-rejected': after('ticket.closing-proposed', 'ticket.closed'),
  'identity-requested': openingIsDecided,
  'identity-opened': never,
  'identity-refused': never,
  'step-warned': never,
  'step-escalated': never,
};

/**
 * Why this letter must not be sent any more, looked at again with the ticket as it is at `now`, when the letter is
 * about to go; undefined where it still says something true. A step letter lives as long as the deadline it is about.
 * Throws where the ticket never had the event.
 */
export function reasonToDrop(
  ticket: Ticket,
  notification: Pick<Notification, 'eventId' | 'kind' | 'recipient'>,
  now: Date,
): DropReason | undefined {
  const event = ticket.log.find(({ id }) => id === notification.eventId);
  if (!event) throw new Error(`ticket ${ticket.id} has no event ${notification.eventId}`);
  const look = { ticket, event, since: ticket.log.filter(({ seq }) => seq > event.seq) };
  if (MOOT[notification.kind](look)) return 'moved-on';
  return event.type === 'ticket.step-fired' ? stepIsOver(look, notification, now) : undefined;
}

function stepIsOver(
  { ticket, event, since }: Look,
  { kind, recipient }: Pick<Notification, 'kind' | 'recipient'>,
  now: Date,
): DropReason | undefined {
  if (transitionOf('fireSteps').moves[ticket.status] === undefined) return 'moved-on';
  if (kind === 'sub-task-due') {
    const due = subTasksDue(ticket, event);
    const changed = ({ id }: SubTask) =>
      since.some(({ type, facts }) => type === 'ticket.reassigned' && facts.subTaskId === id);
    return due.length === 0 ? 'moved-on' : due.every(changed) ? 'owner-changed' : undefined;
  }
  const before = ticket.log.filter(({ seq }) => seq < event.seq);
  const ownerThen = before.findLast(({ facts }) => facts.ownerId !== undefined)?.facts.ownerId;
  const toOwnerThen = recipient.kind === 'person' && recipient.personId === ownerThen;
  if (toOwnerThen && ownerThen !== ticket.owner?.id) return 'owner-changed';
  const { clock, subject } = event.facts;
  if (clock === 'sub-task') return subTasksDue(ticket, event).length === 0 ? 'moved-on' : undefined;
  if (clock === 'notice') {
    const notice = ticket.notices.find(({ id }) => id === subject);
    return notice && !notice.answeredAt ? undefined : 'moved-on';
  }
  return clockIsOver(ticket, event, clock as ClockName, now);
}

function clockIsOver(
  ticket: Ticket,
  event: TicketLogEntry,
  name: ClockName,
  now: Date,
): DropReason | undefined {
  const clock = ticket.clocks[name];
  if (!clock || isStanding(clock, now)) return 'clock-stopped';
  const deadline = clock.versions.at(-1);
  return deadline && deadline.setAt > event.at ? 'deadline-moved' : undefined;
}

/**
 * The earliest instant at which a letter may go: `now`, but for letters that only time has caused (steps, the end of
 * a pause, a silent closing), which wait for working time unless the policy's messages may come at any time or its
 * time runs around the clock anyway.
 * Throws CalendarExhausted where the calendar has no working time ahead.
 */
export function sendNotBefore(
  calendar: WorkingCalendar,
  now: Date,
  { actor }: Pick<TicketEvent, 'actor'>,
  policy: { readonly messagesAnyTime: boolean; readonly aroundTheClock: boolean },
): Date {
  const byTimer = actor.kind === 'system' && actor.name === 'timer';
  return byTimer && !policy.messagesAnyTime && !policy.aroundTheClock
    ? nextWorkingInstant(calendar, now)
    : now;
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
