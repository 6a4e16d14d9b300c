import fc from 'fast-check';
import { calendars, dateAt, dayIndex } from '../../../../test/builders/calendar-oracle.builder';
import { CALENDAR } from '../../../../test/builders/fixtures.builder';
import { calendarDays } from './calendar-day.decide';
import { type WorkingCalendar } from './calendar.types';
import { calendarGaps, missingYears } from './calendar-warnings.decide';
import { intervalsOn } from './working-calendar.decide';

const short = [[{ from: 540, to: 660 }], [], [], [], [], [], []];
const calendar: WorkingCalendar = {
  ...CALENDAR,
  seasons: [{ from: '05-01', to: '09-30', weekly: CALENDAR.weekly }],
  vacations: [{ from: '2026-07-13', to: '2026-08-23', name: '暑假', weekly: short }],
  overrides: [
    { date: '2026-05-01', kind: 'holiday', source: 'official', note: '劳动节放假' },
    { date: '2026-05-09', kind: 'workday', note: '劳动节调休上班' },
    { date: '2026-06-12', kind: 'holiday', source: 'university', note: '校庆停办' },
    { date: '2026-07-15', kind: 'workday', source: 'university', intervals: [{ from: 600, to: 660 }] },
  ],
  officialYears: [2026],
};

describe('what a date is', () => {
  it.each([
    ['2026-04-30', 'weekly', 2, undefined],
    ['2026-05-01', 'holiday', 0, '劳动节放假'],
    ['2026-05-09', 'make-up', 2, '劳动节调休上班'],
    ['2026-06-01', 'season', 2, undefined],
    ['2026-06-12', 'closure', 0, '校庆停办'],
    ['2026-07-14', 'vacation', 0, '暑假'],
    ['2026-07-15', 'special', 1, undefined],
  ])('%s by %s', (date, rule, stretches, note) => {
    const [day] = calendarDays(calendar, date, date);
    expect(day).toMatchObject({ date, rule, listed: true });
    expect([day?.intervals.length, day?.note]).toEqual([stretches, note]);
  });

  it('goes from date to date over the year, and says where no list has been entered', () => {
    const days = calendarDays(calendar, '2026-12-31', '2027-01-02');
    expect(days.map(({ date, weekday, listed }) => [date, weekday, listed])).toEqual([
      ['2026-12-31', 4, true],
      ['2027-01-01', 5, false],
      ['2027-01-02', 6, false],
    ]);
    expect(calendarDays(calendar, '2026-12-31', '2026-12-30')).toEqual([]);
    expect(() => calendarDays(calendar, '2026-02-30', '2026-03-01')).toThrow(RangeError);
  });

  it('has the hours that deadlines are counted by', () => {
    fc.assert(
      fc.property(calendars, dayIndex, (any, index) => {
        const date = dateAt(index);
        expect(calendarDays(any, date, date)[0]?.intervals).toEqual(intervalsOn(any, date));
      }),
    );
  });
});

describe('years without an official list', () => {
  const at = (date: string) => new Date(`${date}T10:00:00+08:00`);

  it.each([
    ['2026-09-30T23:59:59+08:00', [], []],
    ['2026-10-01T00:00:00+08:00', [], [2027]],
    ['2027-03-01T00:00:00+08:00', [], [2027]],
    ['2026-03-01T00:00:00+08:00', [2026, 2028, 2027, 2028], [2027, 2028]],
  ])('at %s with deadlines in %j', (now, reached, years) => {
    expect(missingYears(calendar, new Date(now), reached).map(({ year }) => year)).toEqual(years);
  });

  it('are told with the deadlines that reach into them', () => {
    expect(missingYears(calendar, at('2026-10-01'), [2028, 2028])).toEqual([
      { year: 2027, deadlines: 0 },
      { year: 2028, deadlines: 2 },
    ]);
  });

  it('are gaps of a clock, but not of one that runs around the clock', () => {
    const clock = { startedAt: at('2026-12-30'), dueAt: at('2028-01-03') };
    const gaps = (unit: 'working-days' | 'clock-minutes') =>
      calendarGaps(calendar, { ...clock, allowance: { unit, amount: 5 } });
    expect(gaps('working-days')).toEqual([2027, 2028]);
    expect(gaps('clock-minutes')).toEqual([]);
  });
});
