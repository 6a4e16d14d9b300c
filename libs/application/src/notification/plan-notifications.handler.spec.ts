import { aPerson, aPolicy } from '../../../../test/builders/fixtures.builder';
import { aTicket } from '../../../../test/builders/ticket.builder';
import { anOffice, OWNER } from '../../../../test/harness/office.harness';
import { PlanNotificationsHandler } from './plan-notifications.handler';

function planning(data: Parameters<typeof anOffice>[0] = {}) {
  const office = anOffice(data);
  const ticket = office.keep(aTicket({ correlationId: 'request-1' }).dispatched());
  const eventId = ticket.log.at(-1)?.id ?? '';
  const records = () => [...office.notifications.records.values()];
  return { ...office, ticket, eventId, records };
}

describe(PlanNotificationsHandler.name, () => {
  it('records one letter for each who has to hear, and queues it', async () => {
    const { plan, ticket, eventId, records, publisher } = planning();
    await plan.execute(ticket.id, eventId);
    expect(records().map(({ kind, recipient, status }) => [kind, recipient, status])).toEqual([
      ['owner-assigned', { kind: 'person', personId: OWNER.id }, 'pending'],
      ['reporter-dispatched', { kind: 'reporter' }, 'pending'],
    ]);
    expect(publisher.published.map(({ payload }) => payload)).toMatchObject(
      records().map(({ id }) => ({ notificationId: id, eventId })),
    );
  });

  it('writes to the stand-in too of one who is away now', async () => {
    const { plan, ticket, eventId, records, clock, directory } = planning();
    const leave = { from: clock.now(), to: new Date(clock.now().getTime() + 1), standInId: 'stand-in' };
    directory.set({ people: [{ ...OWNER, leave }, aPerson({ id: 'stand-in' })] });
    await plan.execute(ticket.id, eventId);
    expect(records().map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ['owner-assigned', { kind: 'person', personId: OWNER.id }],
      ['owner-assigned', { kind: 'person', personId: 'stand-in' }],
      ['reporter-dispatched', { kind: 'reporter' }],
    ]);
  });

  it('records an event once, however often and by however many it is planned', async () => {
    const { plan, ticket, eventId, records, publisher } = planning();
    await Promise.all([plan.execute(ticket.id, eventId), plan.execute(ticket.id, eventId)]);
    await plan.execute(ticket.id, eventId);
    expect(records()).toHaveLength(2);
    expect(publisher.published).toHaveLength(2);
  });

  it('queues on a repeat what a death or an outage kept from the queue, but nothing that is settled', async () => {
    const { plan, ticket, eventId, records, publisher, notifications } = planning();
    publisher.failure = new Error('Redis is away');
    await expect(plan.execute(ticket.id, eventId)).rejects.toThrow('Redis is away');
    publisher.failure = undefined;
    const [first, second] = records();
    if (first) await notifications.save(first, { ...first, status: 'sent' });
    await plan.execute(ticket.id, eventId);
    expect(publisher.published.map(({ payload }) => payload)).toMatchObject([{ notificationId: second?.id }]);
  });

  it('holds letters about steps back until offices open', async () => {
    const { plan, ticket, timers, tickets, clock, records } = planning({
      policies: [aPolicy()],
      people: [OWNER, aPerson({ role: 'head' })],
    });
    // A Sunday.
    clock.set(new Date('2026-03-08T02:00:00.000Z'));
    await timers.execute(ticket.id);
    const event = (await tickets.byId(ticket.id))?.log.at(-1);
    await plan.execute(ticket.id, event?.id ?? '');
    const openings = new Set(records().map(({ notBefore }) => notBefore.toISOString()));
    expect([...openings]).toEqual(['2026-03-09T01:00:00.000Z']);
  });

  it('never tries again for an event that is not there', async () => {
    const { plan, ticket } = planning();
    await expect(plan.execute(ticket.id, 'none')).rejects.toMatchObject({ name: 'PermanentFailure' });
    await expect(plan.execute('none', 'none')).rejects.toMatchObject({ name: 'PermanentFailure' });
  });
});
