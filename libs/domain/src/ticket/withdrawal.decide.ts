import { OPEN_STATUSES, type Ticket } from './ticket.types';
import { refuse } from './ticket.errors';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { withReminders } from './supervision.decide';
import { restartClock, resumeClock, withClock, withClockStopped } from './ticket-clocks.decide';

/** → withdrawn: the reporter takes it back before anyone has begun. */
export function decideWithdraw(
  ticket: Ticket,
  command: CommandOf<'withdraw'>,
  context: DecisionContext,
): Decision {
  const next = withClocksStopped(ticket, context.now);
  return {
    ok: true,
    next: { ...next, status: 'withdrawn', closedAt: context.now },
    events: [eventOf('ticket.withdrawn', context, {}, command.reason?.trim() || undefined)],
  };
}

/** → merged: from now on it follows the target, and its reporter hears what happens there. */
export function decideMerge(ticket: Ticket, command: CommandOf<'merge'>, context: DecisionContext): Decision {
  const { target } = command;
  if (target.id === ticket.id) return refuse('TICKET.MERGE_TARGET', 'A ticket cannot follow itself.');
  if (!OPEN_STATUSES.includes(target.status))
    return refuse(
      'TICKET.MERGE_TARGET',
      `${target.number} is ${target.status}; only open tickets are followed.`,
    );
  const { queueReason: _, ...next } = withClocksStopped(ticket, context.now);
  const facts = { targetId: target.id, targetNumber: target.number };
  return {
    ok: true,
    next: { ...next, status: 'merged', mergedInto: { id: target.id, number: target.number } },
    events: [eventOf('ticket.merged', context, facts, command.reason?.trim() || undefined)],
  };
}

/** → submitted, on its own again; the dispatcher has a fresh acceptance deadline, other clocks go on. */
export function decideUnmerge(
  ticket: Ticket,
  command: CommandOf<'unmerge'>,
  context: DecisionContext,
): Decision {
  const reason = command.reason.trim();
  if (reason === '') return refuse('TICKET.REASON_REQUIRED', 'Say why it is another problem after all.');
  const { now, calendar, policy } = context;
  const plan = { policy, calendar, at: now };
  const { mergedInto, ...rest } = ticket;
  const accepting = withClock(
    { ...rest, status: 'submitted', queueReason: reason },
    'acceptance',
    restartClock(calendar, ticket.clocks.acceptance, now, policy.acceptance, now, 'unmerged'),
    plan,
  );
  const { resolution } = ticket.clocks;
  const next = resolution
    ? withClock(accepting, 'resolution', resumeClock(calendar, resolution, now, 'unmerged'), plan)
    : accepting;
  const facts = { targetId: mergedInto?.id, targetNumber: mergedInto?.number };
  return {
    ok: true,
    next: withReminders(next, context),
    events: [eventOf('ticket.unmerged', context, facts, reason)],
  };
}

/** Nobody owes anything on the ticket any more: both clocks that run before a dispatch are stopped. */
export function withClocksStopped(ticket: Ticket, at: Date): Ticket {
  return withClockStopped(withClockStopped(ticket, 'acceptance', at), 'resolution', at);
}
