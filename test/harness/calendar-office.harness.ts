import { ApplyCalendarHandler, CalendarDesk } from '@app/application';
import { type CalendarChange, type WorkingCalendar } from '@app/domain';
import { CALENDAR } from '../builders/fixtures.builder';
import { FakeCalendarRepository, FakeTicketClocksQuery } from '../fakes/calendar.fake';
import { FakeConfigurationLog } from '../fakes/configuration.fake';
import { anOffice } from './office.harness';

export const ADMIN = { id: 'person-admin', name: '管理员' };
export const RUNNING = new AbortController().signal;

/** The plain calendar with days on which the university rests. */
export function closedOn(...dates: readonly string[]): WorkingCalendar {
  return {
    ...CALENDAR,
    overrides: dates.map((date) => ({ date, kind: 'holiday', source: 'university' })),
  };
}

/** An office in memory with what edits its calendar and carries it into the tickets. */
export function aCalendarOffice(first: WorkingCalendar = CALENDAR) {
  const office = anOffice({ calendar: first });
  const { tickets, directory, execute, publisher, clock, ids } = office;
  const calendars = new FakeCalendarRepository(first, (calendar) => directory.set({ calendar }));
  const clocks = new FakeTicketClocksQuery(tickets.rows);
  const log = new FakeConfigurationLog();
  const calendarDesk = new CalendarDesk(calendars, clocks, log, publisher, clock, ids);
  const apply = new ApplyCalendarHandler(calendars, calendarDesk, clocks, directory, execute, clock);

  /** Previews and applies an edit of the version that holds. */
  const save = async (calendar: WorkingCalendar): Promise<CalendarChange> => {
    const basedOn = (await calendars.current()).version;
    const preview = await calendarDesk.preview({ basedOn, calendar });
    if (!preview.ok) throw new Error(preview.error.code);
    const previewToken = preview.value.token;
    const saved = await calendarDesk.apply({
      basedOn,
      calendar,
      previewToken,
      reason: '校庆',
      savedBy: ADMIN,
    });
    if (!saved.ok) throw new Error(saved.error.code);
    return saved.value;
  };
  return { ...office, calendars, clocks, log, calendarDesk, apply, save };
}
