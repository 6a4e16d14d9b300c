import { aPerson, ENERGY } from '../../../../../test/builders/fixtures.builder';
import { aTicket, WORKER } from '../../../../../test/builders/ticket.builder';
import { anOffice, HOT_WATER, OWNER } from '../../../../../test/harness/office.harness';
import { DispatchTicketHandler } from './dispatch-ticket.handler';

const command = {
  department: ENERGY.code,
  category: HOT_WATER.code,
  priority: 'normal',
  basis: 'keyword',
  actor: WORKER,
} as const;
const three = ['person-a', 'person-b', 'person-c'].map((id) => aPerson({ id }));

describe(DispatchTicketHandler.name, () => {
  it('writes owner, department, category and both deadlines at once', async () => {
    const office = anOffice();
    const { id } = office.keep(aTicket());
    const saves = jest.spyOn(office.tickets, 'save');
    await expect(office.dispatch.execute(id, command)).resolves.toMatchObject({
      value: {
        status: 'dispatched',
        owner: { id: OWNER.id },
        department: ENERGY.code,
        category: HOT_WATER.code,
        clocks: {
          response: { dueAt: expect.any(Date) as Date },
          resolution: { dueAt: expect.any(Date) as Date },
        },
      },
    });
    expect(saves).toHaveBeenCalledTimes(1);
  });

  it('shares tickets that arrive together evenly, beginning with whoever carries least', async () => {
    const office = anOffice({ people: three });
    office.keep(aTicket().dispatched(three[0]));
    const ids = Array.from({ length: 8 }, () => office.keep(aTicket()).id);
    await Promise.all(ids.map((id) => office.dispatch.execute(id, command)));
    const owners = office.tickets.rows.tickets.map(({ owner }) => owner?.id);
    expect(three.map(({ id }) => owners.filter((owner) => owner === id).length)).toEqual([3, 3, 3]);
    expect(owners[1]).toBe('person-b');
  });

  it('among equals takes the one whose last ticket lies furthest back', async () => {
    const office = anOffice({ people: three });
    const ids = [aTicket(), aTicket()].map((ticket) => office.keep(ticket).id);
    await office.directory.noteAssignment('person-a', office.clock.now());
    office.clock.advance(1000);
    await office.directory.noteAssignment('person-b', office.clock.now());
    await office.dispatch.execute(ids[0] ?? '', command);
    expect(office.tickets.rows.tickets.map(({ owner }) => owner?.id)).toEqual(['person-c', undefined]);
  });

  it.each([
    ['a department', { departments: [{ ...ENERGY, active: false }] }, 'TICKET.DEPARTMENT_UNKNOWN'],
    ['a category', { categories: [{ ...HOT_WATER, active: false }] }, 'TICKET.CATEGORY_UNKNOWN'],
  ])('gives nothing to %s that is not in use any more', async (_, data, code) => {
    const office = anOffice(data);
    const { id } = office.keep(aTicket());
    await expect(office.dispatch.execute(id, command)).resolves.toMatchObject({ error: { code } });
  });

  it('goes on after a dispatch that failed', async () => {
    const office = anOffice();
    const ids = [aTicket(), aTicket()].map((ticket) => office.keep(ticket).id);
    jest.spyOn(office.tickets, 'byId').mockRejectedValueOnce(new Error('store away'));
    const [failed, done] = await Promise.allSettled(ids.map((id) => office.dispatch.execute(id, command)));
    expect([failed?.status, done?.status]).toEqual(['rejected', 'fulfilled']);
  });

  it.each([
    ['nobody is on duty', { people: [aPerson({ onDuty: false }), aPerson({ id: 'x', active: false })] }],
    ['the department has no owner', { people: [aPerson({ role: 'head' })] }],
  ])('refuses where %s', async (_, people) => {
    const office = anOffice(people);
    const { id } = office.keep(aTicket());
    await expect(office.dispatch.execute(id, command)).resolves.toMatchObject({
      error: { code: 'TICKET.NO_OWNER_AVAILABLE' },
    });
  });

  it('refuses an unknown category', async () => {
    const office = anOffice();
    const { id } = office.keep(aTicket());
    await expect(office.dispatch.execute(id, { ...command, category: 'none' })).resolves.toMatchObject({
      error: { code: 'TICKET.CATEGORY_UNKNOWN' },
    });
  });
});
