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
  'ticket.withdrawn',
  'ticket.merged',
  'ticket.unmerged',
  'ticket.reassignment-needed',
  'ticket.reassigned',
  'ticket.co-handler-added',
  'ticket.sub-task-done',
  'ticket.sub-task-cancelled',
  'ticket.extension-requested',
  'ticket.pause-requested',
  'ticket.request-withdrawn',
  'ticket.extension-approved',
  'ticket.pause-approved',
  'ticket.request-refused',
  'ticket.resumed',
  'ticket.deadlines-moved',
  'ticket.followed-up',
  'ticket.closing-proposed',
  'ticket.closing-rejected',
  'ticket.reopened',
  'ticket.urged',
  'ticket.supervision-raised',
  'ticket.supervised',
  'ticket.instructed',
  'ticket.notice-acknowledged',
  'ticket.notice-answered',
  'ticket.attached',
  'ticket.identity-requested',
  'ticket.identity-opened',
  'ticket.identity-refused',
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
