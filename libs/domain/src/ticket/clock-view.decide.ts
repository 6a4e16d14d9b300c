import { allowanceElapsed } from '../calendar/deadline.decide';
import { type WorkingCalendar } from '../calendar/calendar.types';
import { calendarGaps } from '../calendar/calendar-warnings.decide';
import { nextWorkingInstant } from '../calendar/working-calendar.decide';
import { isStanding } from './ticket-clocks.decide';
import { type Clock } from './ticket.types';

/** How a clock stands at an instant; minutes are of the clock's own time (of work, or around the clock). */
export interface ClockView {
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly originalDueAt: Date;
  readonly stoppedAt?: Date;
  /** Stands still by a granted pause. */
  readonly paused: boolean;
  readonly elapsedMinutes: number;
  /** Negative when overdue. */
  readonly remainingMinutes: number;
  readonly breached: boolean;
  /** Whether the office is working at this instant. */
  readonly withinWorkingHours: boolean;
  /** Years without an official list of holidays that the clock reaches into; its deadline may still move. */
  readonly calendarGaps: readonly number[];
}

/** The read model of a clock at `now`; a stopped one is seen as it stopped. */
export function clockView(clock: Clock, calendar: WorkingCalendar, now: Date): ClockView {
  const { startedAt, dueAt, stoppedAt, versions, pauses, allowance } = clock;
  const at = stoppedAt ?? now;
  const unit = allowance.unit === 'clock-minutes' ? 'clock-minutes' : 'working-minutes';
  const minutes = (from: Date, to: Date) => Math.floor(allowanceElapsed(calendar, unit, from, to));
  const stood = pauses
    .map(({ from, to }) => ({ from: later(from, startedAt), to: earlier(to ?? at, at) }))
    .filter(({ from, to }) => from < to)
    .reduce((sum, { from, to }) => sum + minutes(from, to), 0);
  const paused = stoppedAt === undefined && isStanding(clock, now);
  // While it stands still nothing runs down: what is left is what was left when the pause began, if anything was.
  const current = pauses.find(
    ({ from, to }) => paused && from < dueAt && from <= now && (to === undefined || now < to),
  );
  const ahead = current?.to === undefined ? 0 : minutes(at, current.to);
  return {
    startedAt,
    dueAt,
    originalDueAt: versions[0]?.dueAt ?? dueAt,
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    paused,
    elapsedMinutes: Math.max(0, minutes(startedAt, at) - stood),
    remainingMinutes: minutes(at, dueAt) - ahead,
    breached: at > dueAt,
    withinWorkingHours: nextWorkingInstant(calendar, now).getTime() === now.getTime(),
    calendarGaps: calendarGaps(calendar, clock),
  };
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
