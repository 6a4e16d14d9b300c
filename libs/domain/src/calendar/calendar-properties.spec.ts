import fc from 'fast-check';
import {
  type DateOverride,
  type Season,
  type Vacation,
  type WeeklyPattern,
  type WorkingCalendar,
  type WorkingInterval,
} from './calendar.types';
import { addAllowance, dueWithPauses, stepInstant } from './deadline.decide';
import {
  addWorkingDays,
  addWorkingMinutes,
  intervalsOn,
  isWorkingInstant,
  nextWorkingInstant,
  workingMinutesBetween,
} from './working-calendar.decide';

/*
 * Everything is held against an oracle that knows no formula: it asks for every single minute from 2024 to 2027
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

class Oracle {
  private readonly worked = new Uint8Array((END - FIRST) / MINUTE);

  constructor(calendar: WorkingCalendar) {
    oracleDates.forEach(({ date, weekday }, day) => {
      const hours = Oracle.hours(calendar, date, weekday);
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

  /** Minute index reached by walking; undefined where the walk leaves the four years. */
  walk(start: number, minutes: number, paused: (at: number) => boolean = () => false): number | undefined {
    let at = start;
    let left = Math.abs(minutes);
    while (left > 0) {
      if (at < 0 || at >= this.worked.length) return undefined;
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

const instant = (index: number): Date => new Date(FIRST + index * MINUTE);
const iso = (index: number | undefined): string | undefined =>
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
const dayIndex = fc.integer({ min: 0, max: oracleDates.length - 1 });
const dateAt = (day: number): string => oracleDates[Math.min(day, oracleDates.length - 1)]?.date ?? '';
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
const calendars: fc.Arbitrary<WorkingCalendar> = fc
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
const minuteIndex = fc.integer({ min: 0, max: LAST });
const amount = fc.oneof(
  fc.integer({ min: -600, max: 600 }),
  fc.integer({ min: -15_000, max: 15_000 }),
  fc.integer({ min: -100_000, max: 100_000 }),
);
const pauses = (start: number) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -2_000, max: 12_000 }), fc.integer({ min: 0, max: 6_000 }))
      .map(([after, length]) => ({ from: start + after, to: start + after + length })),
    { maxLength: 5 },
  );
/** Each run builds an oracle of two million minutes and asks it many questions, so few runs go far. */
const RUNS = { numRuns: 15 };

describe('working time against a minute-by-minute oracle over 2024–2027', () => {
  it('agrees on which minutes are worked and where the next one begins', () => {
    fc.assert(
      fc.property(calendars, fc.array(minuteIndex, { minLength: 40, maxLength: 40 }), (calendar, starts) => {
        const oracle = new Oracle(calendar);
        for (const start of starts) {
          expect(isWorkingInstant(calendar, instant(start))).toBe(oracle.isWorked(start));
          const first = oracle.walk(start, 1);
          if (first === undefined) continue;
          expect(nextWorkingInstant(calendar, instant(start)).toISOString()).toBe(iso(first - 1));
        }
      }),
      RUNS,
    );
  });

  it('agrees on adding working minutes, forward and backward', () => {
    const cases = fc.array(fc.tuple(minuteIndex, amount), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(calendars, cases, (calendar, moves) => {
        const oracle = new Oracle(calendar);
        for (const [start, minutes] of moves) {
          const expected = iso(oracle.walk(start, minutes));
          if (expected === undefined) continue;
          expect(addWorkingMinutes(calendar, instant(start), minutes).toISOString()).toBe(expected);
        }
      }),
      RUNS,
    );
  });

  it('agrees on the working minutes between two instants, either way round', () => {
    const cases = fc.array(fc.tuple(minuteIndex, minuteIndex), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(calendars, cases, (calendar, pairs) => {
        const oracle = new Oracle(calendar);
        for (const [a, b] of pairs) {
          const expected = a <= b ? oracle.count(a, b) : 0 - oracle.count(b, a);
          expect(workingMinutesBetween(calendar, instant(a), instant(b)) + 0).toBe(expected + 0);
        }
      }),
      RUNS,
    );
  });

  it('agrees on the close of the n-th working day', () => {
    const cases = fc.array(fc.tuple(minuteIndex, fc.integer({ min: 1, max: 60 })), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(calendars, cases, (calendar, moves) => {
        const oracle = new Oracle(calendar);
        for (const [start, n] of moves) {
          const expected = iso(oracle.closeOfDay(start, n));
          if (expected === undefined) continue;
          expect(addWorkingDays(calendar, instant(start), n).toISOString()).toBe(expected);
        }
      }),
      RUNS,
    );
  });

  it('agrees on a deadline in working minutes with overlapping, early, late and empty pauses', () => {
    const cases = fc.array(
      fc
        .tuple(minuteIndex, fc.integer({ min: 1, max: 8_000 }))
        .chain(([start, minutes]) => pauses(start).map((stops) => ({ start, minutes, stops }))),
      { minLength: 20, maxLength: 20 },
    );
    fc.assert(
      fc.property(calendars, cases, (calendar, clocks) => {
        const oracle = new Oracle(calendar);
        for (const { start, minutes, stops } of clocks) {
          const paused = (at: number): boolean => stops.some((stop) => at >= stop.from && at < stop.to);
          const expected = iso(oracle.walk(start, minutes, paused));
          if (expected === undefined) continue;
          const allowance = { unit: 'working-minutes', amount: minutes } as const;
          const stored = stops.map(({ from, to }) => ({ from: instant(from), to: instant(to) }));
          expect(dueWithPauses(calendar, instant(start), allowance, stored).toISOString()).toBe(expected);
        }
      }),
      RUNS,
    );
  });

  it('agrees on a deadline in working days, moved by the working minutes of each pause', () => {
    const cases = fc.array(
      fc
        .tuple(minuteIndex, fc.integer({ min: 1, max: 15 }))
        .chain(([start, days]) => pauses(start).map((stops) => ({ start, days, stops }))),
      { minLength: 20, maxLength: 20 },
    );
    fc.assert(
      fc.property(calendars, cases, (calendar, clocks) => {
        const oracle = new Oracle(calendar);
        for (const { start, days, stops } of clocks) {
          const close = oracle.closeOfDay(start, days);
          if (close === undefined) continue;
          const paused = (at: number): boolean => stops.some((stop) => at >= stop.from && at < stop.to);
          // Without a pause the clock ends at that close, so it has this many minutes to run.
          const expected = iso(oracle.walk(start, oracle.count(start, close), paused));
          if (expected === undefined) continue;
          const allowance = { unit: 'working-days', amount: days } as const;
          const stored = stops.map(({ from, to }) => ({ from: instant(from), to: instant(to) }));
          expect(dueWithPauses(calendar, instant(start), allowance, stored).toISOString()).toBe(expected);
        }
      }),
      RUNS,
    );
  });

  it('agrees on steps a share before or after the deadline and an allowance after it', () => {
    const share = fc.constantFrom(-1, -0.5, -0.25, -0.1, 0, 0.5, 1);
    const cases = fc.array(fc.tuple(minuteIndex, fc.integer({ min: 1, max: 5_000 }), share), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(calendars, cases, (calendar, clocks) => {
        const oracle = new Oracle(calendar);
        for (const [start, minutes, part] of clocks) {
          const due = oracle.walk(start, minutes);
          const expected = due === undefined ? undefined : iso(oracle.walk(due, Math.round(minutes * part)));
          if (due === undefined || expected === undefined) continue;
          const allowance = { unit: 'working-minutes', amount: minutes } as const;
          const clock = { startedAt: instant(start), dueAt: instant(due), allowance };
          expect(stepInstant(calendar, clock, { kind: 'share', share: part }).toISOString()).toBe(expected);
          const later = iso(oracle.walk(due, 240));
          if (later === undefined) continue;
          const after = { kind: 'after', allowance: { unit: 'working-minutes', amount: 240 } } as const;
          expect(stepInstant(calendar, clock, after).toISOString()).toBe(later);
        }
      }),
      RUNS,
    );
  });
});

