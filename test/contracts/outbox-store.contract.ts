import { type OutboxStore, type TicketRepository } from '@app/application';
import { aTicket, nextId, START } from '../builders/ticket.builder';

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

    it('holds the events of a creation until they are removed', async () => {
      const { ticket, events } = await create(START);
      const [event] = events;
      const expected = [
        { eventId: event!.id, type: event!.type, ticketId: ticket.id, at: START, correlationId: 'c-1' },
      ];
      expect(await outbox.pending(later(1), 10)).toStrictEqual(expected);
      await outbox.remove(expected);
      expect(await outbox.pending(later(1), 10)).toStrictEqual([]);
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
      expect(all.map(({ at }) => at)).toEqual([later(10), later(20), later(30)]);
      expect((await outbox.pending(later(60), 2)).map(({ at }) => at)).toEqual([later(10), later(20)]);
      expect((await outbox.pending(later(20), 10)).map(({ ticketId }) => ticketId)).toEqual([
        first.ticket.id,
      ]);
      expect(all[1]!.ticketId).toBe(second.ticket.id);
    });

    it('removes only what is named, from many tickets at once, and nothing twice', async () => {
      const made = [await create(START), await create(START), await create(START)];
      const entries = await outbox.pending(later(1), 10);
      const gone = entries.filter(({ ticketId }) => ticketId !== made[1]!.ticket.id);
      await outbox.remove(gone);
      await outbox.remove(gone);
      await outbox.remove([]);
      expect((await outbox.pending(later(1), 10)).map(({ ticketId }) => ticketId)).toEqual([
        made[1]!.ticket.id,
      ]);
    });

    it('does not stand in the way of a save, nor lose what a save adds', async () => {
      const { ticket } = await create(START);
      const saved = (await tickets.byId(ticket.id))!;
      await outbox.remove(await outbox.pending(later(1), 10));
      const event = { ...saved.log[0]!, id: nextId(), at: later(5) };
      const { seq: _s, previousHash: _p, hash: _h, ...fresh } = event;
      expect(await tickets.save(saved, saved, [fresh])).toBe(true);
      expect((await outbox.pending(later(60), 10)).map(({ eventId }) => eventId)).toEqual([fresh.id]);
    });
  });
}
