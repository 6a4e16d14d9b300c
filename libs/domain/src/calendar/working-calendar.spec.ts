import { CalendarExhausted } from './calendar.errors';
import { type WeeklyPattern, type WorkingCalendar } from './calendar.types';
import { localDateOf } from './local-time.decide';
import {
  addWorkingDays,
  addWorkingMinutes,
  intervalsOn,
  isWorkingDay,
  isWorkingInstant,
  nextWorkingInstant,
  uncoveredYears,
  workingMinutesBetween,
} from './working-calendar.decide';

const hours = [
  { from: 510, to: 720 },
  { from: 840, to: 1050 },
];
const summerHours = [
  { from: 480, to: 720 },
  { from: 870, to: 1080 },
];
const week = (day: readonly { from: number; to: number }[]): WeeklyPattern => [
  day,
  day,
  day,
  day,
  day,
  [],
  [],
];
const calendar: WorkingCalendar = {
  weekly: week(hours),
  seasons: [{ from: '05-01', to: '09-30', weekly: week(summerHours) }],
  vacations: [
    {
      from: '2026-07-13',
      to: '2026-08-23',
      name: '暑假',
      weekly: [[], [{ from: 540, to: 660 }], [], [], [], [], []],
    },
  ],
  overrides: [
    { date: '2026-02-28', kind: 'workday', note: '春节调休' },
    { date: '2026-05-01', kind: 'holiday' },
    { date: '2026-05-09', kind: 'workday' },
    { date: '2026-07-14', kind: 'holiday' },
    { date: '2026-08-22', kind: 'workday', intervals: [{ from: 600, to: 660 }] },
  ],
  officialYears: [2025, 2026],
};
const never: WorkingCalendar = {
  weekly: week([]),
  seasons: [],
  vacations: [],
  overrides: [],
  officialYears: [],
};
const at = (local: string): Date => new Date(`${local}+08:00`);

describe('the hours of a date', () => {
  it.each([
    ['the weekly pattern', '2026-03-02', hours],
    ['a weekend', '2026-03-07', []],
    ['a season beats the weekly pattern', '2026-06-01', summerHours],
    ['a season’s last day', '2026-09-30', summerHours],
    ['the day after a season', '2026-10-01', hours],
    ['a vacation beats the season', '2026-07-21', [{ from: 540, to: 660 }]],
    ['a holiday beats the season', '2026-05-01', []],
    ['a holiday beats the vacation', '2026-07-14', []],
    ['a make-up day has a Monday’s hours', '2026-02-28', hours],
    ['a make-up day has the season’s Monday hours', '2026-05-09', summerHours],
    ['a make-up day with hours of its own', '2026-08-22', [{ from: 600, to: 660 }]],
  ])('%s', (_, date, expected) => {
    expect(intervalsOn(calendar, date)).toEqual(expected);
    expect(isWorkingDay(calendar, date)).toBe(expected.length > 0);
  });

  it('lets a season run over the new year', () => {
    const winter = { ...calendar, seasons: [{ from: '11-15', to: '03-15', weekly: week(summerHours) }] };
    expect(
      ['2026-03-16', '2026-11-16', '2027-01-04', '2027-03-15'].map((d) => intervalsOn(winter, d)),
    ).toEqual([hours, summerHours, summerHours, summerHours]);
  });

  it('takes the later of two entries for one date', () => {
    const edited = {
      ...calendar,
      overrides: [...calendar.overrides, { date: '2026-05-01', kind: 'workday' }],
    } as const;
    expect(isWorkingDay(edited, '2026-05-01')).toBe(true);
  });

  it.each(['2026-02-30', '2026-2-3', '', '2026-13-01'])('refuses %j as a date', (date) => {
    expect(() => intervalsOn(calendar, date)).toThrow(RangeError);
  });
});

describe('the zone', () => {
  it('changes the date at midnight in Shanghai', () => {
    expect(localDateOf(new Date('2026-03-01T15:59:59.999Z'))).toBe('2026-03-01');
    expect(localDateOf(new Date('2026-03-01T16:00:00.000Z'))).toBe('2026-03-02');
  });

  it('refuses an invalid instant instead of searching with it', () => {
    expect(() => addWorkingMinutes(calendar, new Date(NaN), 5)).toThrow(RangeError);
  });
});

