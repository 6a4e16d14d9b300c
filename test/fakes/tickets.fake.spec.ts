import { describeDutyQueries } from '../contracts/duty-queries.contract';
import { describeOutboxStore } from '../contracts/outbox-store.contract';
import { describeTicketAudit } from '../contracts/ticket-audit.contract';
import { describeTicketQueries } from '../contracts/ticket-queries.contract';
import { describeTicketRepository } from '../contracts/ticket-repository.contract';
import { FakeTicketAudit } from './audit.fake';
import { FakeDutyQueries } from './duties.fake';
import { FakeOutboxStore, FakeTicketQueries, FakeTicketRepository } from './tickets.fake';

describeTicketRepository('FakeTicketRepository', () => Promise.resolve(new FakeTicketRepository()));
describeOutboxStore('FakeOutboxStore', () => {
  const tickets = new FakeTicketRepository();
  return Promise.resolve({ tickets, outbox: new FakeOutboxStore(tickets.rows) });
});
describeTicketAudit('FakeTicketAudit', () => {
  const tickets = new FakeTicketRepository();
  return Promise.resolve({ tickets, audit: new FakeTicketAudit(tickets.rows) });
});
describeTicketQueries('FakeTicketQueries', () => {
  const tickets = new FakeTicketRepository();
  return Promise.resolve({ tickets, queries: new FakeTicketQueries(tickets.rows) });
});
describeDutyQueries('FakeDutyQueries', () => {
  const tickets = new FakeTicketRepository();
  return Promise.resolve({ tickets, duties: new FakeDutyQueries(tickets.rows) });
});
