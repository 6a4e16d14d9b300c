import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS } from '../database/document.schema';

/**
 * The terms under which a ticket is found, beside the ticket and not in it: some servers write every index entry of
 * a document anew with each update, and a ticket changes a dozen times while its texts never do.
 */
export interface TicketSearchDocument {
  /** The ticket's id. */
  readonly _id: string;
  readonly terms: readonly string[];
}

export const TICKET_SEARCH = 'TicketSearch';

export const ticketSearchSchema = new Schema<TicketSearchDocument>(
  { _id: String, terms: [String] },
  { ...DOCUMENT_OPTIONS, collection: 'ticket_search' },
);

/** TicketQueries.list by words. */
ticketSearchSchema.index({ terms: 1 });
