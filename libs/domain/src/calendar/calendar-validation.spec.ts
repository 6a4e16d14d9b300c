import { CALENDAR } from '../../../../test/builders/fixtures.builder';
import { calendarYear } from './calendar-year.decide';
import { type DateOverride, type Season, type Vacation, type WorkingCalendar } from './calendar.types';
import { CALENDAR_LIMITS, validateCalendar } from './calendar-validation.decide';

const rest = Array.from({ length: 7 }, () => []);
const { weekly } = CALENDAR;
const pointersOf = (change: Partial<WorkingCalendar>) =>
  validateCalendar({ ...CALENDAR, ...change }).map(({ pointer }) => pointer);
const aVacation = (change: Partial<Vacation> = {}): Vacation => ({
  from: '2026-07-13',
  to: '2026-08-23',
  name: '暑假',
  weekly,
  ...change,
});
const aSeason = (from: string, to: string): Season => ({ from, to, weekly });
const monday = (...hours: readonly { from: number; to: number }[]) => [hours, ...weekly.slice(1)];

describe('a calendar that may be used', () => {
  it.each<[string, Partial<WorkingCalendar>]>([
    ['the plain one', {}],
    ['intervals that touch, up to midnight', { weekly: monday({ from: 0, to: 60 }, { from: 60, to: 1440 }) }],
    [
      'seasons side by side round the year',
      { seasons: [aSeason('05-01', '09-30'), aSeason('10-01', '04-30')] },
    ],
    ['a season to 29 February', { seasons: [aSeason('12-01', '02-29')] }],
    [
      'vacations side by side',
      { vacations: [aVacation(), aVacation({ from: '2026-08-24', to: '2026-08-24' })] },
    ],
    [
      'a vacation of rest with one working day',
      {
        vacations: [aVacation({ weekly: rest })],
        overrides: [{ date: '2026-07-20', kind: 'workday', intervals: [{ from: 540, to: 600 }] }],
      },
    ],
  ])('%s', (_, change) => {
    expect(pointersOf(change)).toEqual([]);
  });
});

describe('faults of a calendar', () => {
  it.each<[string, Partial<WorkingCalendar>, string]>([
    ['a week of six days', { weekly: weekly.slice(1) }, '/weekly'],
    ['hours turned round', { weekly: monday({ from: 720, to: 540 }) }, '/weekly/0'],
    ['hours of no length', { weekly: monday({ from: 720, to: 720 }) }, '/weekly/0'],
    ['hours beyond midnight', { weekly: monday({ from: 720, to: 1441 }) }, '/weekly/0'],
    ['hours before midnight', { weekly: monday({ from: -1, to: 60 }) }, '/weekly/0'],
    ['half a minute', { weekly: monday({ from: 540.5, to: 600 }) }, '/weekly/0'],
    ['hours that overlap', { weekly: monday({ from: 540, to: 660 }, { from: 659, to: 720 }) }, '/weekly/0'],
    ['hours out of order', { weekly: monday({ from: 780, to: 900 }, { from: 540, to: 660 }) }, '/weekly/0'],
    [
      'seven stretches in a day',
      { weekly: monday(...Array.from({ length: 7 }, (_, n) => ({ from: n * 60, to: n * 60 + 30 }))) },
      '/weekly/0',
    ],
    ['a month-day that no year has', { seasons: [aSeason('02-30', '05-01')] }, '/seasons/0/from'],
    [
      'a season’s week of no days',
      { seasons: [{ ...aSeason('05-01', '09-30'), weekly: [] }] },
      '/seasons/0/weekly',
    ],
    [
      'seasons that overlap over the new year',
      { seasons: [aSeason('11-01', '03-15'), aSeason('03-15', '04-30')] },
      '/seasons/1',
    ],
    [
      'a season inside another',
      { seasons: [aSeason('05-01', '09-30'), aSeason('06-01', '06-30')] },
      '/seasons/1',
    ],
    ['a vacation on no date', { vacations: [aVacation({ from: '2026-06-31' })] }, '/vacations/0/from'],
    ['a vacation turned round', { vacations: [aVacation({ to: '2026-07-12' })] }, '/vacations/0/to'],
    ['a vacation of a year', { vacations: [aVacation({ to: '2027-07-13' })] }, '/vacations/0/to'],
    ['a vacation without a name', { vacations: [aVacation({ name: ' ' })] }, '/vacations/0/name'],
    [
      'vacations that overlap',
      { vacations: [aVacation(), aVacation({ from: '2026-08-23', to: '2026-08-30' })] },
      '/vacations/1',
    ],
    ['an override on no date', { overrides: [{ date: '2026-02-29', kind: 'holiday' }] }, '/overrides/0/date'],
    [
      'an override in another century',
      { overrides: [{ date: '1999-12-31', kind: 'holiday' }] },
      '/overrides/0/date',
    ],
    [
      'two overrides for a date',
      {
        overrides: [
          { date: '2026-05-01', kind: 'holiday' },
          { date: '2026-05-01', kind: 'workday' },
        ],
      },
      '/overrides/1/date',
    ],
    [
      'a holiday with hours',
      { overrides: [{ date: '2026-05-01', kind: 'holiday', intervals: [{ from: 540, to: 600 }] }] },
      '/overrides/0/intervals',
    ],
    [
      'a workday with no hours',
      { overrides: [{ date: '2026-05-01', kind: 'workday', intervals: [] }] },
      '/overrides/0/intervals',
    ],
    [
      'a make-up day where no Monday works',
      { vacations: [aVacation({ weekly: rest })], overrides: [{ date: '2026-07-20', kind: 'workday' }] },
      '/overrides/0',
    ],
    [
      'a note that is an essay',
      { overrides: [{ date: '2026-05-01', kind: 'holiday', note: '长'.repeat(101) }] },
      '/overrides/0/note',
    ],
    ['a year of another age', { officialYears: [1999] }, '/officialYears/0'],
    ['a year twice', { officialYears: [2026, 2026] }, '/officialYears/1'],
    ['a week of rest', { weekly: rest }, '/weekly'],
  ])('%s', (_, change, pointer) => {
    expect(pointersOf(change)).toEqual([pointer]);
  });

  it('are found in a year that overrides have emptied', () => {
    const overrides = Array.from({ length: 365 }, (_, day): DateOverride => ({
      date: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
      kind: 'holiday',
    }));
    expect(calendarYear({ ...CALENDAR, overrides }, 2026).total).toBe(0);
    expect(validateCalendar({ ...CALENDAR, overrides })).toEqual([
      { pointer: '/weekly', message: '2026 年没有工作时间' },
    ]);
  });

  it('are more entries than an office has', () => {
    const seasons = Array.from({ length: CALENDAR_LIMITS.seasons + 1 }, (_, n) => {
      const day = `01-${String(n + 1).padStart(2, '0')}`;
      return aSeason(day, day);
    });
    expect(pointersOf({ seasons })).toEqual(['/seasons']);
  });

  it('are told all at once', () => {
    expect(
      pointersOf({ weekly: [], overrides: [{ date: 'x', kind: 'holiday' }], officialYears: [1] }),
    ).toEqual(['/weekly', '/overrides/0/date', '/officialYears/0']);
  });
});
