import { describeOutboxStore } from '../contracts/outbox-store.contract';
import { describeTicketQueries } from '../contracts/ticket-queries.contract';
import { describeTicketRepository } from '../contracts/ticket-repository.contract';
import { FakeOutboxStore, FakeTicketQueries, FakeTicketRepository } from './tickets.fake';

describeTicketRepository('FakeTicketRepository', () => Promise.resolve(new FakeTicketRepository()));
describeOutboxStore('FakeOutboxStore', () => {
  const tickets = new FakeTicketRepository();
  return Promise.resolve({ tickets, outbox: new FakeOutboxStore(tickets.rows) });
});
describeTicketQueries('FakeTicketQueries', () => {
  const tickets = new FakeTicketRepository();
  return Promise.resolve({ tickets, queries: new FakeTicketQueries(tickets.rows) });
});
