import { addAllowance, dueWithPauses, stepInstant } from '../calendar/deadline.decide';
import { type Allowance, type WorkingCalendar } from '../calendar/calendar.types';
import { type ClockName, type Policy } from '../policy/policy.types';
import { type Clock, type PlannedStep, type Ticket } from './ticket.types';

/** A running clock from `startedAt`, its first deadline computed by the calendar. */
export function startClock(
  calendar: WorkingCalendar,
  startedAt: Date,
  allowance: Allowance,
  setAt: Date,
  reason: string,
): Clock {
  const dueAt = addAllowance(calendar, startedAt, allowance);
  return { startedAt, allowance, dueAt, pauses: [], versions: [{ version: 1, dueAt, setAt, reason }] };
}

export function stopClock(clock: Clock, at: Date): Clock {
  return clock.stoppedAt ? clock : { ...clock, stoppedAt: at };
}

/** The clock goes on from where it stopped: the stop becomes a pause, and the deadline moves by what lay in it. */
export function resumeClock(calendar: WorkingCalendar, clock: Clock, at: Date, reason: string): Clock {
  if (!clock.stoppedAt) return clock;
  const { stoppedAt, ...running } = clock;
  const pauses = [...clock.pauses, { from: stoppedAt, to: at, reason }];
  return withDeadline(
    { ...running, pauses },
    dueWithPauses(calendar, clock.startedAt, clock.allowance, pauses),
    at,
    reason,
  );
}

/** A new stretch with its own allowance, from `at`; the deadlines before it stay on record. */
export function restartClock(
  calendar: WorkingCalendar,
  clock: Clock,
  startedAt: Date,
  allowance: Allowance,
  at: Date,
  reason: string,
): Clock {
  const { versions } = clock;
  return withDeadline(
    { startedAt, allowance, dueAt: clock.dueAt, pauses: [], versions },
    addAllowance(calendar, startedAt, allowance),
    at,
    reason,
  );
}

function withDeadline(clock: Clock, dueAt: Date, setAt: Date, reason: string): Clock {
  const version = clock.versions.length + 1;
  return { ...clock, dueAt, versions: [...clock.versions, { version, dueAt, setAt, reason }] };
}

/** The ticket with `clock` in place, its earlier planned steps withdrawn and, while it runs, new ones planned. */
export function withClock(
  ticket: Ticket,
  name: ClockName,
  clock: Clock,
  plan: { policy: Policy; calendar: WorkingCalendar; at: Date },
): Ticket {
  const kept = withdrawSteps(ticket.steps, name, plan.at);
  const planned = clock.stoppedAt ? [] : planSteps(plan.policy, name, clock, plan.calendar);
  return { ...ticket, clocks: { ...ticket.clocks, [name]: clock }, steps: [...kept, ...planned] };
}

/** The ticket with the named clock stopped and its planned steps withdrawn; unchanged where there is no such clock. */
export function withClockStopped(ticket: Ticket, name: ClockName, at: Date): Ticket {
  const clock = ticket.clocks[name];
  if (!clock) return ticket;
  return {
    ...ticket,
    clocks: { ...ticket.clocks, [name]: stopClock(clock, at) },
    steps: withdrawSteps(ticket.steps, name, at),
  };
}

function withdrawSteps(steps: readonly PlannedStep[], clock: ClockName, at: Date): PlannedStep[] {
  return steps.map((step) =>
    step.clock === clock && step.state === 'planned'
      ? { ...step, state: 'withdrawn' as const, settledAt: at }
      : step,
  );
}

function planSteps(policy: Policy, name: ClockName, clock: Clock, calendar: WorkingCalendar): PlannedStep[] {
  return policy.steps
    .filter((step) => step.clock === name)
    .map(({ offset, ...step }) => ({
      ...step,
      deadlineVersion: clock.versions.length,
      dueAt: stepInstant(calendar, clock, offset),
      state: 'planned' as const,
    }));
}

/** The ticket with `nextStepAt` set to the earliest instant at which time has something to do, or without it. */
export function withNextStep(ticket: Ticket): Ticket {
  const { nextStepAt: _, ...rest } = ticket;
  const instants = ticket.steps
    .filter((step) => step.state === 'planned')
    .map((step) => step.dueAt.getTime());
  if (ticket.autoCloseAt && ticket.status === 'resolved') instants.push(ticket.autoCloseAt.getTime());
  return instants.length === 0 ? rest : { ...rest, nextStepAt: new Date(Math.min(...instants)) };
}
