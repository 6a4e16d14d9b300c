import { TicketAudit } from '@app/application';
import { type Ticket, type TicketHead } from '@app/domain';
import { type FakeTicketRows } from './tickets.fake';

/** The records of the tickets that it is given; anchored is what was last noted. */
export class FakeTicketAudit extends TicketAudit {
  private readonly anchored = new Map<string, number>();

  constructor(private readonly rows: FakeTicketRows) {
    super();
  }

  async *records(): AsyncIterable<Pick<Ticket, 'id' | 'number' | 'log'>> {
    for (const { id, number, log } of await Promise.resolve(this.sorted())) yield { id, number, log };
  }

  hashesOf(ticketIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = this.sorted().filter(({ id }) => ticketIds.includes(id));
    return Promise.resolve(new Map(found.map(({ id, log }) => [id, log.map(({ hash }) => hash)])));
  }

  unanchored(limit: number): Promise<readonly TicketHead[]> {
    const heads = this.sorted().flatMap(({ id: ticketId, number, log }): TicketHead[] => {
      const last = log.at(-1);
      return last && (this.anchored.get(ticketId) ?? 0) < last.seq
        ? [{ ticketId, number, seq: last.seq, hash: last.hash }]
        : [];
    });
    return Promise.resolve(heads.slice(0, limit));
  }

  noteAnchored(heads: readonly TicketHead[]): Promise<void> {
    for (const { ticketId, seq } of heads) this.anchored.set(ticketId, seq);
    return Promise.resolve();
  }

  private sorted(): Ticket[] {
    return this.rows.tickets.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
