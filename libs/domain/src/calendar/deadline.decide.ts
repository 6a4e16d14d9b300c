import { type StepOffset } from '../policy/policy.types';
import { type Allowance, type WorkingCalendar } from './calendar.types';
import { addWorkingDays, addWorkingMinutes, workingMinutesBetween } from './working-calendar.decide';

const MS_PER_MINUTE = 60_000;

/** A stretch in which a clock stood still; without `to` it still does. */
export interface PauseInterval {
  readonly from: Date;
  readonly to?: Date | undefined;
}

/** What a step needs to know of the clock that it belongs to. */
export interface RunningClock {
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly allowance: Allowance;
}

/**
 * The instant at which an allowance that starts at `from` is used up. `clock-minutes` run around the clock, may be
 * fractions and keep seconds; the working units are whole and fall on a whole minute, as addWorkingMinutes and
 * addWorkingDays say, and throw what those throw.
 */
export function addAllowance(calendar: WorkingCalendar, from: Date, allowance: Allowance): Date {
  switch (allowance.unit) {
    case 'clock-minutes':
      return new Date(from.getTime() + Math.round(allowance.amount * MS_PER_MINUTE));
    case 'working-minutes':
      return addWorkingMinutes(calendar, from, allowance.amount);
    case 'working-days':
      return addWorkingDays(calendar, from, allowance.amount);
  }
}

/**
 * Minutes from `from` to `to` in an allowance's own time: clock minutes (with their fraction) for `clock-minutes`,
 * whole working minutes for both working units; negative where `to` is the earlier one.
 */
export function allowanceElapsed(
  calendar: WorkingCalendar,
  unit: Allowance['unit'],
  from: Date,
  to: Date,
): number {
  return unit === 'clock-minutes'
    ? (to.getTime() - from.getTime()) / MS_PER_MINUTE
    : workingMinutesBetween(calendar, from, to);
}

/**
 * The deadline of a clock that stood still during `pauses`, which may overlap and come in any order: each moves it
 * by the part of the allowance's own time that lies within the pause. What lies before the start does not count,
 * nor a pause that begins at or after the deadline reached by then, since that clock had already run out. A pause
 * without an end has not moved anything yet.
 */
export function dueWithPauses(
  calendar: WorkingCalendar,
  startedAt: Date,
  allowance: Allowance,
  pauses: readonly PauseInterval[],
): Date {
  let due = addAllowance(calendar, startedAt, allowance);
  let counted = startedAt;
  for (const { from, to } of pauses.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    if (from >= due) break;
    const begin = from > counted ? from : counted;
    if (to === undefined || to <= begin) continue;
    due = shift(calendar, allowance.unit, due, allowanceElapsed(calendar, allowance.unit, begin, to));
    counted = to;
  }
  return due;
}

/**
 * When a step of a clock falls due: a share of its allowance before or after its deadline, measured in the allowance's
 * own time and rounded to the nearest minute of work (a half to the later one), or an allowance after the deadline.
 * Pauses move the deadline and make the allowance no longer.
 */
export function stepInstant(calendar: WorkingCalendar, clock: RunningClock, offset: StepOffset): Date {
  if (offset.kind === 'after') return addAllowance(calendar, clock.dueAt, offset.allowance);
  const { startedAt, dueAt, allowance } = clock;
  const unpaused = addAllowance(calendar, startedAt, allowance);
  const whole = allowanceElapsed(calendar, allowance.unit, startedAt, unpaused);
  return shift(calendar, allowance.unit, dueAt, whole * offset.share);
}

/** Moves an instant by minutes of the unit's own time. */
function shift(calendar: WorkingCalendar, unit: Allowance['unit'], instant: Date, minutes: number): Date {
  return unit === 'clock-minutes'
    ? new Date(instant.getTime() + Math.round(minutes * MS_PER_MINUTE))
    : addWorkingMinutes(calendar, instant, Math.round(minutes));
}
