import { aPerson, ENERGY } from '../../../../../test/builders/fixtures.builder';
import { aTicket, type TicketOverrides } from '../../../../../test/builders/ticket.builder';
import { anOffice, HOT_WATER, OWNER } from '../../../../../test/harness/office.harness';
import { PlaceTicketHandler } from './place-ticket.handler';

const PLAIN = { title: '路灯不亮', description: '东门外的路灯不亮。' };

async function placed(overrides: TicketOverrides, office = anOffice()) {
  const { id } = office.keep(aTicket(overrides));
  await office.place.execute(id);
  const ticket = await office.tickets.byId(id);
  if (!ticket) throw new Error('the ticket is gone');
  return ticket;
}

describe(PlaceTicketHandler.name, () => {
  it.each([
    ['the department that is stated', { ...PLAIN, statedDepartment: '能源中心' }, 'stated-department'],
    ['the category that is stated', { ...PLAIN, statedCategory: '热水' }, 'stated-category'],
    ['a keyword in the text', {}, 'keyword: 热水'],
  ])('goes by %s', async (_, overrides, basis) => {
    const { status, department, category, owner, log } = await placed(overrides);
    expect({ status, department, category, owner: owner?.id }).toEqual({
      status: 'dispatched',
      department: ENERGY.code,
      category: HOT_WATER.code,
      owner: OWNER.id,
    });
    expect(log.at(-1)?.facts).toMatchObject({ basis });
  });

  it('queues what no rule matches, with the reason', async () => {
    await expect(placed(PLAIN)).resolves.toMatchObject({
      status: 'submitted',
      queueReason: expect.stringContaining('未匹配') as string,
    });
  });

  it('queues what nobody of the right department is there for, and names the department', async () => {
    const office = anOffice({ people: [aPerson({ onDuty: false })] });
    await expect(placed({}, office)).resolves.toMatchObject({
      status: 'submitted',
      queueReason: expect.stringContaining(ENERGY.name) as string,
    });
  });

  it.each([
    ['dispatched', {}],
    ['queued', PLAIN],
  ])('leaves what is %s already as it is', async (_, overrides) => {
    const office = anOffice();
    const ticket = await placed(overrides, office);
    await Promise.all([office.place.execute(ticket.id), office.place.execute(ticket.id)]);
    await expect(office.tickets.byId(ticket.id)).resolves.toEqual(ticket);
  });

  it('places a ticket once though two try at the same moment', async () => {
    const office = anOffice({ people: [OWNER, aPerson({ id: 'second' })] });
    const { id } = office.keep(aTicket());
    await Promise.all([office.place.execute(id), office.place.execute(id)]);
    const log = (await office.tickets.byId(id))?.log ?? [];
    expect(log.filter(({ type }) => type === 'ticket.dispatched')).toHaveLength(1);
  });

  it('never tries again for a ticket that is not there', async () => {
    await expect(anOffice().place.execute('none')).rejects.toMatchObject({ name: 'PermanentFailure' });
  });
});
