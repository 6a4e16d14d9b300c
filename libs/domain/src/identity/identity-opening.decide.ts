import { type Role } from '../people/people.types';
import { type Actor } from '../ticket/actor.types';
import { capacitiesOf } from '../ticket/capacities.decide';
import { type TicketEvent } from '../ticket/ticket.events';
import { type Ticket } from '../ticket/ticket.types';
import { type IdentityError, type IdentityErrorCode } from './identity.errors';
import { type IdentityOpening, type OpeningParty, type OpeningState } from './identity.types';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A request that nobody decided is over after this. */
export const DECIDE_WITHIN_MS = 3 * DAY_MS;
/** An approved opening can be read for this long. */
export const READ_WITHIN_MS = DAY_MS;
/** Fewer characters say nothing. */
export const SHORTEST_REASON = 10;

/** Who may ask; whoever handles the ticket never does, whatever office they hold. */
const MAY_REQUEST: readonly Role[] = ['dispatcher', 'director', 'leader'];
const MAY_DECIDE: readonly Role[] = ['director', 'leader'];

export interface OpeningContext {
  readonly now: Date;
  readonly actor: Actor;
  /** The ticket that this one was merged into: whoever handles that one handles this one. */
  readonly followed?: Ticket;
}

/** The next state, or why not. The very same opening: the step had already been taken by the same person. */
export type OpeningDecision =
  | { readonly ok: true; readonly next: IdentityOpening }
  | { readonly ok: false; readonly error: IdentityError };

/** The state that an opening is in at an instant: what was not decided, or not read by both, in time has expired. */
export function openingStateAt({ state, expiresAt }: IdentityOpening, at: Date): OpeningState {
  return (state === 'requested' || state === 'approved') && at >= expiresAt ? 'expired' : state;
}

/** A new request. Whether there is one already is for the repository, which keeps one at a time for each ticket. */
export function decideRequestOpening(
  ticket: Ticket,
  { id, reason }: { readonly id: string; readonly reason: string },
  context: OpeningContext,
): OpeningDecision {
  const { now } = context;
  const party = partyOf(ticket, context, MAY_REQUEST);
  if (!party.ok) return party;
  if (ticket.reporter.identity !== 'hidden')
    return refuse('IDENTITY.NOT_HIDDEN', 'This reporter’s identity is not a hidden one.');
  if (Array.from(reason.trim()).length < SHORTEST_REASON)
    return refuse('IDENTITY.REASON_REQUIRED', `A reason has ${SHORTEST_REASON} characters or more.`);
  return {
    ok: true,
    next: {
      id,
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      version: 1,
      state: 'requested',
      reason: reason.trim(),
      requestedBy: party.value,
      requestedAt: now,
      expiresAt: new Date(now.getTime() + DECIDE_WITHIN_MS),
      readings: [],
      unrecorded: ['requested'],
    },
  };
}

/** Approval or refusal by a second person, who is neither the one asking nor anyone handling the ticket. */
export function decideOpening(
  opening: IdentityOpening,
  ticket: Ticket,
  answer: { readonly approve: true } | { readonly approve: false; readonly reason: string },
  context: OpeningContext,
): OpeningDecision {
  const { now } = context;
  const party = partyOf(ticket, context, MAY_DECIDE);
  if (!party.ok) return party;
  if (party.value.id === opening.requestedBy.id)
    return refuse('IDENTITY.SECOND_PERSON_NEEDED', 'Whoever asked does not decide.');
  const decided = answer.approve ? 'approved' : 'refused';
  if (opening.state === decided && opening.decidedBy?.id === party.value.id)
    return { ok: true, next: opening };
  const state = openingStateAt(opening, now);
  if (state === 'expired') return refuse('IDENTITY.EXPIRED', 'Nobody decided in time; please ask anew.');
  if (state !== 'requested') return refuse('IDENTITY.ALREADY_DECIDED', `This request is ${state}.`);
  if (!answer.approve && answer.reason.trim() === '')
    return refuse('IDENTITY.REASON_REQUIRED', 'A refusal has a reason.');
  const next = { ...opening, state: decided, decidedBy: party.value, decidedAt: now } as const;
  return {
    ok: true,
    next: answer.approve
      ? {
          ...next,
          expiresAt: new Date(now.getTime() + READ_WITHIN_MS),
          unrecorded: [...opening.unrecorded, 'opened'],
        }
      : { ...next, decisionReason: answer.reason, unrecorded: [...opening.unrecorded, 'refused'] },
  };
}

/** One of the two reads, once. Whoever has come to handle the ticket since is refused. */
export function decideReadIdentity(
  opening: IdentityOpening,
  ticket: Ticket,
  context: OpeningContext,
): OpeningDecision {
  const { now } = context;
  const party = partyOf(ticket, context, MAY_REQUEST);
  if (!party.ok) return party;
  const { id: personId } = party.value;
  const { requestedBy, decidedBy, readings } = opening;
  if (personId !== requestedBy.id && personId !== decidedBy?.id)
    return refuse('IDENTITY.NOT_YOURS', 'Only the two who opened it together may read it.');
  if (readings.some((reading) => reading.personId === personId))
    return refuse('IDENTITY.ALREADY_READ', 'You have read it; another look needs another request.');
  const state = openingStateAt(opening, now);
  if (state === 'expired') return refuse('IDENTITY.EXPIRED', 'It was not read in time; please ask anew.');
  if (state !== 'approved') return refuse('IDENTITY.NOT_APPROVED', `This request is ${state}.`);
  const next = [...readings, { personId, at: now }];
  return {
    ok: true,
    next: { ...opening, readings: next, state: next.length === 2 ? 'used' : 'approved' },
  };
}

/** The offices of the two, the asking one first, by what the ticket's record says of the opening that `opened` is. */
export function openingOffices(log: Ticket['log'], opened: Pick<TicketEvent, 'facts' | 'actor'>): Role[] {
  const asked = log.find(
    ({ type, facts }) => type === 'ticket.identity-requested' && facts.openingId === opened.facts.openingId,
  );
  return [asked, opened].flatMap((event) => (event?.actor.kind === 'person' ? [event.actor.role] : []));
}

/** The actor as a party to an opening, unless their office or their part in the ticket forbids it. */
function partyOf(
  ticket: Ticket,
  { actor, followed = ticket }: OpeningContext,
  offices: readonly Role[],
): { readonly ok: true; readonly value: OpeningParty } | Extract<OpeningDecision, { ok: false }> {
  if (actor.kind !== 'person' || !offices.includes(actor.role))
    return refuse('IDENTITY.NOT_ALLOWED', 'This account has no part in opening identities.');
  const held = [ticket, followed].flatMap((each) => capacitiesOf(each, actor));
  if (held.includes('owner') || held.includes('co-handler') || held.includes('head'))
    return refuse('IDENTITY.OWN_WORK', 'Whoever handles a ticket never learns a hidden identity.');
  return { ok: true, value: { id: actor.id, name: actor.name, role: actor.role } };
}

function refuse(code: IdentityErrorCode, detail: string): Extract<OpeningDecision, { ok: false }> {
  return { ok: false, error: { code, detail } };
}
