import { type TicketAudit, type TicketRepository } from '@app/application';
import { type Ticket } from '@app/domain';
import { aTicket } from '../builders/ticket.builder';

/** What every TicketAudit does. `open` gives an empty one and the repository of the same tickets. */
export function describeTicketAudit(
  name: string,
  open: () => Promise<{ readonly audit: TicketAudit; readonly tickets: TicketRepository }>,
): void {
  describe(`${name} as the audit of the tickets`, () => {
    let audit: TicketAudit;
    let tickets: TicketRepository;
    beforeEach(async () => {
      ({ audit, tickets } = await open());
    });

    const create = async (): Promise<Ticket> => {
      const [created] = await tickets.create([aTicket().buildNew()]);
      return created!.ticket;
    };
    const commented = async (ticket: Ticket): Promise<Ticket> => {
      const event = aTicket().commented().build().log.at(-1)!;
      const { seq: _s, previousHash: _p, hash: _h, ...comment } = event;
      await tickets.save(ticket, ticket, [comment]);
      return (await tickets.byId(ticket.id))!;
    };
    const headOf = ({ id: ticketId, number, log }: Ticket) => ({
      ticketId,
      number,
      seq: log.length,
      hash: log.at(-1)!.hash,
    });

    it('gives every record in order, and the hashes of those asked for', async () => {
      const [a, b] = [await create(), await create()];
      const longer = await commented(a);
      const records: unknown[] = [];
      for await (const record of audit.records()) records.push(record);
      const record = ({ id, number, log }: Ticket) => ({ id, number, log });
      expect(records).toStrictEqual([record(longer), record(b)]);
      expect(await audit.hashesOf([a.id, 'none'])).toEqual(
        new Map([[a.id, longer.log.map(({ hash }) => hash)]]),
      );
    });

    it('names what has grown since it was anchored', async () => {
      const [a, b] = [await create(), await create()];
      const heads = await audit.unanchored(9);
      expect([...heads].sort((x, y) => (x.ticketId < y.ticketId ? -1 : 1))).toStrictEqual([
        headOf(a),
        headOf(b),
      ]);
      expect(await audit.unanchored(1)).toHaveLength(1);
      const longer = await commented(a);
      // What has grown meanwhile stays.
      await audit.noteAnchored(heads);
      expect(await audit.unanchored(9)).toStrictEqual([headOf(longer)]);
      await audit.noteAnchored([headOf(longer)]);
      await audit.noteAnchored([]);
      expect(await audit.unanchored(9)).toEqual([]);
    });
  });
}
