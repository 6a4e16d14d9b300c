import fc from 'fast-check';
import {
  CalendarOracle,
  calendars,
  indexOf,
  instant,
  minuteIndex,
} from '../../../../test/builders/calendar-oracle.builder';
import { CALENDAR } from '../../../../test/builders/fixtures.builder';
import { aTicket } from '../../../../test/builders/ticket.builder';
import { type Allowance } from '../calendar/calendar.types';
import { clockView } from './clock-view.decide';
import { recomputeClock, startClock } from './ticket-clocks.decide';

const at = (text: string) => new Date(`${text}+08:00`);
const resolutionOf = (ticket: ReturnType<typeof aTicket>) => ticket.build().clocks.resolution!;

describe('how a clock stands', () => {
  const running = resolutionOf(aTicket().inProgress());

  it('is told in minutes of work, negative when overdue', () => {
    expect(clockView(running, CALENDAR, at('2026-03-03T13:30'))).toEqual({
      startedAt: at('2026-03-02T09:00'),
      dueAt: at('2026-03-05T17:00'),
      originalDueAt: at('2026-03-05T17:00'),
      paused: false,
      elapsedMinutes: 420 + 210,
      remainingMinutes: 210 + 840,
      breached: false,
      withinWorkingHours: true,
      calendarGaps: [],
    });
    expect(clockView(running, CALENDAR, at('2026-03-06T10:00'))).toMatchObject({
      remainingMinutes: -60,
      breached: true,
    });
    expect(clockView(running, CALENDAR, at('2026-03-05T17:00'))).toMatchObject({
      remainingMinutes: 0,
      breached: false,
    });
    expect(clockView(running, CALENDAR, at('2026-03-05T12:30')).withinWorkingHours).toBe(false);
  });

  it('does not change while it is paused, and the original deadline is kept', () => {
    const paused = resolutionOf(
      aTicket()
        .pauseRequested(at('2026-03-06T12:00'))
        .at(at('2026-03-03T10:00'))
        .give({ name: 'approve' }, { kind: 'person', id: 'd', name: '丁', role: 'director' }),
    );
    for (const now of ['2026-03-03T10:00', '2026-03-04T16:00', '2026-03-06T11:59'].map(at))
      expect(clockView(paused, CALENDAR, now)).toMatchObject({
        paused: true,
        elapsedMinutes: 480,
        remainingMinutes: 1200,
        originalDueAt: at('2026-03-05T17:00'),
      });
    expect(clockView(paused, CALENDAR, at('2026-03-06T12:00')).paused).toBe(false);
  });

  it('is seen as it stopped, however much later one looks', () => {
    const stopped = resolutionOf(aTicket().inProgress().at(at('2026-03-03T10:00')).inReview());
    expect(clockView(stopped, CALENDAR, at('2026-06-01T10:00'))).toMatchObject({
      stoppedAt: at('2026-03-03T10:00'),
      paused: false,
      breached: false,
      elapsedMinutes: 480,
      remainingMinutes: 1200,
    });
  });

  it('warns of years without an official list of holidays, but not around the clock', () => {
    const unknown = { ...CALENDAR, officialYears: [] };
    const danger = startClock(
      CALENDAR,
      at('2026-03-02T09:00'),
      { unit: 'clock-minutes', amount: 60 },
      at('2026-03-02T09:00'),
      '',
    );
    expect(clockView(running, unknown, at('2026-03-03T10:00')).calendarGaps).toEqual([2026]);
    expect(clockView(danger, unknown, at('2026-03-02T09:30'))).toMatchObject({
      calendarGaps: [],
      remainingMinutes: 30,
    });
  });
});

interface Stop {
  readonly from: number;
  readonly to: number;
}

describe('a clock against a minute-by-minute oracle', () => {
  const allowance: fc.Arbitrary<Allowance> = fc.oneof(
    fc.record({ unit: fc.constant('working-minutes' as const), amount: fc.integer({ min: 1, max: 3_000 }) }),
    fc.record({ unit: fc.constant('working-days' as const), amount: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ unit: fc.constant('clock-minutes' as const), amount: fc.integer({ min: 1, max: 9_000 }) }),
  );
  /** How long it runs and stands, by turns, from its start on. */
  const turns = fc.array(fc.tuple(fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 1, max: 3_000 })), {
    maxLength: 4,
  });
  const looks = fc.array(fc.nat(20_000), { minLength: 5, maxLength: 5 });
  const cases = fc.array(fc.record({ start: minuteIndex, allowance, turns, looks }), {
    minLength: 8,
    maxLength: 8,
  });

  it('has run as many minutes, and has as many left', () => {
    fc.assert(
      fc.property(calendars, cases, (calendar, clocks) => {
        const oracle = new CalendarOracle(calendar);
        for (const { start, allowance: allowed, turns: stretches, looks: after } of clocks) {
          let end = start;
          const stops = stretches.map(([run, stand]) => ({ from: end + run, to: (end += run + stand) }));
          for (const now of after.map((look) => start + look)) {
            // A pause begins when it is granted, so at any moment there are none to come.
            const known = stops.filter(({ from }) => from <= now);
            const pauses = known.map(({ from, to }) => ({
              from: instant(from),
              to: instant(to),
              reason: '',
            }));
            const started = startClock(calendar, instant(start), allowed, instant(start), '');
            const clock = recomputeClock(calendar, { ...started, pauses }, instant(now), '');
            const due = indexOf(clock.dueAt);
            if (!oracle.covers(Math.max(now, due))) continue;
            const minutes = (from: number, to: number, stood: readonly Stop[]): number => {
              let sum = 0;
              for (let at = from; at < to; at++)
                if (
                  (allowed.unit === 'clock-minutes' || oracle.isWorked(at)) &&
                  !stood.some((stop) => at >= stop.from && at < stop.to)
                )
                  sum++;
              return sum;
            };
            const { elapsedMinutes, remainingMinutes, breached } = clockView(clock, calendar, instant(now));
            expect({ elapsedMinutes, remainingMinutes: remainingMinutes + 0, breached }).toEqual({
              elapsedMinutes: minutes(start, now, known),
              remainingMinutes: now <= due ? minutes(now, due, known) : 0 - minutes(due, now, []),
              breached: now > due,
            });
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
