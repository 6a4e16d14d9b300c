import { type TicketChange } from '@app/contracts/jobs';

/** A change and its place in the feed. Places sort as strings: what came later stands later. */
export interface FeedEntry {
  readonly place: string;
  /** Absent where the place is but a mark to come back to. */
  readonly change?: TicketChange;
}

/**
 * The changes of all tickets, in one line, for those who watch. It may be wiped at any moment and forgets what is
 * old: who comes back to a place that is gone has to read everything anew.
 */
export abstract class TicketFeed {
  /** Throws where the feed is away. */
  abstract append(change: TicketChange): Promise<void>;
  /** The place of the last change. Throws where the feed is away. */
  abstract end(): Promise<string>;
  /** What came after a place, oldest first; undefined where the place is not known. Throws where the feed is away. */
  abstract after(place: string, limit: number): Promise<FeedEntry[] | undefined>;
  /** As `after`, but waits some seconds for something to come; nothing came where the list is empty. */
  abstract wait(place: string, limit: number): Promise<FeedEntry[] | undefined>;
}
