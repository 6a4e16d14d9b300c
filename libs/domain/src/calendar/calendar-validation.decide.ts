import { calendarYear } from './calendar-year.decide';
import {
  type DateOverride,
  type LocalDate,
  type Season,
  type Vacation,
  type WeeklyPattern,
  type WorkingCalendar,
  type WorkingInterval,
} from './calendar.types';
import { dayOfLocalDate, MINUTES_PER_DAY } from './local-time.decide';
import { intervalsOn } from './working-calendar.decide';

/** What is wrong with a calendar and where: a JSON pointer (RFC 6901) and a sentence for the administrator. */
export interface CalendarFault {
  readonly pointer: string;
  readonly message: string;
}

/** More of anything than these is a slip, not an office: they hold twenty years of a busy one. */
export const CALENDAR_LIMITS = {
  intervalsPerDay: 6,
  seasons: 12,
  vacations: 100,
  vacationDays: 200,
  overrides: 2000,
  officialYears: 100,
  textLength: 100,
} as const;

const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;
/** Month-days are judged in a leap year, so that a season may begin or end on 29 February. */
const LEAP_YEAR = 2024;

/**
 * The faults of a calendar, none where deadlines may be counted by it: seven days a week, hours in order, apart and
 * within the day; dates that exist, between 2000 and 2099; seasons that do not overlap, nor vacations; one override a
 * date; some working time in every year; nothing beyond CALENDAR_LIMITS.
 */
export function validateCalendar(calendar: WorkingCalendar): readonly CalendarFault[] {
  const { weekly, seasons, vacations, overrides, officialYears } = calendar;
  const faults = [
    ...sizeFaults(calendar),
    ...weeklyFaults('/weekly', weekly),
    ...seasons.flatMap((season, index) => seasonFaults(`/seasons/${index}`, season)),
    ...vacations.flatMap((vacation, index) => vacationFaults(`/vacations/${index}`, vacation)),
    ...overlaps('/seasons', seasons, '时段', seasonsMeet),
    ...overlaps('/vacations', vacations, '假期', (a, b) => a.from <= b.to && b.from <= a.to),
    ...overrideFaults(overrides),
    ...officialYears.flatMap((year, index) =>
      yearFaults(`/officialYears/${index}`, year, index, officialYears),
    ),
  ];
  return faults.length > 0 ? faults : restlessFaults(calendar);
}

function sizeFaults(calendar: WorkingCalendar): CalendarFault[] {
  return (['seasons', 'vacations', 'overrides', 'officialYears'] as const).flatMap((part) =>
    calendar[part].length > CALENDAR_LIMITS[part]
      ? [{ pointer: `/${part}`, message: `最多 ${CALENDAR_LIMITS[part]} 条` }]
      : [],
  );
}

function weeklyFaults(pointer: string, weekly: WeeklyPattern): CalendarFault[] {
  if (weekly.length !== 7) return [{ pointer, message: '须为周一至周日共 7 天' }];
  return weekly.flatMap((hours, day) => hoursFaults(`${pointer}/${day}`, hours));
}

function hoursFaults(pointer: string, hours: readonly WorkingInterval[]): CalendarFault[] {
  const fault = (message: string): CalendarFault[] => [{ pointer, message }];
  if (hours.length > CALENDAR_LIMITS.intervalsPerDay)
    return fault(`一天最多 ${CALENDAR_LIMITS.intervalsPerDay} 段工作时间`);
  for (const [index, { from, to }] of hours.entries()) {
    const previous = hours[index - 1];
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > MINUTES_PER_DAY)
      return fault('工作时间须在 00:00 与 24:00 之间，精确到分钟');
    if (from >= to) return fault('每段工作时间的开始须早于结束');
    if (previous && from < previous.to) return fault('工作时间须按先后排列且互不重叠');
  }
  return [];
}

function seasonFaults(pointer: string, season: Season): CalendarFault[] {
  const ends = (['from', 'to'] as const).filter((end) => !isDate(`${LEAP_YEAR}-${season[end]}`));
  return [
    ...ends.map((end) => ({ pointer: `${pointer}/${end}`, message: '须为存在的月日，如 05-01' })),
    ...weeklyFaults(`${pointer}/weekly`, season.weekly),
  ];
}

