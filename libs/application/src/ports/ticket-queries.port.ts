import { type Ticket, type TicketStatus, type Visibility } from '@app/domain';

export interface TicketFilter {
  readonly status?: readonly TicketStatus[];
  readonly department?: string;
  readonly ownerId?: string;
  readonly category?: string;
  /** A running response or resolution clock is past its deadline at this instant. */
  readonly overdueAt?: Date;
  /** The opposite: open, but nothing past its deadline at this instant. */
  readonly notOverdueAt?: Date;
  readonly sessionId?: string;
  /** Open, and somebody else has to be named for the whole of it or a part. */
  readonly awaitsReassignment?: true;
  readonly q?: string;
}

/** The part of a ticket that lists show: all but texts, contact data and the log. */
export type TicketSummary = Omit<Ticket, 'log' | 'description' | 'reporter' | 'trackingCode' | 'steps'>;

export abstract class TicketQueries {
  /** Newest first; `after` is the last id of the page before. */
  abstract list(
    visibility: Visibility,
    filter: TicketFilter,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly TicketSummary[]>;
  abstract summaries(ids: readonly string[]): Promise<readonly TicketSummary[]>;
}
