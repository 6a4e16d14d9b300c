/** Where the record of one ticket stood when it was anchored. */
export interface TicketHead {
  readonly ticketId: string;
  readonly number: string;
  /** The last entry's place, from 1. */
  readonly seq: number;
  readonly hash: string;
}

/** What a checkpoint in the configuration's log holds of the tickets that had changed since the one before. */
export interface Checkpoint {
  readonly heads: readonly TicketHead[];
}

export const AUDIT_BREAKS = [
  /** The entry is not what was sealed, or does not follow from the one before. */
  'entry-broken',
  /** The record begins with the submission of another ticket. */
  'foreign-log',
  /** Anchored entries are gone from the end of the record. */
  'tail-missing',
  /** The anchored entry has another content now, whatever chain stands around it. */
  'history-rewritten',
  /** A ticket that was anchored is gone. */
  'ticket-missing',
  /** The thing is not as its last recorded change left it. */
  'unrecorded-change',
] as const;

/** One place where the record is not what it was. */
export interface AuditBreak {
  readonly kind: (typeof AUDIT_BREAKS)[number];
  /** `ticket/2026-000123`, `configuration/log`, `configuration/department/energy`. */
  readonly subject: string;
  /** The entry's place in its record, from 1. */
  readonly entry?: number;
}
