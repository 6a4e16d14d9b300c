import { type Role } from '../people/people.types';

/** What is kept apart of a reporter who stays hidden from everyone who handles the ticket. */
export interface HiddenIdentity {
  readonly userId?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

export const OPENING_STATES = ['requested', 'approved', 'refused', 'expired', 'used'] as const;
/** `expired`: nobody decided, or not both have read, in time. `used`: both have read. */
export type OpeningState = (typeof OPENING_STATES)[number];

/** One of the two people, with the office they held when they acted. */
export interface OpeningParty {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** What the ticket's own record says of an opening. */
export type OpeningStage = 'requested' | 'opened' | 'refused';

/** The request to open a hidden identity, and what became of it; holds nothing of the identity itself. */
export interface IdentityOpening {
  readonly id: string;
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly version: number;
  readonly state: OpeningState;
  readonly reason: string;
  readonly requestedBy: OpeningParty;
  readonly requestedAt: Date;
  readonly decidedBy?: OpeningParty;
  readonly decidedAt?: Date;
  readonly decisionReason?: string;
  /** Until then it can be decided; once approved, until then it can be read. */
  readonly expiresAt: Date;
  /** Each of the two at most once. */
  readonly readings: readonly { readonly personId: string; readonly at: Date }[];
  /** Stages that the ticket's record does not hold yet; nothing is shown while there are any. */
  readonly unrecorded: readonly OpeningStage[];
}
