import { type Allowance } from '../calendar/calendar.types';
import { type ClockName, type PolicyStep, type Priority } from '../policy/policy.types';
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
}

/** A stretch in which a clock did not run; open while `to` is absent. */
export interface ClockPause {
  readonly from: Date;
  readonly to?: Date;
  readonly reason: string;
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
}

/** A reminder or escalation that is planned, or has been dealt with. Fires once per (clock, deadline version, step). */
export interface PlannedStep extends Omit<PolicyStep, 'offset'> {
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

export interface Reporter {
  readonly anonymous: boolean;
  readonly userId?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface Result {
  readonly text: string;
  readonly submittedAt: Date;
  readonly submittedBy: Owner;
  readonly onTime: boolean;
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
}

export type Closure = 'confirmed' | 'unanswered' | 'adjudicated' | 'transferred-out' | 'deferred';

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
  readonly result?: Result;
  readonly rating?: Rating;
  readonly closure?: Closure;
  readonly closedAt?: Date;
  readonly log: readonly TicketLogEntry[];
}
