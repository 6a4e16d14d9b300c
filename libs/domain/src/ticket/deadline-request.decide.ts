import { addAllowance, allowanceElapsed, dueWithPauses } from '../calendar/deadline.decide';
import { type Allowance } from '../calendar/calendar.types';
import { type RequestLimits } from '../policy/policy.types';
import { headsDepartment, personOf } from './capacities.decide';
import { refuse } from './ticket.errors';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import {
  endPause,
  extendClock,
  originalAllowance,
  pauseClock,
  resolutionClockOf,
  withClock,
} from './ticket-clocks.decide';
import { type Actor } from './actor.types';
import { type Clock, type DeadlineRequest, type Ticket } from './ticket.types';

/** More than anyone asks for, and less than a document holds. */
const MOST_REQUESTS = 30;
/** Ten years: beyond it lies a mistyped date, for which no working time has to be counted. */
const FARTHEST_MS = 3_653 * 86_400_000;

/** Asks for a later deadline; the clock runs until somebody else has approved it. */
export function decideRequestExtension(
  ticket: Ticket,
  command: CommandOf<'requestExtension'>,
  context: DecisionContext,
): Decision {
  const refusal = refuseRequest(ticket, 'extension', command, context);
  if (refusal) return refusal;
  const { calendar, policy } = context;
  const clock = resolutionClockOf(ticket);
  const { until } = command;
  // A date at night or on a weekend counts as the end of the working day before.
  if (allowanceElapsed(calendar, timeOf(clock), clock.dueAt, until) <= 0)
    return refuse('TICKET.DATE_INVALID', `An extension leads beyond ${clock.dueAt.toISOString()}.`);
  const original = dueWithPauses(calendar, clock.startedAt, originalAllowance(clock), clock.pauses);
  const last = addAllowance(calendar, original, policy.extension.totalLimit);
  if (until > last)
    return refuse('TICKET.REQUEST_LIMIT', `The policy allows extensions until ${last.toISOString()}.`);
  const withinHead = until <= addAllowance(calendar, original, policy.extension.headLimit);
  return ask(ticket, { kind: 'extension', until, reason: command.reason, withinHead }, context);
}

/** Asks for the clock to stand still until an obstacle is gone: a part is on order, the house is empty. */
export function decideRequestPause(
  ticket: Ticket,
  command: CommandOf<'requestPause'>,
  context: DecisionContext,
): Decision {
  const refusal = refuseRequest(ticket, 'pause', command, context);
  if (refusal) return refusal;
  const { calendar, policy, now } = context;
  const { until } = command;
  if (until <= now) return refuse('TICKET.DATE_INVALID', 'A pause ends after now.');
  const minutes = (allowance: Allowance) => workMinutes(now, addAllowance(calendar, now, allowance), context);
  const wanted = workMinutes(now, until, context);
  // All that was granted, as it was planned: a redo starts a clock without pauses, not a new limit.
  const used = ticket.requests.reduce(
    (sum, { kind, state, decidedAt, until: end }) =>
      kind === 'pause' && state === 'approved' && decidedAt
        ? sum + workMinutes(decidedAt, end, context)
        : sum,
    0,
  );
  if (used + wanted > minutes(policy.pause.totalLimit))
    return refuse(
      'TICKET.REQUEST_LIMIT',
      'Together with earlier pauses this is longer than the policy allows.',
    );
  const withinHead = wanted <= minutes(policy.pause.headLimit);
  return ask(ticket, { kind: 'pause', until, reason: command.reason, withinHead }, context);
}

/** The owner takes the pending request back. */
export function decideWithdrawRequest(
  ticket: Ticket,
  _command: CommandOf<'withdrawRequest'>,
  context: DecisionContext,
): Decision {
  const pending = pendingRequestOf(ticket);
  if (!pending) return refuse('TICKET.NO_REQUEST', 'Nothing has been asked for.');
  return {
    ok: true,
    next: settleRequest(ticket, pending, { state: 'lapsed', decidedAt: context.now }),
    events: [eventOf('ticket.request-withdrawn', context, { requestId: pending.id, kind: pending.kind })],
  };
}

