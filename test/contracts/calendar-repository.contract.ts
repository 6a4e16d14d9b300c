import { type CalendarRepository, type TicketClocksQuery, type TicketRepository } from '@app/application';
import { type CalendarChange, type CalendarVersion, type WorkingCalendar } from '@app/domain';
import { CALENDAR } from '../builders/fixtures.builder';
import { aTicket, START, type TicketBuilder } from '../builders/ticket.builder';

const later = (seconds: number) => new Date(START.getTime() + seconds * 1_000);

/** A version of the calendar that somebody saved, and its way into the tickets. */
export function aCalendarChange(overrides: Partial<CalendarChange> = {}): CalendarChange {
  return {
    version: 2,
    savedAt: START,
    savedBy: { id: 'person-admin', name: '管理员' },
    reason: '国庆放假安排',
    previewToken: 'token',
    state: 'waiting',
    checked: 0,
    moved: 0,
    failed: 0,
    failures: [],
    touchedAt: START,
    ...overrides,
  };
}

const versionOf = (
  { version, savedAt, savedBy, reason }: CalendarChange,
  calendar: WorkingCalendar = CALENDAR,
): CalendarVersion => ({ version, savedAt, savedBy, reason, calendar });

/** What every CalendarRepository does; `open` gives one that was seeded with the calendar and nothing more. */
export function describeCalendarRepository(
  name: string,
  open: (first: WorkingCalendar) => Promise<CalendarRepository>,
): void {
  describe(`${name} as the versions of the calendar`, () => {
    const second = aCalendarChange();
    const edited: WorkingCalendar = {
      ...CALENDAR,
      overrides: [{ date: '2026-10-01', kind: 'holiday', source: 'university', note: '校庆' }],
    };

    it('begins with the seeded one, which nobody saved', async () => {
      const calendars = await open(CALENDAR);
      expect(await calendars.current()).toMatchObject({ version: 1, calendar: CALENDAR });
      expect((await calendars.current()).savedBy).toBeUndefined();
      expect(await calendars.version(1)).toStrictEqual(await calendars.current());
      expect(await calendars.version(2)).toBeUndefined();
      expect(await calendars.change(1)).toBeUndefined();
      expect(await calendars.change(2)).toBeUndefined();
    });

    it('keeps every version, and takes a number once', async () => {
      const calendars = await open(CALENDAR);
      const both = [versionOf(second, edited), versionOf({ ...second, reason: '另一个' })];
      const answers = await Promise.all(both.map((version) => calendars.add(version, second)));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await calendars.current()).toStrictEqual(both[answers.indexOf(true)]);
      expect((await calendars.version(1))?.calendar).toStrictEqual(CALENDAR);
      expect(await calendars.change(2)).toMatchObject({ previewToken: 'token', state: 'waiting' });
    });

    it('lists the newest first, page by page, without their content', async () => {
      const calendars = await open(CALENDAR);
      const third = aCalendarChange({ version: 3, savedAt: later(60) });
      await calendars.add(versionOf(second), second);
      await calendars.add(versionOf(third), third);
      const { calendar: _, ...content } = versionOf(third);
      expect(await calendars.list({ limit: 1 })).toStrictEqual([{ ...content, state: 'waiting' }]);
      const rest = await calendars.list({ before: 3, limit: 5 });
      expect(rest.map(({ version, state }) => [version, state])).toEqual([
        [2, 'waiting'],
        [1, undefined],
      ]);
    });

    it('lets one of two workers go on from the same place', async () => {
      const calendars = await open(CALENDAR);
      await calendars.add(versionOf(second), second);
      const step = (change: CalendarChange): CalendarChange => ({
        ...change,
        state: 'running',
        after: `t${change.checked + 10}`,
        checked: change.checked + 10,
        touchedAt: later(1),
      });
      const first = step(second);
      expect(await calendars.advance(second, first)).toBe(true);
      expect(await calendars.advance(second, first)).toBe(false);
      const answers = await Promise.all([1, 2].map(() => calendars.advance(first, step(first))));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await calendars.change(2)).toStrictEqual(step(first));
      expect(await calendars.current()).toStrictEqual(versionOf(second));
    });

    it('finds the changes that a worker ought to be busy with and that are silent', async () => {
      const calendars = await open(CALENDAR);
      await calendars.add(versionOf(second), second);
      expect(await calendars.silentSince(START)).toEqual([]);
      expect(await calendars.silentSince(later(1))).toStrictEqual([second]);
      const running = { ...second, state: 'running', checked: 5, touchedAt: later(10) } as const;
      await calendars.advance(second, running);
      expect(await calendars.silentSince(later(10))).toEqual([]);
      expect(await calendars.silentSince(later(11))).toHaveLength(1);
      await calendars.advance(running, { ...running, state: 'done', finishedAt: later(10) });
      expect(await calendars.silentSince(later(60))).toEqual([]);
    });
  });
}

/** What every TicketClocksQuery does beside the TicketRepository whose tickets it reads; `open` gives an empty pair. */
export function describeTicketClocks(
  name: string,
  open: () => Promise<{ readonly tickets: TicketRepository; readonly clocks: TicketClocksQuery }>,
): void {
  describe(`${name} as the clocks of open tickets`, () => {
    it('reads tickets in which clocks may run, in the order of their ids, page by page', async () => {
      const { tickets, clocks } = await open();
      const store = async (life: (ticket: TicketBuilder) => TicketBuilder = (t) => t) => {
        const submitted = aTicket();
        const [created] = await tickets.create([submitted.buildNew()]);
        const ticket = life(submitted).build();
        if (ticket.version > 1) await tickets.save(created!.ticket, ticket, []);
        return ticket;
      };
      const submitted = await store();
      const running = await store((t) => t.inProgress());
      await store((t) => t.inReview());
      await store((t) => t.closed());
      const dispatched = await store((t) => t.dispatched());
      const all = [submitted, running, dispatched].map(({ id, number, title, clocks: own }) => ({
        id,
        number,
        title,
        clocks: own,
      }));
      expect(await clocks.running({ limit: 10 })).toStrictEqual(all);
      expect(await clocks.running({ limit: 2 })).toStrictEqual(all.slice(0, 2));
      expect(await clocks.running({ limit: 2, after: running.id })).toStrictEqual(all.slice(2));
      const dueFrom = running.clocks.resolution!.dueAt;
      expect(await clocks.running({ limit: 10, dueFrom })).toStrictEqual(all.slice(1));
      expect(await clocks.running({ limit: 10, dueFrom: new Date(dueFrom.getTime() + 60_000) })).toEqual([]);
    });
  });
}
