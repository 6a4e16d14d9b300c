import { ruleOn } from './calendar-year.decide';
import { type LocalDate, type WorkingCalendar, type WorkingInterval } from './calendar.types';
import { dayOfLocalDate, localDateOfDay, weekdayOfDay } from './local-time.decide';
import { intervalsOn } from './working-calendar.decide';

/** What a date is, and which rule of the calendar says so. */
export interface CalendarDay {
  readonly date: LocalDate;
  /** ISO weekday, 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  readonly intervals: readonly WorkingInterval[];
  /**
   * `holiday`, `make-up` (working by the official list), `closure` (rest by the university's own decision) and
   * `special` (working by it) come from a date override; the others from the pattern that holds.
   */
  readonly rule: 'holiday' | 'make-up' | 'closure' | 'special' | 'vacation' | 'season' | 'weekly';
  /** The override's note or the vacation's name. */
  readonly note?: string;
  /** Whether the official list of the date's year has been entered; without it a holiday may be missing here. */
  readonly listed: boolean;
}

const BY_OVERRIDE = {
  official: { holiday: 'holiday', workday: 'make-up' },
  university: { holiday: 'closure', workday: 'special' },
} as const;

/**
 * Every date from `from` to `to` (both inclusive, dates in Shanghai) with its working intervals and the reason for
 * them. Throws RangeError where a text is no date.
 */
export function calendarDays(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): CalendarDay[] {
  const overrides = new Map(calendar.overrides.map((override) => [override.date, override]));
  const days: CalendarDay[] = [];
  for (let day = dayOfLocalDate(from); day <= dayOfLocalDate(to); day++) {
    const date = localDateOfDay(day);
    const rule = ruleOn(calendar, overrides.get(date), date);
    const note =
      rule.kind === 'override'
        ? rule.override.note
        : rule.kind === 'vacation'
          ? rule.vacation.name
          : undefined;
    days.push({
      date,
      weekday: weekdayOfDay(day) + 1,
      intervals: intervalsOn(calendar, date),
      rule:
        rule.kind === 'override'
          ? BY_OVERRIDE[rule.override.source ?? 'official'][rule.override.kind]
          : rule.kind,
      ...(note === undefined ? {} : { note }),
      listed: calendar.officialYears.includes(Number(date.slice(0, 4))),
    });
  }
  return days;
}
