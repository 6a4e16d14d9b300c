import { aTicket, type TicketBuilder } from '../../../../../test/builders/ticket.builder';
import { anOffice } from '../../../../../test/harness/office.harness';
import { FireTimersHandler } from './fire-timers.handler';

const MONTH_MS = 30 * 24 * 3_600_000;

async function aMonthAfter(builder: TicketBuilder, times = 1) {
  const office = anOffice();
  const { id } = office.keep(builder);
  office.clock.advance(MONTH_MS);
  await Promise.all(Array.from({ length: times }, () => office.timers.execute(id)));
  return office.tickets.byId(id);
}

describe(FireTimersHandler.name, () => {
  it('fires all steps that are due as one event, however often and by however many it is asked', async () => {
    const ticket = await aMonthAfter(aTicket().inProgress(), 3);
    expect(ticket?.escalationLevel).toBe(3);
    expect(ticket?.log.filter(({ type }) => type === 'ticket.step-fired')).toHaveLength(1);
  });

  it('closes a resolved ticket whose reporter stayed silent', async () => {
    await expect(aMonthAfter(aTicket().resolved(), 2)).resolves.toMatchObject({
      status: 'closed',
      closure: 'unanswered',
    });
  });

  it.each([
    ['closed', aTicket().closed()],
    ['under review', aTicket().inReview()],
  ])('leaves a ticket that is %s alone', async (_, builder) => {
    await expect(aMonthAfter(builder)).resolves.toEqual(builder.build());
  });

  it('leaves a ticket alone on which nothing is due, and one that is gone', async () => {
    const office = anOffice();
    const ticket = office.keep(aTicket().inProgress());
    await office.timers.execute(ticket.id);
    await office.timers.execute('none');
    await expect(office.tickets.byId(ticket.id)).resolves.toEqual(ticket);
  });
});
