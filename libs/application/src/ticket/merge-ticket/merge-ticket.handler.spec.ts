import { aPerson } from '../../../../../test/builders/fixtures.builder';
import { actorOf, aTicket } from '../../../../../test/builders/ticket.builder';
import { anOffice } from '../../../../../test/harness/office.harness';
import { MergeTicketHandler } from './merge-ticket.handler';

const actor = actorOf(aPerson({ role: 'dispatcher' }));

describe(MergeTicketHandler.name, () => {
  it('makes one follow the other', async () => {
    const office = anOffice();
    const [duplicate, target] = [office.keep(aTicket()), office.keep(aTicket().dispatched())];
    const result = await office.merge.execute(duplicate.id, { into: target.number, actor });
    expect(result).toMatchObject({
      ok: true,
      value: { status: 'merged', mergedInto: { id: target.id, number: target.number } },
    });
  });

  it('tells whoever may not merge nothing of other tickets', async () => {
    const office = anOffice();
    const duplicate = office.keep(aTicket());
    const given = { into: '2000-000001', actor: actorOf(aPerson({ role: 'verifier' })) };
    expect(await office.merge.execute(duplicate.id, given)).toMatchObject({
      error: { code: 'TICKET.NOT_ALLOWED' },
    });
  });

  it('refuses a number that no ticket has', async () => {
    const office = anOffice();
    const duplicate = office.keep(aTicket());
    expect(await office.merge.execute(duplicate.id, { into: '2000-000001', actor })).toMatchObject({
      error: { code: 'TICKET.MERGE_TARGET' },
    });
  });

  it.each([
    ['withdrawn', aTicket().withdrawn()],
    ['declined', aTicket().declined()],
    ['closed', aTicket().closed()],
  ])(
    'takes a merge back into what was %s at the same moment, and would never be heard of again',
    async (_, gone) => {
      const office = anOffice();
      const [duplicate, target] = [office.keep(aTicket()), office.keep(gone)];
      const read = office.tickets.byNumber.bind(office.tickets);
      office.tickets.byNumber = async (number) => {
        const found = await read(number);
        return found && { ...found, status: 'submitted' };
      };
      expect(await office.merge.execute(duplicate.id, { into: target.number, actor })).toMatchObject({
        error: { code: 'TICKET.MERGE_TARGET' },
      });
      expect(await office.tickets.byId(duplicate.id)).toMatchObject({ status: 'submitted' });
    },
  );

  it('takes a merge back that leads home again, so that neither ticket is lost', async () => {
    const office = anOffice();
    const one = office.keep(aTicket());
    const other = office.keep(aTicket().merged({ id: one.id, number: one.number }));
    // As this dispatcher read the other one before it was merged in turn.
    const read = office.tickets.byNumber.bind(office.tickets);
    office.tickets.byNumber = async (number) => {
      const found = await read(number);
      return found && { ...found, status: 'submitted' };
    };
    expect(await office.merge.execute(one.id, { into: other.number, actor })).toMatchObject({
      error: { code: 'TICKET.MERGE_TARGET' },
    });
    expect(await office.tickets.byId(one.id)).toMatchObject({ status: 'submitted' });
  });
});
