import { aPerson } from '../../../../../test/builders/fixtures.builder';
import { actorOf, aTicket } from '../../../../../test/builders/ticket.builder';
import { anOffice, OWNER } from '../../../../../test/harness/office.harness';
import { ExecuteTicketCommandHandler } from './execute-ticket-command.handler';

const accept = { command: { name: 'accept' }, actor: actorOf(OWNER) } as const;
const comment = { name: 'comment', text: '请尽快', visibility: 'public' } as const;

describe(ExecuteTicketCommandHandler.name, () => {
  it('saves what was decided, and tells the relay', async () => {
    const office = anOffice();
    const { id } = office.keep(aTicket().dispatched());
    const result = await office.execute.execute(id, { command: comment, actor: actorOf(OWNER) });
    expect(result).toMatchObject({ ok: true, value: { id, status: 'dispatched' } });
    expect(office.relay.nudged).toMatchObject([
      { ticketId: id, job: 'notification.plan' },
      { ticketId: id, job: 'ticket.announce' },
    ]);
  });

  it('refuses a ticket that is not there', async () => {
    await expect(anOffice().execute.execute('none', accept)).resolves.toMatchObject({
      error: { code: 'TICKET.NOT_FOUND' },
    });
  });

  it('of two that race lets one win, and decides the other anew on the new state', async () => {
    const office = anOffice();
    const { id } = office.keep(aTicket().dispatched());
    const [first, second] = await Promise.all([
      office.execute.execute(id, accept),
      office.execute.execute(id, accept),
    ]);
    expect(first).toMatchObject({ ok: true, value: { status: 'in-progress' } });
    expect(second).toMatchObject({ ok: false, error: { code: 'TICKET.ILLEGAL_TRANSITION' } });
  });

  it('lets commands that do not exclude each other all through, whoever saves first', async () => {
    const office = anOffice();
    const { id } = office.keep(aTicket().dispatched());
    await Promise.all(
      Array.from({ length: 5 }, () =>
        office.execute.execute(id, { command: comment, actor: actorOf(OWNER) }),
      ),
    );
    const comments = office.tickets.rows.tickets[0]?.log.filter(({ type }) => type === 'ticket.commented');
    expect(comments).toHaveLength(5);
  });

  it('answers a repeated command with what is there, and does it once', async () => {
    const office = anOffice();
    const { id } = office.keep(aTicket().dispatched());
    const once = { ...accept, commandId: 'request-1' };
    const first = await office.execute.execute(id, once);
    await expect(office.execute.execute(id, once)).resolves.toEqual(first);
  });

  it('gives up on a ticket that never holds still', async () => {
    const office = anOffice();
    const { id } = office.keep(aTicket().dispatched());
    jest.spyOn(office.tickets, 'save').mockResolvedValue(false);
    await expect(office.execute.execute(id, accept)).resolves.toMatchObject({
      error: { code: 'TICKET.CONFLICT' },
    });
  });

  it('uses up no number of a notice for what is refused', async () => {
    const office = anOffice();
    const { id } = office.keep(aTicket().inProgress());
    const actor = actorOf(aPerson({ role: 'director' }));
    const order = { name: 'supervise', text: '请说明进展' } as const;
    const late = { ...order, replyBy: new Date('2020-01-01T00:00:00.000Z') };
    await expect(office.execute.execute(id, { command: late, actor })).resolves.toMatchObject({
      error: { code: 'TICKET.DATE_INVALID' },
    });
    const once = { command: order, actor, commandId: 'request-1' };
    await office.execute.execute(id, once);
    await office.execute.execute(id, once);
    const result = await office.execute.execute(id, { command: order, actor });
    const numbers = result.ok ? result.value.notices.map(({ number }) => number) : [];
    expect(numbers.map((number) => /〕(.*)号/.exec(number)?.[1])).toEqual(['1', '2']);
  });
});
