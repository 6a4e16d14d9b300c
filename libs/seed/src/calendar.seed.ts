import {
  type DateOverride,
  type WeeklyPattern,
  type WorkingCalendar,
  type WorkingInterval,
} from '@app/domain';
import { getDayDetail } from 'chinese-days';

/** Older deadlines than these are not computed: every clock starts when a ticket is submitted to Duban. */
const FIRST_YEAR = 2024;

const clock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const stretch = (from: string, to: string): WorkingInterval => ({ from: clock(from), to: clock(to) });
const mondayToFriday = (...day: readonly WorkingInterval[]): WeeklyPattern => [
  day,
  day,
  day,
  day,
  day,
  [],
  [],
];

/** Office hours of the logistics office with the official holidays and make-up days of the years on record. */
export const DEFAULT_CALENDAR: WorkingCalendar = {
  weekly: mondayToFriday(stretch('08:30', '12:00'), stretch('14:00', '17:30')),
  seasons: [
    {
      from: '05-01',
      to: '09-30',
      weekly: mondayToFriday(stretch('08:00', '12:00'), stretch('14:30', '18:00')),
    },
  ],
  vacations: [],
  ...officialDays(),
};

/**
 * What the State Council has announced, as far as the library knows it. For a year that it does not have, the
 * library answers with plain weekdays, so a year counts only where National Day is on its list.
 */
function officialDays(): Pick<WorkingCalendar, 'overrides' | 'officialYears'> {
  const officialYears: number[] = [];
  const overrides: DateOverride[] = [];
  for (let year = FIRST_YEAR; announced(`${year}-10-01`); year++) {
    officialYears.push(year);
    for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
      const override = announced(new Date(day).toISOString().slice(0, 10));
      if (override) overrides.push(override);
    }
  }
  return { overrides, officialYears };
}

/** The library names an announced day "English,中文,days", any other by its weekday. Dates go in as text: it is zoneless. */
function announced(date: string): DateOverride | undefined {
  const { work, name } = getDayDetail(date);
  const holiday = name.split(',')[1];
  if (holiday === undefined) return undefined;
  return work
    ? { date, kind: 'workday', note: `${holiday}调休上班` }
    : { date, kind: 'holiday', note: `${holiday}放假` };
}
