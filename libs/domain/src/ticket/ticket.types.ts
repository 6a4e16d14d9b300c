import { type Allowance } from '../calendar/calendar.types';
import { type GivenAnswer } from '../people/people.types';
import {
  type ClockName,
  type PolicyStep,
  type Priority,
  type RelativeRecipient,
} from '../policy/policy.types';
import { type TicketLogEntry } from './ticket.events';

export const TICKET_STATUSES = [
  'submitted',
  'dispatched',
  'in-progress',
  'in-review',
  'resolved',
  'closed',
  'withdrawn',
  'declined',
  'merged',
] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

export const OPEN_STATUSES: readonly TicketStatus[] = [
  'submitted',
  'dispatched',
  'in-progress',
  'in-review',
  'resolved',
];

/** The one accountable person. */
export interface Owner {
  readonly id: string;
  readonly name: string;
}

export interface DeadlineVersion {
  readonly version: number;
  readonly dueAt: Date;
  readonly setAt: Date;
  readonly reason: string;
  /** What was allowed from the clock's start on. */
  readonly allowance: Allowance;
}

/** A stretch in which a clock did not run; open while `to` is absent. */
export interface ClockPause {
  readonly from: Date;
  readonly to?: Date;
  readonly reason: string;
  /** The request that was granted; absent where the ticket was in review or merged. */
  readonly requestId?: string;
}

/** A clock keeps facts; its deadline is recomputed from them, so down-time changes messages, never facts. */
export interface Clock {
  readonly startedAt: Date;
  readonly allowance: Allowance;
  readonly dueAt: Date;
  readonly stoppedAt?: Date;
  readonly pauses: readonly ClockPause[];
  /** Every deadline this clock has had; the first is the original, the last the current one. */
  readonly versions: readonly DeadlineVersion[];
  /** The version with which the present stretch began: 1, or later after a redo or a second dispatch. */
  readonly stretch: number;
}

/**
 * A reminder or escalation that is planned, or has been dealt with. Fires once per (clock, deadline version, step);
 * sub-tasks and notices have deadlines of their own, and their steps name them as `subject`.
 */
export interface PlannedStep extends Omit<PolicyStep, 'offset' | 'clock' | 'recipients'> {
  readonly clock: ClockName | 'sub-task' | 'notice';
  readonly subject?: string;
  readonly recipients: readonly (RelativeRecipient | 'co-handler')[];
  readonly deadlineVersion: number;
  readonly dueAt: Date;
  readonly state: 'planned' | 'fired' | 'withdrawn';
  readonly settledAt?: Date;
}

export interface TicketSource {
  readonly kind: 'online' | 'staff' | 'session';
  readonly sessionId?: string;
  readonly lineNumber?: string;
  /** When the problem was raised, where that is known to lie before the submission. */
  readonly raisedAt?: Date;
  readonly proposer?: string;
  readonly unit?: string;
  readonly remark?: string;
  readonly instruction?: string;
}

/** `hidden`: known to the system, kept apart and encrypted, not shown to whoever handles the ticket. */
export const IDENTITIES = ['named', 'hidden', 'anonymous'] as const;
export type Identity = (typeof IDENTITIES)[number];

