import { type OutboxStore, type TicketRepository } from '@app/application';
import { aTicket, nextId, START } from '../builders/ticket.builder';

const ACCEPTED = { type: 'ticket.accepted', at: START, actor: { kind: 'reporter' }, facts: {} } as const;

const later = (seconds: number) => new Date(START.getTime() + seconds * 1_000);

/** What every OutboxStore does beside the TicketRepository that writes into it. `open` gives an empty pair. */
export function describeOutboxStore(
  name: string,
  open: () => Promise<{ readonly tickets: TicketRepository; readonly outbox: OutboxStore }>,
): void {
  describe(`${name} as an outbox`, () => {
    let tickets: TicketRepository;
    let outbox: OutboxStore;
    beforeEach(async () => {
      ({ tickets, outbox } = await open());
    });

    const create = async (at: Date) => {
      const fresh = aTicket({ at, correlationId: 'c-1' }).buildNew();
      await tickets.create([fresh]);
      return fresh;
    };

    it('holds the work that a creation asks for until it is removed, job by job', async () => {
      const { ticket, events } = await create(START);
      const entry = { eventId: events[0]!.id, ticketId: ticket.id, at: START, correlationId: 'c-1' };
      const [dispatch, plan] = [
        { ...entry, job: 'ticket.dispatch' as const },
        { ...entry, job: 'notification.plan' as const },
      ];
      expect(await outbox.pending(later(1), 10)).toStrictEqual([dispatch, plan]);
      await outbox.remove([dispatch]);
      expect(await outbox.pending(later(1), 10)).toStrictEqual([plan]);
      await outbox.remove([plan]);
      expect(await outbox.pending(later(1), 10)).toStrictEqual([]);
    });

    it('holds for an event what it asks for, and no more', async () => {
      const { ticket } = await create(START);
      await outbox.remove(await outbox.pending(later(1), 10));
      const saved = (await tickets.byId(ticket.id))!;
      await tickets.save(saved, saved, [{ ...ACCEPTED, id: nextId() }]);
      expect((await outbox.pending(later(60), 10)).map(({ job }) => job)).toStrictEqual(['ticket.announce']);
    });

    it('leaves out an absent correlation id', async () => {
      await tickets.create([aTicket().buildNew()]);
      const [entry] = await outbox.pending(later(1), 10);
      expect(entry && 'correlationId' in entry).toBe(false);
    });

    it('gives the oldest first, across tickets and within one, and only those from before', async () => {
      const second = await create(later(20));
      const first = await create(later(10));
      const saved = (await tickets.byId(first.ticket.id))!;
      await tickets.save(saved, saved, [{ ...first.events[0]!, id: nextId(), at: later(30) }]);
      const all = await outbox.pending(later(60), 10);
      expect(all.map(({ at }) => at)).toEqual([10, 10, 20, 20, 30, 30].map(later));
      expect((await outbox.pending(later(60), 3)).map(({ at }) => at)).toEqual([10, 10, 20].map(later));
      const early = await outbox.pending(later(20), 10);
      expect(new Set(early.map(({ ticketId }) => ticketId))).toEqual(new Set([first.ticket.id]));
      expect(all[2]!.ticketId).toBe(second.ticket.id);
    });

    it('removes only what is named, from many tickets at once, and nothing twice', async () => {
      const made = [await create(START), await create(START), await create(START)];
      const entries = await outbox.pending(later(1), 10);
      const gone = entries.filter(({ ticketId }) => ticketId !== made[1]!.ticket.id);
      await outbox.remove(gone);
      await outbox.remove(gone);
      await outbox.remove([]);
      const left = await outbox.pending(later(1), 10);
      expect(left.map(({ ticketId }) => ticketId)).toEqual([made[1]!.ticket.id, made[1]!.ticket.id]);
    });

    it('does not stand in the way of a save, nor lose what a save adds', async () => {
      const { ticket } = await create(START);
      const saved = (await tickets.byId(ticket.id))!;
      await outbox.remove(await outbox.pending(later(1), 10));
      const event = { ...saved.log[0]!, id: nextId(), at: later(5) };
      const { seq: _s, previousHash: _p, hash: _h, ...fresh } = event;
      expect(await tickets.save(saved, saved, [fresh])).toBe(true);
      expect((await outbox.pending(later(60), 10)).map(({ eventId }) => eventId)).toEqual([
        fresh.id,
        fresh.id,
      ]);
    });
  });
}
