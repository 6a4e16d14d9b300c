import { Readable } from 'node:stream';
import { SESSION } from '../../../../test/builders/minutes.builder';
import { aTicket, START } from '../../../../test/builders/ticket.builder';
import { FakeOutboxStore } from '../../../../test/fakes/tickets.fake';
import { anOffice } from '../../../../test/harness/office.harness';
import { REPORTER } from '../queries/ticket-desk';
import { Sweeps } from './sweeps';

const MONTH_MS = 30 * 24 * 3_600_000;

function sweeping() {
  const office = anOffice();
  const { tickets, notifications, relay, publisher, timers, desk, clock } = office;
  const outbox = new FakeOutboxStore(tickets.rows);
  const sweeps = new Sweeps(tickets, outbox, notifications, relay, publisher, timers, desk, clock);
  return { ...office, outbox, sweeps };
}

describe('the sweep of due steps', () => {
  it('fires what is due once, with two sweeps at the same moment', async () => {
    const { sweeps, clock, tickets, keep } = sweeping();
    for (let count = 0; count < 5; count += 1) keep(aTicket().inProgress());
    clock.advance(MONTH_MS);
    await Promise.all([sweeps.dueSteps(), sweeps.dueSteps()]);
    const fired = tickets.rows.tickets.map(
      ({ log }) => log.filter(({ type }) => type === 'ticket.step-fired').length,
    );
    expect(fired).toEqual([1, 1, 1, 1, 1]);
    await expect(sweeps.dueSteps()).resolves.toBe(0);
  });

  it('is not held up by tickets that fail, be they first and more than it takes in one go', async () => {
    const { sweeps, clock, tickets, keep } = sweeping();
    const policy = { code: 'lost', version: 1 };
    for (let count = 0; count < 201; count += 1) {
      const ticket = keep(aTicket().dispatched());
      tickets.rows.byId.set(ticket.id, { ticket: { ...ticket, policy }, outbox: [] });
    }
    const { id } = keep(aTicket({ at: new Date(START.getTime() + 3_600_000) }).dispatched());
    clock.advance(MONTH_MS);
    await expect(sweeps.dueSteps()).rejects.toThrow('201 of 202 due tickets failed');
    expect((await tickets.byId(id))?.escalationLevel).toBe(3);
  });
});

describe('the sweep of the outbox', () => {
  it('queues again what is not done, but not what is still on its way', async () => {
    const { sweeps, submit, relay, clock, outbox } = sweeping();
    await submit.execute([
      {
        submission: {
          title: 'a',
          description: 'a',
          source: { kind: 'online' },
          reporter: { identity: 'anonymous' },
        },
        actor: REPORTER,
      },
    ]);
    await expect(sweeps.undoneWork()).resolves.toBe(0);
    clock.advance(6_000);
    await expect(sweeps.undoneWork()).resolves.toBe(2);
    expect(relay.published).toEqual(relay.nudged);
    await outbox.remove(relay.published);
    await expect(sweeps.undoneWork()).resolves.toBe(0);
  });
});

describe('the sweep of letters', () => {
  it('queues again what was never settled, under the id it has', async () => {
    const { sweeps, keep, plan, publisher, clock, send, notifications } = sweeping();
    const ticket = keep(aTicket().dispatched());
    await plan.execute(ticket.id, ticket.log.at(-1)?.id ?? '');
    const [first] = notifications.records.keys();
    await send.execute(first ?? '');
    await expect(sweeps.stuckNotifications()).resolves.toBe(0);
    clock.advance(31_000);
    const publish = jest.spyOn(publisher, 'publish');
    await expect(sweeps.stuckNotifications()).resolves.toBe(1);
    expect(publish).toHaveBeenCalledWith([publisher.published[1]]);
  });

  it('goes on past any number of letters that stay pending', async () => {
    const { sweeps, keep, plan, publisher, clock, notifications } = sweeping();
    const ticket = keep(aTicket().dispatched());
    await plan.execute(ticket.id, ticket.log.at(-1)?.id ?? '');
    const [letter] = notifications.records.values();
    const more = Array.from({ length: 450 }, (_, index) => ({ eventId: `e${index}`, id: `n${index}` }));
    if (letter) await notifications.createOnce(more.map((ids) => ({ ...letter, ...ids })));
    clock.advance(31_000);
    await expect(sweeps.stuckNotifications()).resolves.toBe(452);
    expect(publisher.published).toHaveLength(452);
  });
});

describe('the sweep of imports', () => {
  it('takes up a run whose worker fell silent', async () => {
    const { sweeps, sessions, startImport, clock, publisher } = sweeping();
    await sessions.create(SESSION);
    publisher.failure = new Error('Redis is away');
    await startImport.execute({
      sessionId: SESSION.id,
      fileName: 'minutes.csv',
      content: Readable.from(['minutes']),
      maxBytes: 1_000,
      commit: true,
      requestedBy: 'person-dispatcher',
    });
    publisher.failure = undefined;
    await expect(sweeps.silentImports()).resolves.toBe(0);
    clock.advance(31_000);
    await expect(sweeps.silentImports()).resolves.toBe(1);
    expect(publisher.published).toMatchObject([{ name: 'import.run' }]);
  });
});
