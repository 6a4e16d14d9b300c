import { type Ticket, type TicketHead } from '@app/domain';

/** The records of all tickets, for checking and for anchoring them. */
export abstract class TicketAudit {
  /** Every ticket's record, by id, in memory that does not grow with their number. */
  abstract records(): AsyncIterable<Pick<Ticket, 'id' | 'number' | 'log'>>;
  /** The hashes of the entries of each ticket there is, in order. */
  abstract hashesOf(ticketIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Records that have grown since they were last anchored, where they stand now. */
  abstract unanchored(limit: number): Promise<readonly TicketHead[]>;
  /** Notes that these are anchored; one that has grown meanwhile stays unanchored. */
  abstract noteAnchored(heads: readonly TicketHead[]): Promise<void>;
}
