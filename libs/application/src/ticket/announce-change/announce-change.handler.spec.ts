import { aTicket } from '../../../../../test/builders/ticket.builder';
import { FakeTicketFeed } from '../../../../../test/fakes/ticket-feed.fake';
import { anOffice } from '../../../../../test/harness/office.harness';
import { PermanentFailure } from '../../result.types';
import { AnnounceChangeHandler } from './announce-change.handler';

function announcing() {
  const office = anOffice();
  const feed = new FakeTicketFeed();
  return { office, feed, handler: new AnnounceChangeHandler(office.tickets, feed) };
}

describe(AnnounceChangeHandler.name, () => {
  it('tells which ticket changed and who may see it then and now, and not a word of it', async () => {
    const { office, feed, handler } = announcing();
    const ticket = office.keep(aTicket().dispatched());
    const event = ticket.log.at(-1);
    const before = { subTasks: [], reporter: { userId: 'u1' } };
    await handler.execute(ticket.id, event?.id ?? '', before);
    expect(feed.changes).toEqual([
      {
        ticketId: ticket.id,
        number: ticket.number,
        version: ticket.version,
        type: 'ticket.dispatched',
        internal: false,
        before,
        after: { department: ticket.department, owner: { id: ticket.owner?.id }, subTasks: [], reporter: {} },
      },
    ]);
  });

  it('says of an internal comment that it is none of the reporter’s business', async () => {
    const { office, feed, handler } = announcing();
    const { id } = office.keep(aTicket().dispatched());
    const actor = { kind: 'person', id: 'd1', name: '调度', role: 'dispatcher' } as const;
    const command = { name: 'comment', text: '内部', visibility: 'internal' } as const;
    await office.execute.execute(id, { command, actor });
    const [entry] = office.relay.nudged.filter(({ job }) => job === 'ticket.announce');
    await handler.execute(id, entry?.eventId ?? '', entry?.before);
    expect(feed.changes).toMatchObject([{ type: 'ticket.commented', internal: true }]);
  });

  it('gives up for good on an event that is not in the log', async () => {
    const { office, handler } = announcing();
    const { id } = office.keep(aTicket());
    await expect(handler.execute(id, 'none')).rejects.toThrow(PermanentFailure);
  });
});
