import { addAllowance } from '../calendar/deadline.decide';
import { refuse } from './ticket.errors';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { restartClock, resumeClock, withClock, withClockStopped } from './ticket-clocks.decide';
import { type Rating, type Ticket } from './ticket.types';

/** → in-review; the resolution clock stops provisionally, and whether it was on time is settled here. */
export function decideSubmitResult(
  ticket: Ticket,
  command: CommandOf<'submitResult'>,
  context: DecisionContext,
): Decision {
  const text = command.text.trim();
  if (text === '') return refuse('TICKET.TEXT_REQUIRED', 'A result says what was done.');
  const { owner } = ticket;
  if (!owner) throw new Error(`ticket ${ticket.id} is in progress without an owner`);
  const onTime = ticket.clocks.resolution === undefined || context.now <= ticket.clocks.resolution.dueAt;
  const next = withClockStopped(ticket, 'resolution', context.now);
  return {
    ok: true,
    next: {
      ...next,
      status: 'in-review',
      result: { text, submittedAt: context.now, submittedBy: owner, onTime },
    },
    events: [eventOf('ticket.result-submitted', context, { onTime }, text)],
  };
}

/** → in-progress; the clock goes on from where it stopped. The review itself took none of the owner's time. */
export function decideReturnResult(
  ticket: Ticket,
  command: CommandOf<'returnResult'>,
  context: DecisionContext,
): Decision {
  const reason = command.reason.trim();
  if (reason === '')
    return refuse('TICKET.REASON_REQUIRED', 'Say what is missing, so that the owner can mend it.');
  const { result: _, ...rest } = ticket;
  const clock = ticket.clocks.resolution;
  const running = clock
    ? withClock(
        rest,
        'resolution',
        resumeClock(context.calendar, clock, context.now, 'result returned'),
        planOf(context),
      )
    : rest;
  return {
    ok: true,
    next: { ...running, status: 'in-progress', redo: ticket.redo + 1 },
    events: [
      eventOf(
        'ticket.result-returned',
        context,
        { redo: ticket.redo + 1, resolveDueAt: isoOf(running) },
        reason,
      ),
    ],
  };
}

/** → resolved; the reporter is asked, and has until `autoCloseAt` to answer. */
export function decideApproveResult(
  ticket: Ticket,
  _command: CommandOf<'approveResult'>,
  context: DecisionContext,
): Decision {
  const { actor, now, calendar, policy } = context;
  if (!ticket.result || actor.kind !== 'person')
    throw new Error(`ticket ${ticket.id} is in review without a result`);
  const autoCloseAt = addAllowance(calendar, now, policy.autoClose);
  return {
    ok: true,
    next: {
      ...ticket,
      status: 'resolved',
      result: { ...ticket.result, approvedAt: now, approvedBy: { id: actor.id, name: actor.name } },
      autoCloseAt,
    },
    events: [eventOf('ticket.result-approved', context, { autoCloseAt: autoCloseAt.toISOString() })],
  };
}

/** Solved: → closed (confirmed). Not solved: a reason, then → in-progress with a short new deadline. */
export function decideRate(ticket: Ticket, command: CommandOf<'rate'>, context: DecisionContext): Decision {
  const { solved, contacted, satisfaction } = command;
  const comment = command.comment?.trim() ?? '';
  if (!solved && comment === '') return refuse('TICKET.REASON_REQUIRED', 'Say what is still not solved.');
  const rating: Rating = {
    solved,
    contacted,
    satisfaction,
    ratedAt: context.now,
    ...(comment === '' ? {} : { comment }),
  };
  const rated = eventOf(
    'ticket.rated',
    context,
    { solved, contacted, satisfaction },
    comment === '' ? undefined : comment,
  );
  if (solved)
    return {
      ok: true,
      next: { ...ticket, status: 'closed', closure: 'confirmed', closedAt: context.now, rating },
      events: [rated, eventOf('ticket.closed', context, { closure: 'confirmed' })],
    };
  const { autoCloseAt: _autoCloseAt, result: _result, ...rest } = ticket;
  const redo = redoWithShortDeadline({ ...rest, rating }, context);
  return {
    ok: true,
    next: redo,
    events: [rated, eventOf('ticket.redo-started', context, { redo: redo.redo, resolveDueAt: isoOf(redo) })],
  };
}

function redoWithShortDeadline(ticket: Ticket, context: DecisionContext): Ticket {
  const { calendar, now, policy } = context;
  const clock = ticket.clocks.resolution;
  if (!clock) throw new Error(`ticket ${ticket.id} is resolved without a resolution clock`);
  const running = withClock(
    ticket,
    'resolution',
    restartClock(calendar, clock, now, policy.redo, now, 'not solved'),
    planOf(context),
  );
  return { ...running, status: 'in-progress', redo: ticket.redo + 1 };
}

function planOf({ policy, calendar, now }: DecisionContext) {
  return { policy, calendar, at: now };
}

function isoOf(ticket: Ticket): string | undefined {
  return ticket.clocks.resolution?.dueAt.toISOString();
}