describe('laws of working time', () => {
  const from = minuteIndex.map(instant);
  const positive = fc.integer({ min: 1, max: 40_000 });

  it('finds between two instants what was added, forward and backward', () => {
    fc.assert(
      fc.property(calendars, from, amount, (calendar, a, minutes) => {
        const b = addWorkingMinutes(calendar, a, minutes);
        expect(workingMinutesBetween(calendar, a, b) - minutes).toBe(0);
      }),
    );
  });

  it('adds in two parts what it adds at once', () => {
    fc.assert(
      fc.property(calendars, from, positive, positive, fc.constantFrom(1, -1), (calendar, a, m, n, sign) => {
        const parts = addWorkingMinutes(calendar, addWorkingMinutes(calendar, a, sign * m), sign * n);
        expect(parts).toEqual(addWorkingMinutes(calendar, a, sign * (m + n)));
      }),
    );
  });

  it('adds days in two parts as at once, and goes back to the close of the day it came from', () => {
    const days = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(calendars, from, days, days, (calendar, a, m, n) => {
        const at = addWorkingDays(calendar, a, m);
        const later = addWorkingDays(calendar, a, m + n);
        // A close at 24:00 is the first minute of the next date, and counting goes on from there.
        fc.pre(![at, later].some((close) => close.toISOString().endsWith('T16:00:00.000Z')));
        expect(addWorkingDays(calendar, at, n)).toEqual(later);
        expect(addWorkingDays(calendar, later, -n)).toEqual(at);
      }),
    );
  });

  it('never gives a later start an earlier end', () => {
    fc.assert(
      fc.property(
        calendars,
        from,
        from,
        amount,
        fc.integer({ min: 1, max: 40 }),
        (calendar, a, b, minutes, days) => {
          const [first, second] = a <= b ? [a, b] : [b, a];
          for (const allowance of [
            { unit: 'working-minutes', amount: minutes },
            { unit: 'working-days', amount: days },
            { unit: 'clock-minutes', amount: minutes },
          ] as const) {
            const [x, y] = [
              addAllowance(calendar, first, allowance),
              addAllowance(calendar, second, allowance),
            ];
            expect(x.getTime()).toBeLessThanOrEqual(y.getTime());
          }
        },
      ),
    );
  });

  it('counts the same through any point between', () => {
    fc.assert(
      fc.property(calendars, from, from, from, (calendar, a, b, c) => {
        const sum = workingMinutesBetween(calendar, a, b) + workingMinutesBetween(calendar, b, c);
        expect(sum - workingMinutesBetween(calendar, a, c)).toBe(0);
      }),
    );
  });

  it('keeps a day’s intervals in order and apart', () => {
    fc.assert(
      fc.property(calendars, dayIndex, (calendar, day) => {
        const bounds = intervalsOn(calendar, dateAt(day)).flatMap(({ from: opens, to }) => [opens, to]);
        expect(bounds).toEqual([...new Set(bounds)].sort((x, y) => x - y));
      }),
    );
  });
});
