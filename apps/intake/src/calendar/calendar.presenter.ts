import { type CalendarPreview, type CalendarVersionSummary } from '@app/application';
import {
  type calendarChangeSchema,
  type calendarDaysSchema,
  type calendarPreviewSchema,
  type calendarSchema,
  type calendarVersionPageSchema,
} from '@app/contracts/http';
import {
  type CalendarChange,
  type CalendarDay,
  type DateOverride,
  type WorkingCalendar,
  type WorkingInterval,
} from '@app/domain';
import { type z } from 'zod';
import { API } from '../requests/api-path';

type Wire = z.output<typeof calendarSchema>;

/** The calendar out of a request whose shape has been checked. */
export function readCalendar(wire: Wire): WorkingCalendar {
  const weekOf = (weekly: readonly string[]) => weekly.map(readHours);
  return {
    weekly: weekOf(wire.weekly),
    seasons: wire.seasons.map(({ from, to, weekly }) => ({ from, to, weekly: weekOf(weekly) })),
    vacations: wire.vacations.map(({ from, to, name, weekly }) => ({
      from,
      to,
      name,
      weekly: weekOf(weekly),
    })),
    overrides: wire.overrides.map(({ date, kind, source, hours, note }): DateOverride => ({
      date,
      kind,
      source,
      ...(hours === undefined ? {} : { intervals: readHours(hours) }),
      ...(note === undefined ? {} : { note }),
    })),
    officialYears: wire.officialYears,
  };
}

export function presentCalendar(calendar: WorkingCalendar): Wire {
  const weekOf = (weekly: WorkingCalendar['weekly']) => weekly.map(presentHours);
  return {
    weekly: weekOf(calendar.weekly),
    seasons: calendar.seasons.map(({ from, to, weekly }) => ({ from, to, weekly: weekOf(weekly) })),
    vacations: calendar.vacations.map(({ from, to, name, weekly }) => ({
      from,
      to,
      name,
      weekly: weekOf(weekly),
    })),
    overrides: calendar.overrides.map(({ date, kind, source = 'official', intervals, note }) => ({
      date,
      kind,
      source,
      ...(intervals === undefined ? {} : { hours: presentHours(intervals) }),
      ...(note === undefined ? {} : { note }),
    })),
    officialYears: [...calendar.officialYears],
  };
}

export function presentVersion({
  version,
  savedAt,
  savedBy,
  reason,
  state,
}: CalendarVersionSummary): z.input<typeof calendarVersionPageSchema>['items'][number] {
  return { version, savedAt: savedAt.toISOString(), savedBy: savedBy?.name, reason, state };
}

export function presentDay({
  intervals,
  ...day
}: CalendarDay): z.input<typeof calendarDaysSchema>['items'][number] {
  return { ...day, hours: presentHours(intervals) };
}

export function presentPreview({
  moves,
  warnings,
  ...preview
}: CalendarPreview): z.input<typeof calendarPreviewSchema> {
  return {
    ...preview,
    warnings: [...warnings],
    moves: moves.map(({ from, to, ...move }) => ({
      ...move,
      from: from.toISOString(),
      to: to.toISOString(),
      direction: to < from ? 'earlier' : 'later',
    })),
  };
}

export function presentChange(change: CalendarChange): z.input<typeof calendarChangeSchema> {
  const { version, savedAt, savedBy, reason, state, checked, moved, failed, failures, finishedAt } = change;
  return {
    version,
    savedAt: savedAt.toISOString(),
    savedBy: savedBy.name,
    reason,
    state,
    checked,
    moved,
    failed,
    failures: failures.map(({ ticketNumber, problem }) => ({ ticket: ticketNumber, problem })),
    finishedAt: finishedAt?.toISOString(),
    links: { self: `/${API}/calendar/changes/${version}` },
  };
}

/** `08:30-12:00 14:00-17:30` in minutes after midnight. */
function readHours(hours: string): WorkingInterval[] {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return hours
    .split(' ')
    .filter(Boolean)
    .map((stretch) => ({ from: minutes(stretch.slice(0, 5)), to: minutes(stretch.slice(6)) }));
}

function presentHours(intervals: readonly WorkingInterval[]): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const time = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return intervals.map(({ from, to }) => `${time(from)}-${time(to)}`).join(' ');
}