function vacationFaults(pointer: string, { from, to, name, weekly }: Vacation): CalendarFault[] {
  const dates = [...dateFaults(`${pointer}/from`, from), ...dateFaults(`${pointer}/to`, to)];
  const days = dates.length > 0 ? 1 : dayOfLocalDate(to) - dayOfLocalDate(from) + 1;
  return [
    ...dates,
    ...(days < 1 ? [{ pointer: `${pointer}/to`, message: '结束日期不能早于开始日期' }] : []),
    ...(days > CALENDAR_LIMITS.vacationDays
      ? [{ pointer: `${pointer}/to`, message: `一个假期最长 ${CALENDAR_LIMITS.vacationDays} 天` }]
      : []),
    ...(name.trim() === '' ? [{ pointer: `${pointer}/name`, message: '名称不能为空' }] : []),
    ...textFaults(`${pointer}/name`, name),
    ...weeklyFaults(`${pointer}/weekly`, weekly),
  ];
}

function overrideFaults(overrides: readonly DateOverride[]): CalendarFault[] {
  const seen = new Set<LocalDate>();
  return overrides.flatMap(({ date, kind, intervals, note }, index) => {
    const pointer = `/overrides/${index}`;
    const faults = [...dateFaults(`${pointer}/date`, date), ...textFaults(`${pointer}/note`, note ?? '')];
    if (seen.has(date)) faults.push({ pointer: `${pointer}/date`, message: `${date} 已有规定` });
    seen.add(date);
    if (intervals) faults.push(...hoursFaults(`${pointer}/intervals`, intervals));
    if (intervals && kind === 'holiday')
      faults.push({ pointer: `${pointer}/intervals`, message: '放假日没有工作时间' });
    if (intervals?.length === 0 && kind === 'workday')
      faults.push({ pointer: `${pointer}/intervals`, message: '工作日须有工作时间；放假请用 holiday' });
    return faults;
  });
}

function yearFaults(pointer: string, year: number, index: number, years: readonly number[]): CalendarFault[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR)
    return [{ pointer, message: `年份须在 ${FIRST_YEAR} 与 ${LAST_YEAR} 之间` }];
  return years.indexOf(year) === index ? [] : [{ pointer, message: `${year} 年重复` }];
}

function dateFaults(pointer: string, date: LocalDate): CalendarFault[] {
  if (!isDate(date)) return [{ pointer, message: '须为存在的日期，如 2026-05-01' }];
  const year = Number(date.slice(0, 4));
  return year < FIRST_YEAR || year > LAST_YEAR
    ? [{ pointer, message: `年份须在 ${FIRST_YEAR} 与 ${LAST_YEAR} 之间` }]
    : [];
}

function textFaults(pointer: string, text: string): CalendarFault[] {
  return text.length > CALENDAR_LIMITS.textLength
    ? [{ pointer, message: `最多 ${CALENDAR_LIMITS.textLength} 字` }]
    : [];
}

function isDate(text: string): boolean {
  try {
    dayOfLocalDate(text);
    return true;
  } catch {
    return false;
  }
}

/** One fault for each entry that meets an earlier one. */
function overlaps<T>(
  pointer: string,
  entries: readonly T[],
  name: string,
  meet: (a: T, b: T) => boolean,
): CalendarFault[] {
  return entries.flatMap((entry, index) => {
    const other = entries.findIndex((earlier, position) => position < index && meet(earlier, entry));
    return other < 0 ? [] : [{ pointer: `${pointer}/${index}`, message: `与第 ${other + 1} 个${name}重叠` }];
  });
}

/** Two seasons of the circle of the year meet where one begins within the other. */
function seasonsMeet(a: Season, b: Season): boolean {
  const within = ({ from, to }: Season, day: string): boolean =>
    from <= to ? from <= day && day <= to : from <= day || day <= to;
  return within(a, b.from) || within(b, a.from);
}

/** Deadlines end: every year that an entry speaks of, and one that none does, has working time; so has a workday. */
function restlessFaults(calendar: WorkingCalendar): CalendarFault[] {
  const idle = calendar.overrides.flatMap(({ date, kind }, index) =>
    kind === 'workday' && intervalsOn(calendar, date).length === 0
      ? [{ pointer: `/overrides/${index}`, message: '这一天没有可参照的工作时间，请写明' }]
      : [],
  );
  const dates = [
    ...calendar.overrides.map(({ date }) => date),
    ...calendar.vacations.flatMap(({ from, to }) => [from, to]),
  ];
  const years = [...new Set([LAST_YEAR + 1, ...dates.map((date) => Number(date.slice(0, 4)))])];
  const restless = years.find((year) => calendarYear(calendar, year).total === 0);
  if (restless === undefined) return idle;
  const message = restless > LAST_YEAR ? '一周之内没有工作时间' : `${restless} 年没有工作时间`;
  return [...idle, { pointer: '/weekly', message }];
}
