import { addAllowance, dueWithPauses, stepInstant } from '../calendar/deadline.decide';
import { type Allowance, type WorkingCalendar } from '../calendar/calendar.types';
import { type ClockName, type Policy } from '../policy/policy.types';
import { type Clock, type ClockPause, type PlannedStep, type Ticket } from './ticket.types';

/** A running clock from `startedAt`, its first deadline computed by the calendar. */
export function startClock(
  calendar: WorkingCalendar,
  startedAt: Date,
  allowance: Allowance,
  setAt: Date,
  reason: string,
): Clock {
  const dueAt = addAllowance(calendar, startedAt, allowance);
  const versions = [{ version: 1, dueAt, setAt, reason, allowance }];
  return { startedAt, allowance, dueAt, pauses: [], versions, stretch: 1 };
}

export function stopClock(clock: Clock, at: Date): Clock {
  return clock.stoppedAt ? clock : { ...clock, stoppedAt: at };
}

/** The clock goes on from where it stopped: the stop becomes a pause, and the deadline moves by what lay in it. */
export function resumeClock(calendar: WorkingCalendar, clock: Clock, at: Date, reason: string): Clock {
  if (!clock.stoppedAt) return clock;
  const { stoppedAt, ...running } = clock;
  return recomputeClock(
    calendar,
    { ...running, pauses: [...clock.pauses, { from: stoppedAt, to: at, reason }] },
    at,
    reason,
  );
}

/** The clock stands still from `from` to `to` at the latest; `to` is what is planned, and counts until then. */
export function pauseClock(
  calendar: WorkingCalendar,
  clock: Clock,
  pause: Required<ClockPause>,
  at: Date,
): Clock {
  return recomputeClock(calendar, { ...clock, pauses: [...clock.pauses, pause] }, at, 'pause approved');
}

/** Ends the pause that was planned to go on beyond `at`. */
export function endPause(calendar: WorkingCalendar, clock: Clock, at: Date, reason: string): Clock {
  const pauses = clock.pauses.map((pause) =>
    pause.requestId !== undefined && pause.to !== undefined && pause.to > at ? { ...pause, to: at } : pause,
  );
  return recomputeClock(calendar, { ...clock, pauses }, at, reason);
}

/** The ticket with a pause that was planned to go on ended with the work; unchanged where the clock is not paused. */
export function withPauseEnded(ticket: Ticket, calendar: WorkingCalendar, at: Date, reason: string): Ticket {
  if (!ticket.pausedUntil) return ticket;
  const resolution = endPause(calendar, resolutionClockOf(ticket), at, reason);
  return { ...ticket, clocks: { ...ticket.clocks, resolution } };
}

/** The same stretch with another allowance from its start on. */
export function extendClock(calendar: WorkingCalendar, clock: Clock, allowance: Allowance, at: Date): Clock {
  return recomputeClock(calendar, { ...clock, allowance }, at, 'extension approved');
}

/** The same start and pauses by another policy's allowance: a new stretch where that gives another deadline. */
export function reallowClock(calendar: WorkingCalendar, clock: Clock, allowance: Allowance, at: Date): Clock {
  const moved = recomputeClock(calendar, { ...clock, allowance }, at, 'dispatched anew');
  return moved.versions === clock.versions ? moved : { ...moved, stretch: moved.versions.length };
}

/** The clock with its deadline computed anew from its facts; a new version only where that gives another instant. */
export function recomputeClock(calendar: WorkingCalendar, clock: Clock, at: Date, reason: string): Clock {
  const dueAt = dueWithPauses(calendar, clock.startedAt, clock.allowance, clock.pauses);
  return dueAt.getTime() === clock.dueAt.getTime() ? clock : withDeadline(clock, dueAt, at, reason);
}

/** What the clock was allowed when its present stretch began, before anything was granted. */
export function originalAllowance({ versions, stretch, allowance }: Clock): Allowance {
  return versions[stretch - 1]?.allowance ?? allowance;
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
    { startedAt, allowance, dueAt: clock.dueAt, pauses: [], versions, stretch: versions.length + 1 },
    addAllowance(calendar, startedAt, allowance),
    at,
    reason,
  );
}

function withDeadline(clock: Clock, dueAt: Date, setAt: Date, reason: string): Clock {
  const version = clock.versions.length + 1;
  return {
    ...clock,
    dueAt,
    versions: [...clock.versions, { version, dueAt, setAt, reason, allowance: clock.allowance }],
  };
}

/** The clock that every dispatched ticket has. Throws where there is none, which no command brings about. */
export function resolutionClockOf({ id, clocks }: Ticket): Clock {
  if (!clocks.resolution) throw new Error(`ticket ${id} has no resolution clock`);
  return clocks.resolution;
}

/** The ticket with `clock` in place, its earlier planned steps withdrawn and, while it runs, new ones planned. */
export function withClock(
  ticket: Ticket,
  name: ClockName,
  clock: Clock,
  plan: { policy: Policy; calendar: WorkingCalendar; at: Date },
): Ticket {
  const kept = withdrawSteps(ticket.steps, name, plan.at);
  const planned = isStanding(clock, plan.at) ? [] : planSteps(plan.policy, name, clock, plan.calendar);
  // A clock that goes on may keep its deadline, and what has been said of that is not said again.
  return {
    ...ticket,
    clocks: { ...ticket.clocks, [name]: clock },
    steps: [...kept, ...unfired(planned, kept)],
  };
}

/** Those of the planned steps that have not fired among `steps`. */
export function unfired(planned: readonly PlannedStep[], steps: readonly PlannedStep[]): PlannedStep[] {
  const fired = steps.filter(({ state }) => state === 'fired');
  return planned.filter(
    ({ clock, subject, deadlineVersion, key }) =>
      !fired.some(
        (step) =>
          step.clock === clock &&
          step.subject === subject &&
          step.deadlineVersion === deadlineVersion &&
          step.key === key,
      ),
  );
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

/** The steps with those of a clock, or of one sub-task or notice, withdrawn as far as they are still planned. */
export function withdrawSteps(
  steps: readonly PlannedStep[],
  clock: PlannedStep['clock'],
  at: Date,
  subject?: string,
): PlannedStep[] {
  return steps.map((step) =>
    step.clock === clock && step.subject === subject && step.state === 'planned'
      ? { ...step, state: 'withdrawn' as const, settledAt: at }
      : step,
  );
}

/** Whether a clock stands still at an instant: stopped, or within a pause. */
export function isStanding({ stoppedAt, pauses }: Clock, at: Date): boolean {
  return (
    stoppedAt !== undefined || pauses.some(({ from, to }) => from <= at && (to === undefined || at < to))
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
  if (ticket.pausedUntil) instants.push(ticket.pausedUntil.getTime());
  return instants.length === 0 ? rest : { ...rest, nextStepAt: new Date(Math.min(...instants)) };
}
