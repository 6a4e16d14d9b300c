import { CALENDAR } from '../../../../test/builders/fixtures.builder';
import { aTicket, START } from '../../../../test/builders/ticket.builder';
import { ADMIN, aCalendarOffice, closedOn } from '../../../../test/harness/calendar-office.harness';
import { type ApplyCalendarCommand } from './calendar-preview.types';

const at = (local: string) => new Date(`${local}+08:00`);

describe('the preview of an edit', () => {
  it('counts and shows the deadlines that would move, and changes nothing', async () => {
    const { keep, calendarDesk, calendars, log, publisher } = aCalendarOffice();
    const running = keep(aTicket().inProgress());
    const dispatched = keep(aTicket().dispatched());
    keep(aTicket().inReview());
    keep(aTicket().closed());
    const preview = await calendarDesk.preview({ basedOn: 1, calendar: closedOn('2026-03-04') });
    expect(preview).toMatchObject({
      ok: true,
      value: { checked: 2, tickets: 2, earlier: 0, later: 2, warnings: [] },
    });
    const move = { clock: 'resolution', from: at('2026-03-05T17:00'), to: at('2026-03-06T17:00') };
    expect(preview.ok && preview.value.moves).toEqual(
      [running, dispatched].map(({ number, title }) => ({ number, title, ...move })),
    );
    expect((await calendars.current()).version).toBe(1);
    expect(log.entries).toEqual([]);
    expect(publisher.published).toEqual([]);
  });

  it('tells later from earlier', async () => {
    const { keep, calendarDesk } = aCalendarOffice(closedOn('2026-03-04'));
    keep(aTicket().inProgress());
    const outcome = async (calendar = CALENDAR) => {
      const preview = await calendarDesk.preview({ basedOn: 1, calendar });
      return preview.ok && [preview.value.earlier, preview.value.later];
    };
    // The builder counts by the plain calendar: what is stored is what moves, not what a calendar says it should be.
    expect(await outcome()).toEqual([0, 0]);
    const saturday = { date: '2026-03-07', kind: 'workday' } as const;
    expect(await outcome({ ...CALENDAR, overrides: [saturday] })).toEqual([0, 0]);
    const shorter = CALENDAR.weekly.map((day) => day.slice(0, 1));
    expect(await outcome({ ...CALENDAR, weekly: shorter })).toEqual([1, 0]);
  });

  it('warns of years that open deadlines reach into without their list', async () => {
    const { keep, calendarDesk, clock } = aCalendarOffice();
    keep(
      aTicket({ at: at('2026-12-30T10:00') })
        .at(at('2026-12-30T10:00'))
        .dispatched(),
    );
    const calendar = { ...CALENDAR, officialYears: [2026] };
    const warned = { ok: true, value: { warnings: [{ year: 2027, deadlines: 1 }] } };
    await expect(calendarDesk.preview({ basedOn: 1, calendar })).resolves.toMatchObject(warned);
    await expect(calendarDesk.warnings(calendar)).resolves.toEqual([{ year: 2027, deadlines: 1 }]);
    await expect(calendarDesk.missing()).resolves.toEqual([]);
    clock.set(at('2027-10-01T00:00'));
    await expect(calendarDesk.missing()).resolves.toEqual([{ year: 2028, deadlines: 0 }]);
  });

  it('refuses a calendar with faults, pointing at them, and an edit of a version that is past', async () => {
    const { calendarDesk, save } = aCalendarOffice();
    await expect(
      calendarDesk.preview({ basedOn: 1, calendar: { ...CALENDAR, officialYears: [1] } }),
    ).resolves.toMatchObject({
      error: { code: 'CALENDAR.INVALID', errors: [{ pointer: '/calendar/officialYears/0' }] },
    });
    await save(closedOn('2026-03-04'));
    await expect(calendarDesk.preview({ basedOn: 1, calendar: CALENDAR })).resolves.toMatchObject({
      error: { code: 'CALENDAR.CONFLICT' },
    });
  });
});

