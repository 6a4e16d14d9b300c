import { CalendarExhausted } from './calendar.errors';
import { calendarYear, localMinuteOfWorkingMinute, workedMinutes } from './calendar-year.decide';
import { type LocalDate, type WorkingCalendar, type WorkingInterval } from './calendar.types';
import {
  MINUTES_PER_DAY,
  dayOfLocalDate,
  firstDayOfYear,
  instantOfLocalMinute,
  localDateOf,
  localMinuteOf,
  yearOfDay,
} from './local-time.decide';

/*
 * Working time is counted in whole minutes: an instant stands for the minute it lies in, as a wall clock without
 * a second hand would show it. What these functions compute therefore falls on a whole minute; an instant that
 * they pass through unchanged keeps its seconds.
 */

/** How far ahead or back working time is looked for before the calendar is called exhausted. */
const HORIZON_YEARS = 50;

/** The working intervals of a date in Shanghai, in order and without overlaps; empty on a day of rest. */
export function intervalsOn(calendar: WorkingCalendar, date: LocalDate): readonly WorkingInterval[] {
  return intervalsOfDay(calendar, dayOfLocalDate(date));
}

/** Whether a date has any working time. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  return intervalsOn(calendar, date).length > 0;
}

/** Whether an instant lies in working time; the opening minute does, the closing one does not. */
export function isWorkingInstant(calendar: WorkingCalendar, instant: Date): boolean {
  const local = localMinuteOf(instant);
  const day = Math.floor(local / MINUTES_PER_DAY);
  const minute = local - day * MINUTES_PER_DAY;
  return intervalsOfDay(calendar, day).some(({ from, to }) => from <= minute && minute < to);
}

/**
 * The instant itself, to the millisecond, where it lies in working time, else the next opening.
 * Throws CalendarExhausted where none comes within fifty years.
 */
export function nextWorkingInstant(calendar: WorkingCalendar, instant: Date): Date {
  if (isWorkingInstant(calendar, instant)) return instant;
  return instantOfLocalMinute(minuteAhead(calendar, instant, 1) - 1);
}

/**
 * The instant `minutes` of working time after `from`, or before it where negative. Landing between two stretches
 * of work it is the close of the earlier one going forward (a morning's work ends at noon, not after lunch) and
 * the opening of the later one going backward; 0 gives the minute of `from`.
 * Throws RangeError on a fraction, CalendarExhausted where fifty years do not hold so much.
 */
export function addWorkingMinutes(calendar: WorkingCalendar, from: Date, minutes: number): Date {
  if (!Number.isInteger(minutes)) throw new RangeError(`Not a whole number of minutes: ${minutes}`);
  if (minutes > 0) return instantOfLocalMinute(minuteAhead(calendar, from, minutes));
  if (minutes < 0) return instantOfLocalMinute(minuteBack(calendar, from, -minutes));
  return instantOfLocalMinute(localMinuteOf(from));
}

/**
 * Close of business of working day `n`, where day 1 is the first working day after the date of `from`
 * (practice.md 4.3); negative counts working days before that date; 0 gives `from` unchanged.
 * Throws RangeError on a fraction, CalendarExhausted where fifty years do not hold so many.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Date, n: number): Date {
  if (!Number.isInteger(n)) throw new RangeError(`Not a whole number of days: ${n}`);
  if (n === 0) return from;
  const direction = Math.sign(n);
  const start = dayOfLocalDate(localDateOf(from));
  for (let day = start, left = Math.abs(n); ;) {
    day += direction;
    if (Math.abs(day - start) > HORIZON_YEARS * 366) throw exhausted(from);
    const close = intervalsOfDay(calendar, day).at(-1)?.to;
    if (close !== undefined && --left === 0) return instantOfLocalMinute(day * MINUTES_PER_DAY + close);
  }
}

/** Working minutes from `a` to `b`; negative where `b` is the earlier one. */
export function workingMinutesBetween(calendar: WorkingCalendar, a: Date, b: Date): number {
  const [start, end] = [localMinuteOf(a), localMinuteOf(b)];
  if (end < start) return -workingMinutesBetween(calendar, b, a);
  const lastYear = yearOfMinute(end);
  let minutes = workedMinutes(calendarYear(calendar, lastYear), end);
  for (let year = yearOfMinute(start); year < lastYear; year++) minutes += calendarYear(calendar, year).total;
  return minutes - workedMinutes(calendarYear(calendar, yearOfMinute(start)), start);
}

/** Years between two instants, both included, whose official holiday list the calendar does not have. */
export function uncoveredYears(calendar: WorkingCalendar, from: Date, to: Date): readonly number[] {
  const [first, last] = [from, to]
    .map((instant) => yearOfMinute(localMinuteOf(instant)))
    .sort((a, b) => a - b);
  const years: number[] = [];
  for (let year = first ?? 0; year <= (last ?? -1); year++) {
    if (!calendar.officialYears.includes(year)) years.push(year);
  }
  return years;
}

/** The earliest local minute that has `minutes` (1 or more) of working time between `from` and itself. */
function minuteAhead(calendar: WorkingCalendar, from: Date, minutes: number): number {
  const start = localMinuteOf(from);
  const firstYear = yearOfMinute(start);
  let target = workedMinutes(calendarYear(calendar, firstYear), start) + minutes;
  for (let year = firstYear; year <= firstYear + HORIZON_YEARS; year++) {
    const table = calendarYear(calendar, year);
    if (target <= table.total) return localMinuteOfWorkingMinute(table, target - 1) + 1;
    target -= table.total;
  }
  throw exhausted(from);
}

/** The latest local minute that has `minutes` (1 or more) of working time between itself and `from`. */
function minuteBack(calendar: WorkingCalendar, from: Date, minutes: number): number {
  const start = localMinuteOf(from);
  const firstYear = yearOfMinute(start);
  let target = workedMinutes(calendarYear(calendar, firstYear), start) - minutes;
  for (let year = firstYear; year >= firstYear - HORIZON_YEARS; year--) {
    if (target >= 0) return localMinuteOfWorkingMinute(calendarYear(calendar, year), target);
    target += calendarYear(calendar, year - 1).total;
  }
  throw exhausted(from);
}

function intervalsOfDay(calendar: WorkingCalendar, day: number): readonly WorkingInterval[] {
  const year = yearOfDay(day);
  return calendarYear(calendar, year).days[day - firstDayOfYear(year)] ?? [];
}

function yearOfMinute(localMinute: number): number {
  return yearOfDay(Math.floor(localMinute / MINUTES_PER_DAY));
}

function exhausted(from: Date): CalendarExhausted {
  return new CalendarExhausted(localDateOf(from), HORIZON_YEARS);
}
