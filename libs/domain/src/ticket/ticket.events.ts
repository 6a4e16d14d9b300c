import { type Actor } from './actor.types';

/** Every fact that can be recorded about a ticket. Wire values: added and retired, never edited. */
export const TICKET_EVENT_TYPES = [
  'ticket.submitted',
  'ticket.queued',
  'ticket.declined',
  'ticket.dispatched',
  'ticket.returned',
  'ticket.accepted',
  'ticket.transferred',
  'ticket.result-submitted',
  'ticket.result-returned',
  'ticket.result-approved',
  'ticket.rated',
  'ticket.redo-started',
  'ticket.closed',
  'ticket.commented',
  'ticket.step-fired',
] as const;
export type TicketEventType = (typeof TICKET_EVENT_TYPES)[number];

/** Plain facts of an event: strings, numbers, booleans and lists of them, never contact data. */
export type EventFacts = Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;

export interface TicketEvent {
  readonly id: string;
  readonly type: TicketEventType;
  readonly at: Date;
  readonly actor: Actor;
  /** Free text that a person wrote: a reason, a result, a comment. */
  readonly text?: string;
  readonly facts: EventFacts;
  /** The request that caused it; a repeat of the same request is recognised by it. */
  readonly commandId?: string;
  readonly correlationId?: string;
}

/** An event in the ticket's append-only log, chained to the one before. */
export interface TicketLogEntry extends TicketEvent {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}
