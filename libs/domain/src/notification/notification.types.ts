/** Which letter: one template each. Wire values. */
export const LETTER_KINDS = [
  'reporter-received',
  'reporter-declined',
  'reporter-merged',
  'reporter-unmerged',
  'reporter-dispatched',
  'reporter-extended',
  'reporter-paused',
  'reporter-resumed',
  'reporter-deadline-moved',
  'reporter-commented',
  'reporter-asked',
  'reporter-result',
  'reporter-confirmed',
  'reporter-closed',
  'reporter-decided',
  'reporter-reopened',
  'reporter-identity-opened',
  'owner-assigned',
  'owner-result-returned',
  'owner-redo',
  'owner-reopened',
  'owner-resumed',
  'owner-deadline-moved',
  'owner-commented',
  'owner-attached',
  'owner-urged',
  'owner-closed',
  'sub-task-assigned',
  'sub-task-due',
  'sub-task-done',
  'sub-task-cancelled',
  'request-pending',
  'request-approved',
  'request-refused',
  'head-review',
  'dispatcher-queued',
  'dispatcher-returned',
  'dispatcher-orphaned',
  'reassignment-needed',
  'notice-issued',
  'notice-answered',
  'supervision-raised',
  'closing-proposed',
  'closing-rejected',
  'identity-requested',
  'identity-opened',
  'identity-refused',
  'step-warned',
  'step-escalated',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Who gets a letter: a person by id, or a reporter at the address given with the report. */
export type Recipient =
  | { readonly kind: 'person'; readonly personId: string }
  /** The ticket's own reporter, or the reporter of `followerId`, a ticket that is merged into it. */
  | { readonly kind: 'reporter'; readonly followerId?: string };

export const NOTIFICATION_STATUSES = ['pending', 'sent', 'failed', 'dropped'] as const;
export type NotificationStatus = (typeof NOTIFICATION_STATUSES)[number];

/** One letter to one recipient by one channel, about one event; made once, sent at least once, recorded once. */
export interface Notification {
  readonly id: string;
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly eventId: string;
  readonly kind: LetterKind;
  readonly channel: 'email';
  readonly recipient: Recipient;
  /** Escalation level for step letters, else 0. */
  readonly level: number;
  readonly status: NotificationStatus;
  readonly attempts: number;
  readonly lastError?: string;
  readonly createdAt: Date;
  /** Not before this instant: letters wait for working hours, except about danger. */
  readonly notBefore: Date;
  /** When the first try of this round failed, while there is hope. */
  readonly failingSince?: Date;
  readonly sentAt?: Date;
  /** Why it was not sent: the ticket had moved on, or there was no address. */
  readonly dropReason?: string;
  readonly correlationId?: string;
  /** Raised by every re-sending that a person asks for, so that it is a new job. */
  readonly round: number;
}
