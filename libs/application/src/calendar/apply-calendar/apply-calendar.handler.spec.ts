import { type Ticket } from '@app/domain';
import { CALENDAR } from '../../../../../test/builders/fixtures.builder';
import { aTicket } from '../../../../../test/builders/ticket.builder';
import { aCalendarOffice, closedOn, RUNNING } from '../../../../../test/harness/calendar-office.harness';
import { ApplyCalendarHandler } from './apply-calendar.handler';

const LATER = new Date('2026-03-06T17:00+08:00');
type Office = ReturnType<typeof aCalendarOffice>;

/** More tickets than one batch holds, every one with a deadline that the closure moves. */
const fill = ({ keep }: Office, count: number): Ticket[] =>
  Array.from({ length: count }, () => keep(aTicket().inProgress()));
const dueOf = ({ tickets }: Office) =>
  tickets.rows.tickets.map(({ clocks }) => clocks.resolution?.dueAt.toISOString());
const movesOf = ({ tickets }: Office) =>
  tickets.rows.tickets.map(({ log }) => log.filter(({ type }) => type === 'ticket.deadlines-moved').length);

describe(ApplyCalendarHandler.name, () => {
  it('moves the deadlines of every open ticket once, and says how many', async () => {
    const office = aCalendarOffice();
    fill(office, 230);
    const over = office.keep(aTicket().closed());
    const { version } = await office.save(closedOn('2026-03-04'));
    await expect(office.apply.execute(version, RUNNING)).resolves.toMatchObject({
      state: 'done',
      checked: 230,
      moved: 230,
      failed: 0,
    });
    await expect(office.tickets.byId(over.id)).resolves.toEqual(over);
    expect(new Set(dueOf(office).slice(0, 230))).toEqual(new Set([LATER.toISOString()]));
    await office.apply.execute(version, RUNNING);
    expect(Math.max(...movesOf(office))).toBe(1);
    expect(office.log.entries).toHaveLength(1);
  });

  it('leaves alone what does not move', async () => {
    const office = aCalendarOffice();
    const ticket = office.keep(aTicket().inProgress());
    const { version } = await office.save(closedOn('2026-06-01'));
    await expect(office.apply.execute(version, RUNNING)).resolves.toMatchObject({ checked: 1, moved: 0 });
    await expect(office.tickets.byId(ticket.id)).resolves.toEqual(ticket);
  });

  it('goes on after a crash wherever it came, and counts each ticket once', async () => {
    for (let calls = 1; calls < 40; calls += 3) {
      const office = aCalendarOffice();
      fill(office, 12);
      const { version } = await office.save(closedOn('2026-03-04'));
      let left = calls;
      const save = office.tickets.save.bind(office.tickets);
      const advance = office.calendars.advance.bind(office.calendars);
      const dying =
        <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
        (...args: A): Promise<R> => {
          left -= 1;
          return left === 0 ? Promise.reject(new Error('died')) : call(...args);
        };
      jest.spyOn(office.tickets, 'save').mockImplementation(dying(save));
      jest.spyOn(office.calendars, 'advance').mockImplementation(dying(advance));
      await office.apply.execute(version, RUNNING).catch(() => undefined);
      await expect(office.apply.execute(version, RUNNING)).resolves.toMatchObject({
        state: 'done',
        checked: 12,
        moved: 12,
        failed: 0,
      });
      expect(movesOf(office)).toEqual(Array(12).fill(1));
    }
  });

  it('lets two workers at once end with the same', async () => {
    const office = aCalendarOffice();
    fill(office, 20);
    const { version } = await office.save(closedOn('2026-03-04'));
    await Promise.all([office.apply.execute(version, RUNNING), office.apply.execute(version, RUNNING)]);
    await expect(office.calendars.change(version)).resolves.toMatchObject({
      state: 'done',
      checked: 20,
      moved: 20,
    });
    expect(movesOf(office)).toEqual(Array(20).fill(1));
  });

  it('goes past a ticket that cannot be moved, and names it', async () => {
    const office = aCalendarOffice();
    const [lost] = fill(office, 3);
    office.tickets.rows.byId.set(lost!.id, {
      ticket: { ...lost!, policy: { code: 'lost', version: 1 } },
      outbox: [],
    });
    const { version } = await office.save(closedOn('2026-03-04'));
    const change = await office.apply.execute(version, RUNNING);
    expect(change).toMatchObject({ state: 'done', checked: 3, moved: 2, failed: 1 });
    expect(change?.failures).toEqual([
      {
        ticketId: lost!.id,
        ticketNumber: lost!.number,
        problem: expect.stringContaining('a policy that is not stored'),
      },
    ]);
  });

  it('tries a ticket that failed once more at the end', async () => {
    const office = aCalendarOffice();
    fill(office, 3);
    const { version } = await office.save(closedOn('2026-03-04'));
    jest.spyOn(office.tickets, 'byId').mockRejectedValueOnce(new Error('away'));
    await expect(office.apply.execute(version, RUNNING)).resolves.toMatchObject({
      moved: 3,
      failed: 0,
      failures: [],
    });
  });

  it('stops where a later version holds, which moves everything itself', async () => {
    const office = aCalendarOffice();
    fill(office, 2);
    const first = await office.save(closedOn('2026-03-04'));
    const second = await office.save(CALENDAR);
    await expect(office.apply.execute(first.version, RUNNING)).resolves.toMatchObject({
      state: 'superseded',
      checked: 0,
    });
    await expect(office.apply.execute(second.version, RUNNING)).resolves.toMatchObject({
      state: 'done',
      moved: 0,
    });
  });

  it('moves there and back', async () => {
    const office = aCalendarOffice();
    fill(office, 2);
    const before = dueOf(office);
    for (const calendar of [closedOn('2026-03-04'), closedOn('2026-03-03', '2026-03-05'), CALENDAR])
      await office.apply.execute((await office.save(calendar)).version, RUNNING);
    expect(dueOf(office)).toEqual(before);
    expect(movesOf(office)).toEqual([3, 3]);
  });

  it('gives up between two batches when it is told to stop', async () => {
    const office = aCalendarOffice();
    fill(office, 2);
    const { version } = await office.save(closedOn('2026-03-04'));
    await expect(office.apply.execute(version, AbortSignal.abort())).rejects.toThrow('abort');
    await expect(office.calendars.change(version)).resolves.toMatchObject({ state: 'waiting' });
    await expect(office.apply.execute(9, RUNNING)).rejects.toThrow('no calendar change 9');
  });
});
