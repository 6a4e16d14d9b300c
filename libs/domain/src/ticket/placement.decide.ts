import { addAllowance } from '../calendar/deadline.decide';
import { uncoveredYears } from '../calendar/working-calendar.decide';
import { type Person } from '../people/people.types';
import { isOnLeave, workDepartmentsOf } from '../people/duty.decide';
import { refuse } from './ticket.errors';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { reallowClock, restartClock, startClock, withClock, withClockStopped } from './ticket-clocks.decide';
import { type Ticket } from './ticket.types';
import { withClocksStopped } from './withdrawal.decide';

/** → declined, with a reason that the reporter is told. */
export function decideDecline(
  ticket: Ticket,
  command: CommandOf<'decline'>,
  context: DecisionContext,
): Decision {
  const reason = command.reason.trim();
  if (reason === '')
    return refuse('TICKET.REASON_REQUIRED', 'The reporter is told the reason, so there has to be one.');
  const next = withClocksStopped(ticket, context.now);
  return {
    ok: true,
    next: { ...next, status: 'declined', closedAt: context.now },
    events: [eventOf('ticket.declined', context, {}, reason)],
  };
}

/** Stays submitted, in the dispatcher's queue, with the reason why no rule could place it. */
export function decideQueue(ticket: Ticket, command: CommandOf<'queue'>, context: DecisionContext): Decision {
  if (ticket.queueReason !== undefined) return { ok: true, next: ticket, events: [] };
  return {
    ok: true,
    next: { ...ticket, queueReason: command.reason },
    events: [eventOf('ticket.queued', context, {}, command.reason)],
  };
}

/**
 * → dispatched: owner, department, category and both deadlines in one state. The response clock starts now; the
 * resolution clock counts from the submission, which is what the reporter was promised, and a hop does not reset it.
 */
export function decideDispatch(
  ticket: Ticket,
  command: CommandOf<'dispatch'>,
  context: DecisionContext,
): Decision {
  const { owner, department, category, priority, basis } = command;
  const { now, policy, actor } = context;
  const binding = ticket.hops >= policy.maxHops;
  if (binding && !(actor.kind === 'person' && (actor.role === 'director' || actor.role === 'leader')))
    return refuse(
      'TICKET.BINDING_DISPATCH_ONLY',
      'It was returned too often; only leadership can dispatch it now, bindingly.',
    );
  if (!canTakeOn(owner, department, now))
    return refuse(
      'TICKET.OWNER_NOT_ELIGIBLE',
      'The owner has to be an active member of the department, not away.',
    );
  const { queueReason: _, reassignment: _reassignment, ...rest } = ticket;
  const placed: Ticket = {
    ...withClockStopped(rest, 'acceptance', now),
    status: 'dispatched',
    category,
    priority,
    policy: { code: policy.code, version: policy.version },
    department,
    owner: { id: owner.id, name: owner.name },
    dispatchedAt: now,
  };
  const next = withResolutionClock(withResponseClock(placed, context), context);
  const facts = {
    department,
    category,
    priority,
    ownerId: owner.id,
    ownerName: owner.name,
    basis,
    binding,
    calendarGaps: calendarGapsOf(next, context),
    responseDueAt: next.clocks.response?.dueAt.toISOString(),
    resolveDueAt: next.clocks.resolution?.dueAt.toISOString(),
  };
  return { ok: true, next, events: [eventOf('ticket.dispatched', context, facts)] };
}

/** Years that a deadline was counted in without an official list of holidays: the date may be wrong, so it is said. */
function calendarGapsOf(
  { submittedAt, clocks }: Ticket,
  { calendar }: DecisionContext,
): readonly number[] | undefined {
  const { resolution } = clocks;
  if (!resolution || resolution.allowance.unit === 'clock-minutes') return undefined;
  const years = uncoveredYears(calendar, submittedAt, resolution.dueAt);
  return years.length === 0 ? undefined : years;
}