describe('working time', () => {
  it('begins with the opening minute and ends before the closing one', () => {
    const times = ['08:29:59.999', '08:30', '11:59:59', '12:00', '13:59', '14:00', '17:30'];
    expect(times.map((t) => isWorkingInstant(calendar, at(`2026-03-02T${t}`)))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  it('goes on after lunch, after the weekend and on a make-up Saturday', () => {
    expect(addWorkingMinutes(calendar, at('2026-03-02T11:30'), 60)).toEqual(at('2026-03-02T14:30'));
    expect(addWorkingMinutes(calendar, at('2026-03-06T17:00'), 60)).toEqual(at('2026-03-09T09:00'));
    expect(addWorkingMinutes(calendar, at('2026-02-27T17:00'), 60)).toEqual(at('2026-02-28T09:00'));
  });

  it('ends a morning’s work at noon, and goes back from the afternoon to its opening', () => {
    expect(addWorkingMinutes(calendar, at('2026-03-02T08:30'), 210)).toEqual(at('2026-03-02T12:00'));
    expect(addWorkingMinutes(calendar, at('2026-03-02T15:00'), -60)).toEqual(at('2026-03-02T14:00'));
    expect(addWorkingMinutes(calendar, at('2026-03-02T14:00'), -60)).toEqual(at('2026-03-02T11:00'));
  });

  it('crosses years backward', () => {
    expect(addWorkingMinutes(calendar, at('2026-01-01T08:30'), -420)).toEqual(at('2025-12-31T08:30'));
  });

  it('drops the seconds of an instant that it counts from', () => {
    expect(addWorkingMinutes(calendar, at('2026-03-02T09:00:59'), 1)).toEqual(at('2026-03-02T09:01'));
    expect(addWorkingMinutes(calendar, at('2026-03-02T09:00:59'), 0)).toEqual(at('2026-03-02T09:00'));
    expect(workingMinutesBetween(calendar, at('2026-03-02T09:00:59'), at('2026-03-02T09:01:01'))).toBe(1);
  });

  it('keeps the seconds of an instant that it hands back', () => {
    expect(nextWorkingInstant(calendar, at('2026-03-02T09:00:30.5'))).toEqual(at('2026-03-02T09:00:30.5'));
    expect(nextWorkingInstant(calendar, at('2026-03-06T17:30'))).toEqual(at('2026-03-09T08:30'));
  });

  it('counts nothing over a weekend and less than nothing backward', () => {
    expect(workingMinutesBetween(calendar, at('2026-03-06T17:30'), at('2026-03-09T08:30'))).toBe(0);
    expect(workingMinutesBetween(calendar, at('2026-03-09T09:30'), at('2026-03-06T17:00'))).toBe(-90);
  });

  it('refuses a fraction', () => {
    expect(() => addWorkingMinutes(calendar, at('2026-03-02T09:00'), 0.5)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, at('2026-03-02T09:00'), NaN)).toThrow(RangeError);
  });
});

describe('working days', () => {
  it.each([
    ['day 1 is the day after, whatever the hour', '2026-03-02T00:01', 1, '2026-03-03T17:30'],
    ['after hours it is still the next day', '2026-03-02T23:59', 1, '2026-03-03T17:30'],
    ['a Friday’s day 1 is the make-up Saturday', '2026-02-27T10:00', 1, '2026-02-28T17:30'],
    ['a Friday’s day 1 is Monday', '2026-03-06T10:00', 1, '2026-03-09T17:30'],
    ['the season’s close of business', '2026-04-30T10:00', 1, '2026-05-04T18:00'],
    ['five days', '2026-03-05T10:00', 5, '2026-03-12T17:30'],
    ['backward', '2026-03-09T10:00', -1, '2026-03-06T17:30'],
  ])('%s', (_, from, n, due) => {
    expect(addWorkingDays(calendar, at(from), n)).toEqual(at(due));
  });

  it('leaves the instant as it is for 0', () => {
    expect(addWorkingDays(calendar, at('2026-03-07T10:00:30'), 0)).toEqual(at('2026-03-07T10:00:30'));
  });
});

describe('a calendar without working time', () => {
  it.each([
    ['nextWorkingInstant', () => nextWorkingInstant(never, at('2026-03-02T09:00'))],
    ['addWorkingMinutes', () => addWorkingMinutes(never, at('2026-03-02T09:00'), 1)],
    ['addWorkingMinutes backward', () => addWorkingMinutes(never, at('2026-03-02T09:00'), -1)],
    ['addWorkingDays', () => addWorkingDays(never, at('2026-03-02T09:00'), 1)],
  ])('%s ends with CalendarExhausted', (_, search) => {
    expect(search).toThrow(CalendarExhausted);
  });

  it('has no minutes between any two instants', () => {
    expect(workingMinutesBetween(never, at('2020-01-01T00:00'), at('2030-01-01T00:00'))).toBe(0);
  });
});

describe('years without an official list', () => {
  it('names each year that a deadline touches and the calendar does not cover', () => {
    expect(uncoveredYears(calendar, at('2026-12-30T10:00'), at('2026-12-31T23:59'))).toEqual([]);
    expect(uncoveredYears(calendar, at('2026-12-30T10:00'), at('2027-01-01T00:00'))).toEqual([2027]);
    expect(uncoveredYears(calendar, at('2028-01-01T10:00'), at('2024-06-01T00:00'))).toEqual([
      2024, 2027, 2028,
    ]);
  });
});

describe('speed', () => {
  it('answers ten thousand questions over three years at once', () => {
    const start = performance.now();
    for (let i = 0; i < 10_000; i++) {
      const due = addWorkingMinutes(calendar, at('2024-06-03T09:00'), i * 30);
      workingMinutesBetween(calendar, at('2024-06-03T09:00'), due);
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
