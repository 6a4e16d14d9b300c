import { type Person } from '../people/people.types';
import { type RelativeRecipient } from '../policy/policy.types';
import { type TicketEvent, type TicketEventType } from '../ticket/ticket.events';
import { type Ticket } from '../ticket/ticket.types';
import { type LetterKind, type Recipient } from './notification.types';

/** A letter that an event calls for, before it is stored as a notification. */
export interface PlannedLetter {
  readonly recipient: Recipient;
  readonly kind: LetterKind;
  /** Escalation level for step letters, else 0. */
  readonly level: number;
}

/** What the decision may know beside the ticket and the event. */
export interface RecipientContext {
  /**
   * Everyone who may have to hear: the heads of the ticket's department, all dispatchers, directors and leaders.
   * More than these do no harm; role, department and `active` are looked at here.
   */
  readonly officeHolders: readonly Person[];
  /** The policy's limit of returns, from which on only leadership dispatches. */
  readonly maxHops: number;
}

interface Situation extends RecipientContext {
  readonly ticket: Ticket;
  readonly event: TicketEvent;
}

/** Who hears, by their place relative to the ticket. */
interface Audience {
  readonly who: RelativeRecipient | 'reporter';
  readonly kind: LetterKind;
  readonly level: number;
}

const to = (who: Audience['who'], kind: LetterKind, level = 0): Audience => ({ who, kind, level });
const nobody = (): Audience[] => [];

const AUDIENCE: { readonly [T in TicketEventType]: (situation: Situation) => readonly Audience[] } = {
  'ticket.submitted': () => [to('reporter', 'reporter-received')],
  'ticket.queued': () => [to('dispatcher', 'dispatcher-queued')],
  'ticket.declined': () => [to('reporter', 'reporter-declined')],
  'ticket.dispatched': () => [to('owner', 'owner-assigned'), to('reporter', 'reporter-dispatched')],
  'ticket.returned': ({ event, maxHops }) => {
    const told = to('dispatcher', 'dispatcher-returned');
    const atLimit = Number(event.facts.hops) >= maxHops;
    return atLimit ? [told, { ...told, who: 'director' }, { ...told, who: 'leader' }] : [told];
  },
  'ticket.accepted': nobody,
  'ticket.transferred': () => [to('owner', 'owner-assigned')],
  'ticket.result-submitted': (situation) => [to(hasReviewer(situation) ? 'head' : 'director', 'head-review')],
  'ticket.result-returned': () => [to('owner', 'owner-result-returned')],
  'ticket.result-approved': () => [to('reporter', 'reporter-asked')],
  'ticket.rated': ({ event }) =>
    event.facts.solved === true ? [] : [to('owner', 'owner-redo'), to('head', 'owner-redo')],
  // The rating that started it carries the reporter's words, and has told everyone.
  'ticket.redo-started': nobody,
  'ticket.closed': ({ event }) =>
    event.facts.closure === 'confirmed' ? [] : [to('reporter', 'reporter-closed')],
  'ticket.commented': ({ event }) =>
    event.facts.visibility === 'public' && event.facts.byReporter !== true
      ? [to('reporter', 'reporter-commented')]
      : [to('owner', 'owner-commented')],
  'ticket.step-fired': ({ event }) => {
    const levels = listOf(event.facts.recipientLevels).map(Number);
    return listOf(event.facts.recipients).map((who, index) => {
      const level = levels[index] ?? 0;
      return to(who as RelativeRecipient, level === 0 ? 'step-warned' : 'step-escalated', level);
    });
  },
};

/**
 * The letters that an event calls for: each person at most once, at the highest level that concerns them, and never
 * whoever did it (but for the receipt of a submission). A reporter without an e-mail address gets none.
 */
export function decideRecipients(
  ticket: Ticket,
  event: TicketEvent,
  context: RecipientContext,
): readonly PlannedLetter[] {
  const situation = { ticket, event, ...context };
  const letters = new Map<string, PlannedLetter>();
  for (const { who, kind, level } of AUDIENCE[event.type](situation)) {
    for (const recipient of resolve(who, situation)) {
      const identity = identityOf(recipient, ticket);
      if (identity === actorIdentity(event, ticket) && kind !== 'reporter-received') continue;
      const known = letters.get(identity);
      if (!known || known.level < level) letters.set(identity, { recipient, kind, level });
    }
  }
  return [...letters.values()];
}

function resolve(who: Audience['who'], situation: Situation): readonly Recipient[] {
  const { ticket, event } = situation;
  if (who === 'reporter') return ticket.reporter.email ? [{ kind: 'reporter' }] : [];
  if (who === 'owner') {
    // An assignment names its own owner; the ticket may have been passed on since.
    const owner = event.facts.ownerId ?? ticket.owner?.id;
    return typeof owner === 'string' ? [{ kind: 'person', personId: owner }] : [];
  }
  return holders(who, situation).map(({ id }) => ({ kind: 'person', personId: id }));
}

function holders(role: Exclude<RelativeRecipient, 'owner'>, { ticket, officeHolders }: Situation): Person[] {
  return officeHolders.filter(
    (person) =>
      person.active &&
      person.role === role &&
      (role !== 'head' || (ticket.department !== undefined && person.department === ticket.department)),
  );
}

/** Whether some head of the department may review the result, which its owner never may. */
function hasReviewer(situation: Situation): boolean {
  return holders('head', situation).some(({ id }) => id !== situation.ticket.owner?.id);
}

/** One key for one human being: a reporter with an account is the same as the person of that account. */
function identityOf(recipient: Recipient, ticket: Ticket): string {
  return recipient.kind === 'person' ? recipient.personId : (ticket.reporter.userId ?? 'reporter');
}

function actorIdentity({ actor }: TicketEvent, ticket: Ticket): string | undefined {
  if (actor.kind === 'system') return undefined;
  return identityOf(
    actor.kind === 'person' ? { kind: 'person', personId: actor.id } : { kind: 'reporter' },
    ticket,
  );
}

function listOf(fact: TicketEvent['facts'][string] | undefined): readonly (string | number)[] {
  return Array.isArray(fact) ? (fact as readonly (string | number)[]) : [];
}