export interface Reporter {
  readonly identity: Identity;
  /** True exactly where `identity` is `anonymous`. */
  readonly anonymous: boolean;
  readonly userId?: string;
  /** Stands for the account of a hidden reporter; only who holds the key can tell which account that is. */
  readonly accountAlias?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface Result {
  readonly text: string;
  readonly submittedAt: Date;
  readonly submittedBy: Owner;
  readonly onTime: boolean;
  /** Against the first deadline, whatever was granted since. */
  readonly onTimeOriginally: boolean;
  readonly approvedAt?: Date;
  readonly approvedBy?: Owner;
}

export interface Rating {
  readonly solved: boolean;
  readonly contacted: boolean;
  /** 1 (very dissatisfied) to 5 (very satisfied). */
  readonly satisfaction: number;
  readonly comment?: string;
  readonly ratedAt: Date;
  /** The verifier who asked, where the reporter did not answer on their own. */
  readonly verifiedBy?: Owner;
}

/** One call of a verifier to the reporter, reached or not. */
export interface FollowUpCall {
  readonly at: Date;
  readonly by: Owner;
  readonly reached: boolean;
  readonly solved?: boolean;
  readonly satisfaction?: number;
  readonly note?: string;
}

/** A part of the work that a co-handling unit does, with a deadline of its own, never after the ticket's. */
export interface SubTask {
  readonly id: string;
  readonly coHandler: Owner;
  readonly department: string;
  readonly text: string;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly reassignment?: Reassignment;
  readonly settledAt?: Date;
  /** What was done, or why it was cancelled. */
  readonly outcome?: string;
}

/** An owner's wish for a later deadline, or for the clock to stand still; the clock runs until it is approved. */
export interface DeadlineRequest {
  readonly id: string;
  readonly kind: 'extension' | 'pause';
  /** The new deadline, or when a pause ends on its own. */
  readonly until: Date;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly requestedBy: Owner;
  /** Who decides: the head, or beyond the policy's limit the director. */
  readonly level: 'head' | 'director';
  readonly state: 'pending' | 'approved' | 'refused' | 'lapsed';
  readonly decidedAt?: Date;
  readonly decidedBy?: Owner;
  readonly decisionReason?: string;
}

export const NOTICE_KINDS = ['urge-notice', 'supervision-order', 'instruction'] as const;
/** 催办通知书 (issued by the ladder), 督办单 (by the ladder or leadership), 批示 (by leadership). */
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A numbered notice to the owner, to be acknowledged and, where it says so, answered before the result. */
export interface Notice {
  readonly id: string;
  readonly number: string;
  readonly kind: NoticeKind;
  readonly text: string;
  readonly issuedAt: Date;
  /** Absent where the ladder issued it. */
  readonly by?: Owner;
  readonly replyBy?: Date;
  readonly mustAnswer: boolean;
  readonly acknowledgedAt?: Date;
  readonly acknowledgedBy?: Owner;
  readonly answeredAt?: Date;
  readonly answeredBy?: Owner;
  readonly answer?: string;
}

export interface Urge {
  readonly at: Date;
  readonly text?: string;
}

/** What was shown or handed in with a ticket; the file itself lies in the storage. */
export interface TicketAttachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly thumbnail: boolean;
  readonly visibility: 'public' | 'internal';
  readonly by: 'reporter' | 'staff';
  readonly at: Date;
  readonly purpose: 'report' | 'result' | 'other';
}

/** A closing that one leader has proposed and a second one has to confirm. */
export interface ClosingProposal {
  readonly closure: DecidedClosure;
  readonly text: string;
  readonly at: Date;
  readonly by: Owner;
}

/** The owner has left or can no longer be accountable; whoever may, names another one. */
export interface Reassignment {
  readonly since: Date;
  readonly reason: string;
}

export const DECIDED_CLOSURES = ['adjudicated', 'transferred-out', 'deferred'] as const;
export type DecidedClosure = (typeof DECIDED_CLOSURES)[number];
export type Closure = 'confirmed' | 'unanswered' | DecidedClosure;

/** One problem, from its report to its closing; one document, one version, one log. */
export interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly trackingCode: string;
  readonly version: number;
  readonly status: TicketStatus;
  readonly title: string;
  readonly description: string;
  readonly location?: string;
  readonly source: TicketSource;
  readonly reporter: Reporter;
  readonly submittedAt: Date;
  readonly statedDepartment?: string;
  readonly statedCategory?: string;
  /** Code of the place that the report came from. */
  readonly servicePoint?: string;
  /** To the questions of the stated category, as they were asked. */
  readonly answers?: readonly GivenAnswer[];
  /** Why no rule could place it; there while a dispatcher has to. */
  readonly queueReason?: string;
  readonly category?: string;
  readonly priority: Priority;
  readonly policy: { readonly code: string; readonly version: number };
  readonly department?: string;
  readonly owner?: Owner;
  readonly dispatchedAt?: Date;
  readonly clocks: Readonly<Partial<Record<ClockName, Clock>>> & { readonly acceptance: Clock };
  readonly steps: readonly PlannedStep[];
  readonly autoCloseAt?: Date;
  /** The earliest instant at which time alone has something to do here. */
  readonly nextStepAt?: Date;
  /** 0 until something escalates, then the highest level reached. */
  readonly escalationLevel: 0 | 1 | 2 | 3;
  readonly hops: number;
  readonly redo: number;
  readonly reopens: number;
  readonly urges: readonly Urge[];
  readonly subTasks: readonly SubTask[];
  /** Every request for another deadline, the pending one last. */
  readonly requests: readonly DeadlineRequest[];
  /** While the resolution clock stands still: when it goes on by itself. */
  readonly pausedUntil?: Date;
  readonly notices: readonly Notice[];
  readonly followUps: readonly FollowUpCall[];
  readonly attachments: readonly TicketAttachment[];
  readonly closingProposal?: ClosingProposal;
  readonly reassignment?: Reassignment;
  /** The ticket that this one follows; its reporter keeps number and tracking code. */
  readonly mergedInto?: { readonly id: string; readonly number: string };
  readonly result?: Result;
  readonly rating?: Rating;
  readonly closure?: Closure;
  readonly closedAt?: Date;
  readonly log: readonly TicketLogEntry[];
}
