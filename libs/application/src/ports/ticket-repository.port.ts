import { type JobName } from '@app/contracts/jobs';
import { type Sight, type Ticket, type TicketEvent } from '@app/domain';

/** The jobs that events ask for. */
export type EventJobName = Extract<JobName, 'ticket.dispatch' | 'notification.plan' | 'ticket.announce'>;

/** Work that an event asks for, kept in the ticket's own document until it has been done, not only queued. */
export interface OutboxEntry {
  readonly eventId: string;
  readonly job: EventJobName;
  readonly ticketId: string;
  readonly at: Date;
  readonly correlationId?: string;
  /** Who could see the ticket until the event; for the one job that has to tell them. */
  readonly before?: Sight;
}

/** Names one entry. */
export type OutboxKey = Pick<OutboxEntry, 'ticketId' | 'eventId' | 'job'>;

export interface NewTicket {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  /** One submission, one ticket: a second creation under the same key finds the first. */
  readonly idempotencyKey?: string;
  /** Hash of what was submitted, to tell a repeat from another request under the same key. */
  readonly requestHash?: string;
}

export type Created =
  | { readonly outcome: 'created'; readonly ticket: Ticket }
  /** The key was used before; `sameRequest` tells whether for the same content. */
  | { readonly outcome: 'existed'; readonly ticket: Ticket; readonly sameRequest: boolean };

/** Tickets, one document each. Every save is one conditional write: state, version, log and outbox together. */
export abstract class TicketRepository {
  /** Stores new tickets, each on its own; answers in the same order. */
  abstract create(tickets: readonly NewTicket[]): Promise<Created[]>;
  abstract byId(id: string): Promise<Ticket | undefined>;
  abstract byNumber(number: string): Promise<Ticket | undefined>;
  abstract byTrackingCode(code: string): Promise<Ticket | undefined>;
  abstract byIdempotencyKey(key: string): Promise<{ ticket: Ticket; requestHash?: string } | undefined>;
  /** Stores `next` if the document still has `previous.version`; false where someone else was first. */
  abstract save(previous: Ticket, next: Ticket, events: readonly TicketEvent[]): Promise<boolean>;
  /** The next running numbers for tickets of `year`, as many as asked for; gaps only after a crash. */
  abstract allocateNumbers(year: number, count: number): Promise<number>;
  /** Ids of tickets whose `nextStepAt` lies at or before `now`, earliest first. */
  abstract dueBefore(now: Date, limit: number): Promise<string[]>;
  /** The tickets that are merged into this very one, in the order of their ids. */
  abstract followersOf(ticketId: string): Promise<readonly Ticket[]>;
}

/** What was decided and is not done yet. Redis may forget any of it; this does not. */
export abstract class OutboxStore {
  /** Entries of events from before `before`, oldest first. */
  abstract pending(before: Date, limit: number): Promise<OutboxEntry[]>;
  /** Strikes off what has been done; what is gone already is no fault. */
  abstract remove(entries: readonly OutboxKey[]): Promise<void>;
}
