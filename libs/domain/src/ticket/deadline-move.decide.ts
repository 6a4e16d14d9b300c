import { type WorkingCalendar } from '../calendar/calendar.types';
import { CLOCKS, type ClockName } from '../policy/policy.types';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { recomputeClock, withClock } from './ticket-clocks.decide';
import { type Clock, type Ticket } from './ticket.types';

/** The reason of a deadline version that an edit of the calendar has made. */
const CALENDAR = 'calendar';

/** A running clock whose deadline a calendar puts at another instant than it has. */
export interface DeadlineMove {
  readonly clock: ClockName;
  readonly from: Date;
  readonly to: Date;
}

/**
 * The moves that a calendar makes of a ticket's deadlines: each running clock (paused ones too, stopped ones not)
 * recomputed from its facts, that is its start, its allowance and its pauses; in the order of CLOCKS, none where
 * nothing moves. Throws CalendarExhausted where the calendar cannot hold an allowance.
 */
export function deadlineMoves(ticket: Pick<Ticket, 'clocks'>, calendar: WorkingCalendar): DeadlineMove[] {
  return CLOCKS.flatMap((name) => {
    const clock = ticket.clocks[name];
    if (!clock || clock.stoppedAt) return [];
    const { dueAt } = recomputeClock(calendar, clock, clock.startedAt, CALENDAR);
    return dueAt.getTime() === clock.dueAt.getTime() ? [] : [{ clock: name, from: clock.dueAt, to: dueAt }];
  });
}

/**
 * Every running clock by the context's calendar: a moved deadline is a new version, and its steps are planned anew.
 * Where nothing moves, the ticket as it is and no event.
 */
export function decideMoveDeadlines(
  ticket: Ticket,
  command: CommandOf<'moveDeadlines'>,
  context: DecisionContext,
): Decision {
  const moves = deadlineMoves(ticket, context.calendar);
  if (moves.length === 0) return { ok: true, next: ticket, events: [] };
  const next = moves.reduce((moved, { clock }) => withClockMoved(moved, clock, context), ticket);
  const facts = {
    clocks: moves.map(({ clock }) => clock),
    dueBefore: moves.map(({ from }) => from.toISOString()),
    dueAfter: moves.map(({ to }) => to.toISOString()),
  };
  return { ok: true, next, events: [eventOf('ticket.deadlines-moved', context, facts, command.reason)] };
}

/**
 * The clock with its new deadline and new steps. A step that has fired for this deadline fires again only where its
 * instant now lies ahead; what was said already is not said twice because the calendar moved beneath it.
 */
function withClockMoved(ticket: Ticket, name: ClockName, context: DecisionContext): Ticket {
  const { calendar, policy, now } = context;
  const clock = ticket.clocks[name];
  if (!clock) return ticket;
  const moved = recomputeClock(calendar, clock, now, CALENDAR);
  const { steps, ...rest } = withClock(ticket, name, moved, { policy, calendar, at: now });
  const fired = keysFired(ticket, name, clock);
  return {
    ...rest,
    steps: steps.filter(
      (step) => step.clock !== name || step.state !== 'planned' || step.dueAt > now || !fired.has(step.key),
    ),
  };
}

/** Steps that have fired since the clock's deadline was last set by anything but the calendar. */
function keysFired({ steps }: Ticket, name: ClockName, { versions }: Clock): ReadonlySet<string> {
  const since = versions.findLast(({ reason }) => reason !== CALENDAR)?.version ?? 1;
  return new Set(
    steps
      .filter(
        ({ clock, state, deadlineVersion }) =>
          clock === name && state === 'fired' && deadlineVersion >= since,
      )
      .map(({ key }) => key),
  );
}
