import fc from 'fast-check';
import {
  amount,
  CalendarOracle as Oracle,
  calendars,
  dateAt,
  dayIndex,
  instant,
  iso,
  minuteIndex,
  pauses,
} from '../../../../test/builders/calendar-oracle.builder';
import { addAllowance, dueWithPauses, stepInstant } from './deadline.decide';
import {
  addWorkingDays,
  addWorkingMinutes,
  intervalsOn,
  isWorkingInstant,
  nextWorkingInstant,
  workingMinutesBetween,
} from './working-calendar.decide';

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
