import { type WorkingCalendar } from '../calendar/calendar.types';
import { type Person } from '../people/people.types';
import { type Policy, type Priority } from '../policy/policy.types';
import { type TicketError } from './ticket.errors';
import { type TicketEvent } from './ticket.events';
import { type Actor } from './actor.types';
import { type DecidedClosure, type Ticket, type TicketAttachment } from './ticket.types';

/** What a decision may know beside the ticket and the command; all of it values. */
export interface DecisionContext {
  readonly now: Date;
  readonly actor: Actor;
  /** One fresh identifier for each event. */
  readonly newId: () => string;
  readonly calendar: WorkingCalendar;
  /** The policy that governs the ticket; for a dispatch, the one it is going to be governed by. */
  readonly policy: Policy;
  /** Whether the ticket's category asks for photos of the result. */
  readonly photosRequired?: boolean;
  /** The number of the notice that this decision may issue, allocated beforehand (see `noticeToIssue`). */
  readonly noticeNumber?: string;
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
  | { readonly name: 'withdraw'; readonly reason?: string }
  | { readonly name: 'merge'; readonly target: MergeTarget; readonly reason?: string }
  | { readonly name: 'unmerge'; readonly reason: string }
  | {
      readonly name: 'reassign';
      readonly owner: Person;
      /** Where the work goes to another department with its new owner. */
      readonly department?: string;
      /** The sub-task that changes hands; the ticket itself where absent. */
      readonly subTaskId?: string;
      readonly reason?: string;
    }
  | { readonly name: 'flagReassignment'; readonly personId: string; readonly reason: string }
  | {
      readonly name: 'addCoHandler';
      readonly coHandler: Person;
      readonly department: string;
      readonly text: string;
      readonly dueAt: Date;
    }
  | { readonly name: 'completeSubTask'; readonly subTaskId: string; readonly text: string }
  | { readonly name: 'cancelSubTask'; readonly subTaskId: string; readonly reason: string }
  | { readonly name: 'requestExtension'; readonly until: Date; readonly reason: string }
  | { readonly name: 'requestPause'; readonly until: Date; readonly reason: string }
  | { readonly name: 'withdrawRequest' }
  /** `requestId` where the one who decides means a certain request and no later one. */
  | { readonly name: 'approve'; readonly requestId?: string; readonly reason?: string }
  | { readonly name: 'refuse'; readonly requestId?: string; readonly reason: string }
  | { readonly name: 'resume'; readonly reason?: string }
  | { readonly name: 'moveDeadlines'; readonly reason: string }
  | {
      readonly name: 'submitResult';
      readonly text: string;
      readonly attachments?: readonly TicketAttachment[];
    }
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
  | {
      readonly name: 'followUp';
      readonly reached: boolean;
      /** Needed where the reporter was reached. */
      readonly solved?: boolean;
      readonly contacted?: boolean;
      readonly satisfaction?: number;
      readonly note?: string;
    }
  | { readonly name: 'closeByDecision'; readonly closure: DecidedClosure; readonly text: string }
  | { readonly name: 'confirmClosing' }
  | { readonly name: 'rejectClosing'; readonly reason: string }
  | { readonly name: 'reopen'; readonly reason: string }
  | { readonly name: 'urge'; readonly text?: string }
  | { readonly name: 'supervise'; readonly text: string; readonly replyBy?: Date }
  | { readonly name: 'instruct'; readonly text: string; readonly replyBy?: Date }
  | { readonly name: 'acknowledgeNotice'; readonly noticeId: string }
  | { readonly name: 'answerNotice'; readonly noticeId: string; readonly text: string }
  | { readonly name: 'attach'; readonly attachments: readonly TicketAttachment[] }
  | {
      readonly name: 'noteIdentity';
      readonly stage: 'requested' | 'opened' | 'refused';
      readonly openingId: string;
      readonly reason: string;
    }
  | { readonly name: 'closeUnanswered' }
  | { readonly name: 'fireSteps' };

/** The ticket that another one is to follow, as it is when the command is given. */
export type MergeTarget = Pick<Ticket, 'id' | 'number' | 'status'>;

export type CommandOf<N extends TicketCommand['name']> = Extract<TicketCommand, { name: N }>;
