import { describeCalendarRepository, describeTicketClocks } from '../contracts/calendar-repository.contract';
import { FakeCalendarRepository, FakeTicketClocksQuery } from './calendar.fake';
import { FakeTicketRepository } from './tickets.fake';

describeCalendarRepository('FakeCalendarRepository', async (first) => new FakeCalendarRepository(first));
describeTicketClocks('FakeTicketClocksQuery', async () => {
  const tickets = new FakeTicketRepository();
  return { tickets, clocks: new FakeTicketClocksQuery(tickets.rows) };
});
