import {
  type DateOverride,
  type Season,
  type Vacation,
  type WeeklyPattern,
  type WorkingCalendar,
  type WorkingInterval,
} from '@app/domain';
import fc from 'fast-check';

/*
 * An oracle of working time that knows no formula: it asks for every single minute from 2024 to 2027
 * whether it is worked, and counts. It reads zone and weekday from Intl, where the code under test does arithmetic.
 */
const MINUTE = 60_000;
const FIRST = Date.parse('2024-01-01T00:00:00+08:00');
const END = Date.parse('2028-01-01T00:00:00+08:00');
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
});
const shanghaiWeekday = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Shanghai', weekday: 'short' });
const oracleDates = Array.from({ length: (END - FIRST) / MINUTE / 1440 }, (_, day) => {
  const noon = new Date(FIRST + (day * 1440 + 720) * MINUTE);
  return { date: shanghai.format(noon), weekday: DAYS.indexOf(shanghaiWeekday.format(noon)) };
});

export class CalendarOracle {
  private readonly worked = new Uint8Array((END - FIRST) / MINUTE);

  constructor(calendar: WorkingCalendar) {
    oracleDates.forEach(({ date, weekday }, day) => {
      const hours = CalendarOracle.hours(calendar, date, weekday);
      for (let minute = 0; minute < 1440; minute++) {
        for (const h of hours) if (minute >= h.from && minute < h.to) this.worked[day * 1440 + minute] = 1;
      }
    });
  }

  private static hours(calendar: WorkingCalendar, date: string, weekday: number): readonly WorkingInterval[] {
    let pattern: WeeklyPattern = calendar.weekly;
    for (const season of calendar.seasons) {
      const day = date.slice(5);
      const wraps = season.from > season.to;
      const inside = wraps
        ? !(day > season.to && day < season.from)
        : !(day < season.from || day > season.to);
      if (inside) pattern = season.weekly;
    }
    for (const vacation of calendar.vacations) {
      if (!(date < vacation.from) && !(date > vacation.to)) pattern = vacation.weekly;
    }
    let hours = pattern[weekday] ?? [];
    for (const override of calendar.overrides) {
      if (override.date !== date) continue;
      hours = override.kind === 'holiday' ? [] : (override.intervals ?? pattern[0] ?? []);
    }
    return hours;
  }

  isWorked(at: number): boolean {
    return this.worked[at] === 1;
  }

  covers(at: number): boolean {
    return at >= 0 && at < this.worked.length;
  }

  /** Minute index reached by walking; undefined where the walk leaves the four years. */
  walk(start: number, minutes: number, paused: (at: number) => boolean = () => false): number | undefined {
    let at = start;
    let left = Math.abs(minutes);
    while (left > 0) {
      if (!this.covers(at)) return undefined;
      const now = minutes > 0 ? at : at - 1;
      if (this.isWorked(now) && !paused(now)) left--;
      at += Math.sign(minutes);
    }
    return at;
  }

  count(a: number, b: number): number {
    let sum = 0;
    for (let at = a; at < b; at++) if (this.isWorked(at)) sum++;
    return sum;
  }

  /** Close of the n-th worked day after the start's own day. */
  closeOfDay(start: number, n: number): number | undefined {
    let at = Math.floor(start / 1440) * 1440 + 1440;
    for (let left = n; ; at += 1440) {
      if (at >= this.worked.length) return undefined;
      const day = this.worked.subarray(at, at + 1440);
      if (day.includes(1) && --left === 0) return at + day.lastIndexOf(1) + 1;
    }
  }
}

export const instant = (index: number): Date => new Date(FIRST + index * MINUTE);
/** The minute that an instant begins, of the four years, counted from their first. */
export const indexOf = (at: Date): number => (at.getTime() - FIRST) / MINUTE;
export const iso = (index: number | undefined): string | undefined =>
  index === undefined ? undefined : instant(index).toISOString();

const interval = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: from, max: to }))
    .map(([a, b]): WorkingInterval => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const office: readonly WorkingInterval[] = [
  { from: 510, to: 720 },
  { from: 840, to: 1050 },
];
/** Office hours with lunch, one stretch, any two or three (in any order, perhaps overlapping or empty), or rest. */
const dayHours: fc.Arbitrary<readonly WorkingInterval[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(office) },
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.tuple(interval(420, 720), interval(780, 1140)) },
  { weight: 1, arbitrary: fc.array(interval(0, 1440), { minLength: 1, maxLength: 3 }) },
);
const weekly = fc.array(dayHours, { minLength: 7, maxLength: 7 });
export const dayIndex = fc.integer({ min: 0, max: oracleDates.length - 1 });
export const dateAt = (day: number): string => oracleDates[Math.min(day, oracleDates.length - 1)]?.date ?? '';
const monthDay = dayIndex.map((day) => dateAt(day).slice(5));
const season: fc.Arbitrary<Season> = fc.record({ from: monthDay, to: monthDay, weekly });
const vacation: fc.Arbitrary<Vacation> = fc
  .tuple(dayIndex, fc.integer({ min: 0, max: 50 }), weekly)
  .map(([day, days, pattern]) => ({
    from: dateAt(day),
    to: dateAt(day + days),
    name: '假期',
    weekly: pattern,
  }));
const override: fc.Arbitrary<DateOverride> = fc.oneof(
  dayIndex.map((day): DateOverride => ({ date: dateAt(day), kind: 'holiday' })),
  dayIndex.map((day): DateOverride => ({ date: dateAt(day), kind: 'workday' })),
  fc
    .tuple(dayIndex, dayHours)
    .map(([day, intervals]): DateOverride => ({ date: dateAt(day), kind: 'workday', intervals })),
);
export const calendars: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    weekly,
    seasons: fc.array(season, { maxLength: 3 }),
    vacations: fc.array(vacation, { maxLength: 6 }),
    overrides: fc.array(override, { maxLength: 60 }),
    officialYears: fc.constant([2024, 2025, 2026]),
  })
  // Some Monday always works, so that every walk inside the four years ends.
  .map((c) => ({ ...c, weekly: [office, ...c.weekly.slice(1)], seasons: c.seasons.slice(0, 2) }));

const LAST = (END - FIRST) / MINUTE - 1;
/** A minute of the four years, counted from their first. */
export const minuteIndex = fc.integer({ min: 0, max: LAST });
export const amount = fc.oneof(
  fc.integer({ min: -600, max: 600 }),
  fc.integer({ min: -15_000, max: 15_000 }),
  fc.integer({ min: -100_000, max: 100_000 }),
);
/** Up to five pauses around a start, as pairs of minute indexes; they may overlap and be empty. */
export const pauses = (start: number) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -2_000, max: 12_000 }), fc.integer({ min: 0, max: 6_000 }))
      .map(([after, length]) => ({ from: start + after, to: start + after + length })),
    { maxLength: 5 },
  );
