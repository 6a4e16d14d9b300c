import {
  type DateOverride,
  type LocalDate,
  type Season,
  type Vacation,
  type WeeklyPattern,
  type WorkingCalendar,
  type WorkingInterval,
} from './calendar.types';
import { MINUTES_PER_DAY, firstDayOfYear, localDateOfDay, weekdayOfDay } from './local-time.decide';

/** One year of a calendar worked out: the hours of each day and the working minutes before it. */
export interface CalendarYear {
  /** Local day number of 1 January. */
  readonly firstDay: number;
  readonly days: readonly (readonly WorkingInterval[])[];
  /** Working minutes of the year before each day; one entry more than `days`, the last being the year's total. */
  readonly before: readonly number[];
  readonly total: number;
}

interface CompiledCalendar {
  readonly overrides: ReadonlyMap<LocalDate, DateOverride>;
  readonly years: Map<number, CalendarYear>;
}

/** Keyed by the calendar object, which is immutable by type: an edited calendar is a new object. */
const compiledCalendars = new WeakMap<WorkingCalendar, CompiledCalendar>();

/** The worked-out table of a year, computed at its first use and kept as long as the calendar object lives. */
export function calendarYear(calendar: WorkingCalendar, year: number): CalendarYear {
  let compiled = compiledCalendars.get(calendar);
  if (!compiled) {
    compiled = { overrides: new Map(calendar.overrides.map((o) => [o.date, o])), years: new Map() };
    compiledCalendars.set(calendar, compiled);
  }
  let table = compiled.years.get(year);
  if (!table) {
    table = compileYear(calendar, compiled.overrides, year);
    compiled.years.set(year, table);
  }
  return table;
}

/** Working minutes between the year's first midnight and `localMinute`, which must lie in that year. */
export function workedMinutes(table: CalendarYear, localMinute: number): number {
  const index = Math.floor(localMinute / MINUTES_PER_DAY) - table.firstDay;
  const minute = localMinute - (table.firstDay + index) * MINUTES_PER_DAY;
  let worked = table.before[index] ?? 0;
  for (const { from, to } of table.days[index] ?? []) worked += Math.max(0, Math.min(minute, to) - from);
  return worked;
}

/** The local minute of the year's working minute number `n`, counted from 0; `n` must be below the total. */
export function localMinuteOfWorkingMinute(table: CalendarYear, n: number): number {
  let low = 0;
  let high = table.days.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table.before[middle + 1] ?? 0) > n) high = middle;
    else low = middle + 1;
  }
  let rest = n - (table.before[low] ?? 0);
  for (const { from, to } of table.days[low] ?? []) {
    if (rest < to - from) return (table.firstDay + low) * MINUTES_PER_DAY + from + rest;
    rest -= to - from;
  }
  throw new RangeError(`The year has no working minute ${n}`);
}

function compileYear(
  calendar: WorkingCalendar,
  overrides: ReadonlyMap<LocalDate, DateOverride>,
  year: number,
): CalendarYear {
  const firstDay = firstDayOfYear(year);
  const days: (readonly WorkingInterval[])[] = [];
  const before = [0];
  let total = 0;
  for (let day = firstDay; day < firstDayOfYear(year + 1); day++) {
    const date = localDateOfDay(day);
    const hours = merged(hoursBy(ruleOn(calendar, overrides.get(date), date), weekdayOfDay(day)));
    for (const { from, to } of hours) total += to - from;
    days.push(hours);
    before.push(total);
  }
  return { firstDay, days, before, total };
}

/** What decides about a date. */
export type CalendarRule =
  | { readonly kind: 'override'; readonly override: DateOverride; readonly pattern: WeeklyPattern }
  | { readonly kind: 'vacation'; readonly vacation: Vacation; readonly pattern: WeeklyPattern }
  | { readonly kind: 'season'; readonly season: Season; readonly pattern: WeeklyPattern }
  | { readonly kind: 'weekly'; readonly pattern: WeeklyPattern };

/**
 * The rule that decides about a date, with the weekly pattern that holds there. Precedence as stated at
 * WorkingCalendar; of several vacations or seasons that hold, the later entry wins.
 */
export function ruleOn(
  calendar: WorkingCalendar,
  override: DateOverride | undefined,
  date: LocalDate,
): CalendarRule {
  const vacation = calendar.vacations.findLast(({ from, to }) => from <= date && date <= to);
  const season = calendar.seasons.findLast(({ from, to }) => withinSeason(from, to, date.slice(5)));
  const pattern = (vacation ?? season ?? calendar).weekly;
  if (override) return { kind: 'override', override, pattern };
  if (vacation) return { kind: 'vacation', vacation, pattern };
  return season ? { kind: 'season', season, pattern } : { kind: 'weekly', pattern };
}

/** The hours that a rule gives to a day of the week, as they are written. */
function hoursBy(rule: CalendarRule, weekday: number): readonly WorkingInterval[] {
  if (rule.kind !== 'override') return rule.pattern[weekday] ?? [];
  const { kind, intervals } = rule.override;
  return kind === 'holiday' ? [] : (intervals ?? rule.pattern[0] ?? []);
}

/** A season whose end lies before its start runs over the new year. */
function withinSeason(from: string, to: string, monthDay: string): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}

/** Intervals in order, without overlaps and without empty ones, so that no minute is counted twice. */
function merged(intervals: readonly WorkingInterval[]): readonly WorkingInterval[] {
  const result: WorkingInterval[] = [];
  for (const next of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (next.to <= next.from) continue;
    if (last && next.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else result.push(next);
  }
  return result;
}