describe('applying an edit', () => {
  const commandOf = async (
    { calendarDesk }: ReturnType<typeof aCalendarOffice>,
    calendar = closedOn('2026-03-04'),
  ): Promise<ApplyCalendarCommand> => {
    const preview = await calendarDesk.preview({ basedOn: 1, calendar });
    const previewToken = preview.ok ? preview.value.token : '';
    return { basedOn: 1, calendar, previewToken, reason: '校庆放假', savedBy: ADMIN };
  };

  it('stores the version, one entry of the record and a job, and keeps the old version', async () => {
    const office = aCalendarOffice();
    const command = await commandOf(office);
    await expect(office.calendarDesk.apply(command)).resolves.toMatchObject({
      ok: true,
      value: { version: 2, state: 'waiting', savedAt: START, reason: '校庆放假' },
    });
    await expect(office.directory.calendar()).resolves.toEqual(command.calendar);
    await expect(office.calendars.version(1)).resolves.toMatchObject({ calendar: CALENDAR });
    expect(office.log.entries).toMatchObject([
      {
        id: 'calendar-2',
        kind: 'calendar',
        subject: '2',
        actor: { kind: 'person', ...ADMIN },
        before: CALENDAR,
        after: command.calendar,
        reason: '校庆放假',
      },
    ]);
    expect(office.publisher.published).toMatchObject([
      { name: 'calendar.apply', payload: { calendarVersion: 2 } },
    ]);
  });

  it('of two administrators takes one', async () => {
    const office = aCalendarOffice();
    const [ours, theirs] = [await commandOf(office), await commandOf(office, closedOn('2026-03-05'))];
    const both = [ours, { ...theirs, savedBy: { id: 'other', name: '另一人' } }];
    const answers = await Promise.all(both.map((command) => office.calendarDesk.apply(command)));
    expect(answers).toMatchObject([{ ok: true }, { error: { code: 'CALENDAR.CONFLICT' } }]);
    expect(office.log.entries).toHaveLength(1);
  });

  it('answers a repeat as the first time', async () => {
    const office = aCalendarOffice();
    const command = await commandOf(office);
    const first = await office.calendarDesk.apply(command);
    await expect(office.calendarDesk.apply(command)).resolves.toEqual(first);
    await expect(
      office.calendarDesk.apply({ ...command, savedBy: { id: 'other', name: '另一人' } }),
    ).resolves.toMatchObject({ error: { code: 'CALENDAR.CONFLICT' } });
    expect((await office.calendars.current()).version).toBe(2);
    expect(office.log.entries).toHaveLength(1);
  });

  it('refuses what was not previewed', async () => {
    const office = aCalendarOffice();
    const command = await commandOf(office);
    const calendar = closedOn('2026-03-04', '2026-03-05');
    await expect(office.calendarDesk.apply({ ...command, calendar })).resolves.toMatchObject({
      error: { code: 'CALENDAR.NOT_PREVIEWED' },
    });
    await expect(office.calendarDesk.apply({ ...command, basedOn: 2 })).resolves.toMatchObject({
      error: { code: 'CALENDAR.NOT_PREVIEWED' },
    });
  });

  it('loses nothing where the queue is away: the sweep takes it up', async () => {
    const office = aCalendarOffice();
    const command = await commandOf(office);
    office.publisher.failure = new Error('Redis is away');
    await expect(office.calendarDesk.apply(command)).resolves.toMatchObject({ ok: true });
    office.publisher.failure = undefined;
    await expect(office.calendarDesk.takeUpSilent()).resolves.toBe(0);
    office.clock.advance(31_000);
    await expect(office.calendarDesk.takeUpSilent()).resolves.toBe(1);
    expect(office.publisher.published).toMatchObject([{ name: 'calendar.apply' }]);
  });
});
