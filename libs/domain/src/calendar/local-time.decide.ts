import { type LocalDate } from './calendar.types';

/*
 * Asia/Shanghai by hand. Since its last summer time ended in September 1991 the zone is a fixed UTC+8, so a
 * local time is the instant moved by eight hours and read with the UTC accessors; no zone database is needed.
 * Local minutes and local days are counted from 1970-01-01T00:00 in Shanghai.
 */
const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
const OFFSET_MS = 8 * 60 * MS_PER_MINUTE;

export const MINUTES_PER_DAY = 1440;

/** The local minute that `instant` lies in; its seconds are dropped. Throws RangeError on an invalid date. */
export function localMinuteOf(instant: Date): number {
  const time = instant.getTime();
  if (Number.isNaN(time)) throw new RangeError('Invalid instant');
  return Math.floor((time + OFFSET_MS) / MS_PER_MINUTE);
}

/** The instant at which a local minute begins. */
export function instantOfLocalMinute(minute: number): Date {
  return new Date(minute * MS_PER_MINUTE - OFFSET_MS);
}

/** The Shanghai calendar date of an instant. Throws RangeError on an invalid date. */
export function localDateOf(instant: Date): LocalDate {
  return localDateOfDay(Math.floor(localMinuteOf(instant) / MINUTES_PER_DAY));
}

/** An instant as the office writes it, in Asia/Shanghai: 2026年11月24日17:30. Throws RangeError on an invalid date. */
export function officialTimeText(instant: Date): string {
  const minute = localMinuteOf(instant);
  const [year, month, day] = localDateOf(instant).split('-').map(Number);
  const ofDay = ((minute % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const clock = [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${year}年${month}月${day}日${clock}`;
}

/** The date of a local day number. */
export function localDateOfDay(day: number): LocalDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The local day number of a date. Throws RangeError where the text is not a date of the calendar. */
export function dayOfLocalDate(date: LocalDate): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const day = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / MS_PER_DAY : NaN;
  if (Number.isNaN(day) || localDateOfDay(day) !== date) throw new RangeError(`Not a date: ${date}`);
  return day;
}

/** The local day number of 1 January. */
export function firstDayOfYear(year: number): number {
  return Date.UTC(year, 0, 1) / MS_PER_DAY;
}

/** The calendar year that a local day belongs to. */
export function yearOfDay(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** ISO weekday of a local day, 0 for Monday to 6 for Sunday (day 0, 1970-01-01, was a Thursday). */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
