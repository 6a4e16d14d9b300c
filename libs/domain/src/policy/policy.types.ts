import { type Allowance } from '../calendar/calendar.types';

export const CLOCKS = ['acceptance', 'response', 'resolution'] as const;
export type ClockName = (typeof CLOCKS)[number];

export const PRIORITIES = ['normal', 'urgent', 'danger'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** The policy that every new ticket is under until it is placed. */
export const FIRST_POLICY = 'standard';

/** Who hears of a step, named relative to the ticket and resolved to people only when the step fires. */
export type RelativeRecipient = 'owner' | 'head' | 'dispatcher' | 'director' | 'leader';

/** When a step falls due, relative to its clock's deadline. */
export type StepOffset =
  /** A share of the whole allowance, measured in the allowance's own time; −0.25 is "a quarter before". */
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'after'; readonly allowance: Allowance };

export interface PolicyStep {
  /** Unique within the policy; part of the key that makes a step fire once. */
  readonly key: string;
  readonly clock: ClockName;
  readonly offset: StepOffset;
  readonly kind: 'warn' | 'escalate';
  /** 0 warns, 1 owner and head, 2 director, 3 university leader. */
  readonly level: 0 | 1 | 2 | 3;
  readonly recipients: readonly RelativeRecipient[];
  /** The numbered notice that is issued with the step: 催办通知书 or 督办单. */
  readonly notice?: 'urge-notice' | 'supervision-order';
}

/** How often and how far the deadline of a ticket may be moved, or its clock stopped, on request. */
export interface RequestLimits {
  /** How many may be granted for one ticket. */
  readonly max: number;
  /** Up to this much the head decides about the first one; beyond it, and about every further one, the director. */
  readonly headLimit: Allowance;
  /** All granted ones together. */
  readonly totalLimit: Allowance;
}

/** The time limits and steps for tickets of some priority; edited as a whole, each edit a new version. */
export interface Policy {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly acceptance: Allowance;
  readonly response: Allowance;
  readonly resolution: Allowance;
  /** The short deadline after "not solved". */
  readonly redo: Allowance;
  /** How long an owner may hand a wrong assignment back. */
  readonly returnWithin: Allowance;
  readonly maxHops: number;
  /** A resolved ticket without an answer closes after this. */
  readonly autoClose: Allowance;
  /** Extensions are measured from the original deadline, pauses by their planned length. */
  readonly extension: RequestLimits;
  readonly pause: RequestLimits;
  /** How long a reporter may reopen a closed ticket. */
  readonly reopenWithin: Allowance;
  /** How long after the submission a reporter may urge for the first time. */
  readonly urgeQuiet: Allowance;
  readonly steps: readonly PolicyStep[];
  /** Danger to life and food safety: messages do not wait for the recipient's working hours. */
  readonly messagesAnyTime: boolean;
  /** False where no category may name it any more; absent means true. Tickets that it governs keep it. */
  readonly active?: boolean;
}
