import { describeOutboxStore } from '../contracts/outbox-store.contract';
import { describeTicketRepository } from '../contracts/ticket-repository.contract';
import { FakeOutboxStore, FakeTicketRepository } from './tickets.fake';

describeTicketRepository('FakeTicketRepository', () => Promise.resolve(new FakeTicketRepository()));
describeOutboxStore('FakeOutboxStore', () => {
  const tickets = new FakeTicketRepository();
  return Promise.resolve({ tickets, outbox: new FakeOutboxStore(tickets.rows) });
});