/** Grants the pending request: a new deadline version with its steps planned anew, or a clock that stands still. */
export function decideApprove(
  ticket: Ticket,
  command: CommandOf<'approve'>,
  context: DecisionContext,
): Decision {
  const pending = pendingRequestOf(ticket);
  const refusal = refuseDecider(pending, command.requestId, context.actor);
  if (refusal) return refusal;
  if (!pending) return refuse('TICKET.NO_REQUEST', 'Nothing has been asked for.');
  const { calendar, policy, now } = context;
  const clock = resolutionClockOf(ticket);
  if (pending.kind === 'pause' && pending.until <= now)
    return refuse('TICKET.DATE_INVALID', 'The time asked for is over.');
  if (pending.kind === 'pause' && now >= clock.dueAt)
    return refuse(
      'TICKET.DEADLINE_PASSED',
      'A clock that has run out cannot be stopped; grant an extension.',
    );
  const granted =
    pending.kind === 'extension' ? extended(clock, pending, context) : paused(clock, pending, context);
  // An edited calendar may have moved the deadline past it since.
  if (pending.kind === 'extension' && granted.dueAt <= clock.dueAt)
    return refuse('TICKET.DATE_INVALID', `The deadline is ${clock.dueAt.toISOString()} by now.`);
  const decided = settleRequest(
    ticket,
    pending,
    { state: 'approved', ...decisionOf(context) },
    command.reason,
  );
  const next = withClock(decided, 'resolution', granted, { policy, calendar, at: now });
  const facts = {
    requestId: pending.id,
    until: pending.until.toISOString(),
    resolveDueAt: granted.dueAt.toISOString(),
    requestReason: pending.reason,
  };
  const type = pending.kind === 'extension' ? 'ticket.extension-approved' : 'ticket.pause-approved';
  return {
    ok: true,
    next: pending.kind === 'pause' ? { ...next, pausedUntil: pending.until } : next,
    events: [eventOf(type, context, facts, command.reason?.trim() || undefined)],
  };
}

/** Refuses the pending request, with a reason; the clock has run on all the time. */
export function decideRefuse(
  ticket: Ticket,
  command: CommandOf<'refuse'>,
  context: DecisionContext,
): Decision {
  const pending = pendingRequestOf(ticket);
  const refusal = refuseDecider(pending, command.requestId, context.actor);
  if (refusal) return refusal;
  if (!pending) return refuse('TICKET.NO_REQUEST', 'Nothing has been asked for.');
  const reason = command.reason.trim();
  if (reason === '') return refuse('TICKET.REASON_REQUIRED', 'The owner is told the reason.');
  return {
    ok: true,
    next: settleRequest(ticket, pending, { state: 'refused', ...decisionOf(context) }, reason),
    events: [
      eventOf('ticket.request-refused', context, { requestId: pending.id, kind: pending.kind }, reason),
    ],
  };
}

/**
 * The clock goes on: when the granted time is over (the system; a late timer changes nothing, the pause ends when it
 * was to end), or earlier when the obstacle is gone.
 */
export function decideResume(
  ticket: Ticket,
  command: CommandOf<'resume'>,
  context: DecisionContext,
): Decision {
  const { pausedUntil, ...rest } = ticket;
  const { now, calendar, policy, actor } = context;
  if (!pausedUntil) return refuse('TICKET.NOT_PAUSED', 'The clock is running.');
  if (actor.kind === 'system' && now < pausedUntil)
    return refuse('TICKET.NOTHING_DUE', 'The granted time is not over.');
  const early = now < pausedUntil;
  const clock = endPause(calendar, resolutionClockOf(ticket), now, 'resumed');
  const next = withClock(rest, 'resolution', clock, { policy, calendar, at: now });
  const facts = { resolveDueAt: clock.dueAt.toISOString(), early };
  return {
    ok: true,
    next,
    events: [eventOf('ticket.resumed', context, facts, command.reason?.trim() || undefined)],
  };
}

export function pendingRequestOf({ requests }: Pick<Ticket, 'requests'>): DeadlineRequest | undefined {
  const last = requests.at(-1);
  return last?.state === 'pending' ? last : undefined;
}

function refuseRequest(
  ticket: Ticket,
  kind: DeadlineRequest['kind'],
  { reason, until }: { readonly reason: string; readonly until: Date },
  { now, policy }: DecisionContext,
) {
  const limits: RequestLimits = policy[kind];
  if (reason.trim() === '') return refuse('TICKET.REASON_REQUIRED', 'Whoever decides needs a reason.');
  if (pendingRequestOf(ticket))
    return refuse('TICKET.REQUEST_PENDING', 'Another request waits for a decision.');
  if (ticket.pausedUntil) return refuse('TICKET.PAUSED', 'The clock stands still; resume first.');
  if (now > resolutionClockOf(ticket).dueAt)
    return refuse('TICKET.DEADLINE_PASSED', 'More time has to be asked for before the deadline.');
  if (grantedOf(ticket, kind) >= limits.max)
    return refuse('TICKET.REQUEST_LIMIT', `The policy grants ${limits.max} of these for one ticket.`);
  if (ticket.requests.length >= MOST_REQUESTS)
    return refuse(
      'TICKET.REQUEST_LIMIT',
      `A ticket takes ${MOST_REQUESTS} requests at most, granted or not.`,
    );
  if (until.getTime() > now.getTime() + FARTHEST_MS)
    return refuse('TICKET.REQUEST_LIMIT', 'No policy allows so much.');
  return undefined;
}

