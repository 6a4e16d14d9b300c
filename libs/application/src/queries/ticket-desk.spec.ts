import { aPerson } from '../../../../test/builders/fixtures.builder';
import { aTicket } from '../../../../test/builders/ticket.builder';
import { FakeIdentityVault } from '../../../../test/fakes/identity.fake';
import { FakeTicketQueries } from '../../../../test/fakes/tickets.fake';
import { anOffice, OWNER } from '../../../../test/harness/office.harness';
import { Actors } from '../people/actors';
import { TicketDesk } from './ticket-desk';

const STUDENT = aPerson({ role: 'reporter', id: 'student' });

function aDesk() {
  const office = anOffice();
  const desk = new TicketDesk(
    office.tickets,
    new FakeTicketQueries(office.tickets.rows),
    new Actors(office.directory, new FakeIdentityVault(), office.clock),
    office.clock,
  );
  const waiting = office.keep(aTicket({ reporter: { identity: 'named', userId: STUDENT.id } }));
  const dispatched = office.keep(aTicket().dispatched());
  return { ...office, desk, waiting, dispatched };
}

describe(TicketDesk.name, () => {
  it.each([
    ['a dispatcher', aPerson({ role: 'dispatcher' }), [true, true]],
    ['a leader', aPerson({ role: 'leader' }), [true, true]],
    ['a head, what lies with the department', aPerson({ role: 'head' }), [false, true]],
    ['a head of another department', aPerson({ role: 'head', department: 'food' }), [false, false]],
    ['an owner, what is theirs', OWNER, [false, true]],
    ['another owner', aPerson({ id: 'other' }), [false, false]],
    ['a reporter, what they reported', STUDENT, [true, false]],
  ])('shows %s, in lists as one by one', async (_, person, [seesWaiting, seesDispatched]) => {
    const { desk, waiting, dispatched } = aDesk();
    const views = await Promise.all([waiting, dispatched].map(({ number }) => desk.view(number, person)));
    expect(views.map(({ ok }) => ok)).toEqual([seesWaiting, seesDispatched]);
    const listed = (await desk.list({ limit: 10 }, person)).map(({ id }) => id);
    expect([waiting, dispatched].map(({ id }) => listed.includes(id))).toEqual([seesWaiting, seesDispatched]);
  });

  it('shows a stand-in and an acting head what is theirs while it is', async () => {
    const { desk, clock, directory, waiting, dispatched } = aDesk();
    const period = { from: clock.now(), to: new Date(clock.now().getTime() + 60_000) };
    const standIn = aPerson({ id: 'stand-in', department: 'catering' });
    const acting = aPerson({ id: 'acting', actingHeadOf: [{ ...period, department: 'energy' }] });
    const away = { ...OWNER, leave: { ...period, standInId: standIn.id } };
    directory.set({ people: [away, standIn, acting] });
    const seen = async () =>
      (await Promise.all([standIn, acting].map((person) => desk.list({ limit: 9 }, person)))).map((list) =>
        list.map(({ id }) => id),
      );
    await expect(seen()).resolves.toEqual([[dispatched.id], [dispatched.id]]);
    await expect(desk.view(dispatched.number, standIn)).resolves.toMatchObject({ ok: true });
    await expect(desk.view(waiting.number, standIn)).resolves.toMatchObject({ ok: false });
    clock.set(period.to);
    await expect(seen()).resolves.toEqual([[], []]);
    await expect(desk.view(dispatched.number, standIn)).resolves.toMatchObject({ ok: false });
  });

  it('tells what may not be seen and what is not there in the same words', async () => {
    const { desk, waiting } = aDesk();
    const hidden = await desk.view(waiting.number, OWNER);
    expect(hidden).toMatchObject({ error: { code: 'TICKET.NOT_FOUND' } });
    await expect(desk.view('2026-999999', OWNER)).resolves.toEqual(hidden);
  });

  it('lists what is overdue now, or what is not', async () => {
    const { desk, clock, dispatched, waiting } = aDesk();
    const leader = aPerson({ role: 'leader' });
    const list = async (overdue: boolean) =>
      (await desk.list({ limit: 10, overdue }, leader)).map(({ id }) => id);
    await expect(list(true)).resolves.toEqual([]);
    clock.set(new Date(+(dispatched.clocks.resolution?.dueAt ?? 0) + 1));
    await expect(list(true)).resolves.toEqual([dispatched.id]);
    await expect(list(false)).resolves.toEqual([waiting.id]);
  });

  it('lets whoever has the tracking code see their ticket, and nobody else', async () => {
    const { desk, waiting } = aDesk();
    await expect(desk.track(waiting.trackingCode)).resolves.toMatchObject({ value: { id: waiting.id } });
    await expect(desk.track('CODE-none')).resolves.toMatchObject({ error: { code: 'TICKET.NOT_FOUND' } });
  });
});
