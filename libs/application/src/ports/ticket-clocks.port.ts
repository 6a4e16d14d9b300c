import { type Ticket } from '@app/domain';

/** What of a ticket its deadlines follow from. */
export type TicketClocks = Pick<Ticket, 'id' | 'number' | 'title' | 'clocks'>;

/** Reads the clocks of tickets without everything else that a ticket is. */
export abstract class TicketClocksQuery {
  /**
   * Tickets in which clocks may run (submitted, dispatched, in progress), by id, behind `after`; with `dueFrom` only
   * those with a deadline at or after it.
   */
  abstract running(page: {
    readonly after?: string;
    readonly limit: number;
    readonly dueFrom?: Date;
  }): Promise<readonly TicketClocks[]>;
}