function ask(
  ticket: Ticket,
  wish: Pick<DeadlineRequest, 'kind' | 'until' | 'reason'> & { readonly withinHead: boolean },
  context: DecisionContext,
): Decision {
  const { kind, until } = wish;
  const reason = wish.reason.trim();
  const { owner } = ticket;
  if (!owner) throw new Error(`ticket ${ticket.id} is in progress without an owner`);
  const first = grantedOf(ticket, kind) === 0;
  const byHead = headsDepartment(context.actor, ticket.department);
  const request: DeadlineRequest = {
    id: context.newId(),
    kind,
    until,
    reason,
    requestedAt: context.now,
    requestedBy: personOf(context.actor) ?? owner,
    level: first && wish.withinHead && !byHead ? 'head' : 'director',
    state: 'pending',
  };
  const type = kind === 'extension' ? 'ticket.extension-requested' : 'ticket.pause-requested';
  const facts = { requestId: request.id, until: until.toISOString(), level: request.level };
  return {
    ok: true,
    next: { ...ticket, requests: [...ticket.requests, request] },
    events: [eventOf(type, context, facts, reason)],
  };
}

/** Whoever asked does not decide, and what goes beyond the head's limit is the director's. */
function refuseDecider(pending: DeadlineRequest | undefined, requestId: string | undefined, actor: Actor) {
  if (!pending || (requestId !== undefined && requestId !== pending.id))
    return refuse('TICKET.NO_REQUEST', 'This request does not wait for a decision.');
  if (actor.kind === 'person' && actor.id === pending.requestedBy.id)
    return refuse('TICKET.OWN_WORK', 'Whoever asks does not decide.');
  const isDirector = actor.kind === 'person' && actor.role === 'director';
  if (pending.level === 'director' && !isDirector)
    return refuse('TICKET.APPROVAL_LEVEL', 'This goes beyond what a head may grant; the director decides.');
  return undefined;
}

function extended(clock: Clock, { until }: DeadlineRequest, { calendar, now }: DecisionContext): Clock {
  // The granted date as an allowance, so that later pauses and calendar changes move it like any other.
  const time = timeOf(clock);
  const moved = clock.pauses.reduce(
    (sum, { from, to }) =>
      to === undefined ? sum : sum + allowanceElapsed(calendar, time, atLeast(from, clock.startedAt), to),
    0,
  );
  const amount = allowanceElapsed(calendar, time, clock.startedAt, until) - moved;
  return extendClock(calendar, clock, { unit: time, amount }, now);
}

/** The time a clock counts in: around the clock, or minutes of work. */
function timeOf({ allowance }: Clock): 'clock-minutes' | 'working-minutes' {
  return allowance.unit === 'clock-minutes' ? 'clock-minutes' : 'working-minutes';
}

function paused(
  clock: Clock,
  { id, until, reason }: DeadlineRequest,
  { calendar, now }: DecisionContext,
): Clock {
  return pauseClock(calendar, clock, { from: now, to: until, reason, requestId: id }, now);
}

function settleRequest(
  ticket: Ticket,
  request: DeadlineRequest,
  outcome: Partial<DeadlineRequest>,
  reason?: string,
): Ticket {
  const decisionReason = reason?.trim() || undefined;
  const settled = { ...request, ...outcome, ...(decisionReason === undefined ? {} : { decisionReason }) };
  return { ...ticket, requests: ticket.requests.map((other) => (other === request ? settled : other)) };
}

function decisionOf({ now, actor }: DecisionContext): Partial<DeadlineRequest> {
  const decidedBy = personOf(actor);
  return { decidedAt: now, ...(decidedBy ? { decidedBy } : {}) };
}

function grantedOf({ requests }: Ticket, kind: DeadlineRequest['kind']): number {
  return requests.filter((request) => request.kind === kind && request.state === 'approved').length;
}

/** Whole working minutes; a pause is measured by the office's time whatever the clock's own unit is. */
function workMinutes(from: Date, to: Date, { calendar }: DecisionContext): number {
  return allowanceElapsed(calendar, 'working-minutes', from, to);
}

function atLeast(instant: Date, earliest: Date): Date {
  return instant < earliest ? earliest : instant;
}