/** A second dispatch gives its owner as long to respond as the first one; the deadline before stays on record. */
function withResponseClock(ticket: Ticket, { calendar, policy, now }: DecisionContext): Ticket {
  const { response } = ticket.clocks;
  const clock = response
    ? restartClock(calendar, response, now, policy.response, now, 'dispatched anew')
    : startClock(calendar, now, policy.response, now, 'dispatched');
  return withClock(ticket, 'response', clock, { policy, calendar, at: now });
}

/** A second dispatch keeps the running clock, unless the new policy's allowance gives another deadline. */
function withResolutionClock(ticket: Ticket, { calendar, policy, now }: DecisionContext): Ticket {
  const { resolution } = ticket.clocks;
  const clock = resolution
    ? reallowClock(calendar, resolution, policy.resolution, now)
    : startClock(calendar, ticket.submittedAt, policy.resolution, now, 'dispatched');
  return withClock(ticket, 'resolution', clock, { policy, calendar, at: now });
}

/** → submitted, back to the dispatcher, who has an acceptance deadline again; the resolution clock runs on. */
export function decideReturn(
  ticket: Ticket,
  command: CommandOf<'return'>,
  context: DecisionContext,
): Decision {
  const reason = command.reason.trim();
  const { now, calendar, policy } = context;
  if (reason === '')
    return refuse('TICKET.REASON_REQUIRED', 'Say why it is not yours, so that the dispatcher can place it.');
  if (ticket.hops >= policy.maxHops)
    return refuse(
      'TICKET.RETURN_LIMIT',
      'It was dispatched bindingly after several returns and cannot be returned again.',
    );
  if (ticket.dispatchedAt && now > addAllowance(calendar, ticket.dispatchedAt, policy.returnWithin))
    return refuse('TICKET.RETURN_TOO_LATE', 'The time for returning a wrong assignment has passed.');
  const {
    owner,
    department,
    dispatchedAt: _,
    reassignment: _reassignment,
    ...rest
  } = withClockStopped(ticket, 'response', now);
  const reopened = withClock(
    { ...rest, status: 'submitted', hops: ticket.hops + 1, queueReason: reason },
    'acceptance',
    restartClock(calendar, ticket.clocks.acceptance, now, policy.acceptance, now, 'returned'),
    { policy, calendar, at: now },
  );
  const facts = {
    hops: ticket.hops + 1,
    department,
    ownerName: owner?.name,
    suggestedDepartment: command.suggestedDepartment,
  };
  return { ok: true, next: reopened, events: [eventOf('ticket.returned', context, facts, reason)] };
}

/** → in-progress; the response clock stops. */
export function decideAccept(
  ticket: Ticket,
  _command: CommandOf<'accept'>,
  context: DecisionContext,
): Decision {
  const next = withClockStopped(ticket, 'response', context.now);
  return {
    ok: true,
    next: { ...next, status: 'in-progress' },
    events: [eventOf('ticket.accepted', context)],
  };
}

/** Another owner inside the department; the deadlines stay. */
export function decideTransfer(
  ticket: Ticket,
  command: CommandOf<'transfer'>,
  context: DecisionContext,
): Decision {
  const { owner } = command;
  if (owner.id === ticket.owner?.id)
    return refuse('TICKET.SAME_OWNER', `${owner.name} already owns this ticket.`);
  if (!canTakeOn(owner, ticket.department, context.now))
    return refuse(
      'TICKET.OWNER_NOT_ELIGIBLE',
      'The new owner has to be an active member of the department, not away.',
    );
  const facts = {
    fromOwnerId: ticket.owner?.id,
    fromOwnerName: ticket.owner?.name,
    ownerId: owner.id,
    ownerName: owner.name,
  };
  const { reassignment: _, ...rest } = ticket;
  return {
    ok: true,
    next: { ...rest, owner: { id: owner.id, name: owner.name } },
    events: [eventOf('ticket.transferred', context, facts, command.reason?.trim() || undefined)],
  };
}

/** Whether work of a department can be given to a person now: while away they keep what they have, and get no more. */
export function canTakeOn(person: Person, department: string | undefined, now: Date): boolean {
  return isEligible(person, department) && !isOnLeave(person, now);
}

/** Whether a person can be accountable for work of a department. */
export function isEligible(person: Person, department: string | undefined): boolean {
  return department !== undefined && workDepartmentsOf(person).includes(department);
}
