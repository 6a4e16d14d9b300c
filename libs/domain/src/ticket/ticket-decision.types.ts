import { type WorkingCalendar } from '../calendar/calendar.types';
import { type Person } from '../people/people.types';
import { type Policy, type Priority } from '../policy/policy.types';
import { type TicketError } from './ticket.errors';
import { type TicketEvent } from './ticket.events';
import { type Actor } from './actor.types';
import { type Ticket } from './ticket.types';

/** What a decision may know beside the ticket and the command; all of it values. */
export interface DecisionContext {
  readonly now: Date;
  readonly actor: Actor;
  /** One fresh identifier for each event. */
  readonly newId: () => string;
  readonly calendar: WorkingCalendar;
  /** The policy that governs the ticket; for a dispatch, the one it is going to be governed by. */
  readonly policy: Policy;
  readonly commandId?: string;
  readonly correlationId?: string;
}

/** The next state with the events that led to it, or why not. No events: the command had already been carried out. */
export type Decision =
  | { readonly ok: true; readonly next: Ticket; readonly events: readonly TicketEvent[] }
  | { readonly ok: false; readonly error: TicketError };

export type TicketCommand =
  | { readonly name: 'decline'; readonly reason: string }
  | { readonly name: 'queue'; readonly reason: string }
  | {
      readonly name: 'dispatch';
      readonly owner: Person;
      readonly department: string;
      readonly category: string;
      readonly priority: Priority;
      /** On what ground it was placed there, for the record. */
      readonly basis: string;
    }
  | { readonly name: 'return'; readonly reason: string; readonly suggestedDepartment?: string }
  | { readonly name: 'accept' }
  | { readonly name: 'transfer'; readonly owner: Person; readonly reason?: string }
  | { readonly name: 'submitResult'; readonly text: string }
  | { readonly name: 'returnResult'; readonly reason: string }
  | { readonly name: 'approveResult' }
  | {
      readonly name: 'rate';
      readonly solved: boolean;
      readonly contacted: boolean;
      readonly satisfaction: number;
      readonly comment?: string;
    }
  | { readonly name: 'comment'; readonly text: string; readonly visibility: 'public' | 'internal' }
  | { readonly name: 'closeUnanswered' }
  | { readonly name: 'fireSteps' };

export type CommandOf<N extends TicketCommand['name']> = Extract<TicketCommand, { name: N }>;
