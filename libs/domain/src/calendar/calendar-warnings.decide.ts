import { type RunningClock } from './deadline.decide';
import { type WorkingCalendar } from './calendar.types';
import { localDateOf } from './local-time.decide';
import { uncoveredYears } from './working-calendar.decide';

/** The State Council announces the next year's holidays in October or November (practice: by the end of November). */
const ANNOUNCED_FROM_MONTH = 10;

/** A year whose official holiday list the calendar does not have though it is needed. */
export interface MissingYear {
  readonly year: number;
  /** Open deadlines counted into that year as if it had plain weeks; 0 where none reaches it yet. */
  readonly deadlines: number;
}

/**
 * Years that a clock's deadline was counted through without their official list, so that it may be wrong; none for a
 * clock that runs around the clock.
 */
export function calendarGaps(
  calendar: WorkingCalendar,
  { startedAt, dueAt, allowance }: RunningClock,
): readonly number[] {
  return allowance.unit === 'clock-minutes' ? [] : uncoveredYears(calendar, startedAt, dueAt);
}

/**
 * Official lists that ought to be entered at `now`: this year's, from 1 October on the next year's (Asia/Shanghai),
 * and those of `reached`, the years that open deadlines were counted through, one entry a deadline and year.
 */
export function missingYears(
  calendar: WorkingCalendar,
  now: Date,
  reached: readonly number[],
): readonly MissingYear[] {
  const [year = 0, month = 0] = localDateOf(now).split('-').map(Number);
  const needed = [year, ...(month >= ANNOUNCED_FROM_MONTH ? [year + 1] : []), ...reached];
  return [...new Set(needed)]
    .filter((each) => !calendar.officialYears.includes(each))
    .sort((a, b) => a - b)
    .map((each) => ({ year: each, deadlines: reached.filter((other) => other === each).length }));
}
