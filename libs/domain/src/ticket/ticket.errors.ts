/** Why a command on a ticket was refused. Codes are wire values: added and retired, never edited. */
export const TICKET_ERROR_CODES = [
  'TICKET.ILLEGAL_TRANSITION',
  'TICKET.NOT_BY_HAND',
  'TICKET.NOT_ALLOWED',
  'TICKET.OWN_WORK',
  'TICKET.REASON_REQUIRED',
  'TICKET.TEXT_REQUIRED',
  'TICKET.COMMENT_LIMIT',
  'TICKET.OWNER_NOT_ELIGIBLE',
  'TICKET.SAME_OWNER',
  'TICKET.RETURN_TOO_LATE',
  'TICKET.RETURN_LIMIT',
  'TICKET.BINDING_DISPATCH_ONLY',
  'TICKET.ALREADY_RATED',
  'TICKET.NOTHING_DUE',
  'TICKET.MERGE_TARGET',
  'TICKET.NO_REASSIGNMENT',
  'TICKET.DATE_INVALID',
  'TICKET.SUB_TASK_NOT_FOUND',
  'TICKET.SUB_TASK_LIMIT',
  'TICKET.SUB_TASKS_OPEN',
  'TICKET.DEADLINE_PASSED',
  'TICKET.REQUEST_PENDING',
  'TICKET.REQUEST_LIMIT',
  'TICKET.NO_REQUEST',
  'TICKET.APPROVAL_LEVEL',
  'TICKET.PAUSED',
  'TICKET.NOT_PAUSED',
  'TICKET.NOTICE_NOT_FOUND',
  'TICKET.NOTICE_SETTLED',
  'TICKET.NOTICE_LIMIT',
  'TICKET.NOTICES_OPEN',
  'TICKET.PHOTO_REQUIRED',
  'TICKET.ATTACHMENT_LIMIT',
  'TICKET.CLOSING_PROPOSED',
  'TICKET.NO_CLOSING_PROPOSED',
  'TICKET.SECOND_LEADER_NEEDED',
  'TICKET.REOPEN_LIMIT',
  'TICKET.REOPEN_TOO_LATE',
  'TICKET.URGE_TOO_EARLY',
  'TICKET.URGED_TODAY',
] as const;
export type TicketErrorCode = (typeof TICKET_ERROR_CODES)[number];

export interface TicketError {
  readonly code: TicketErrorCode;
  /** For people, in English; interfaces translate by code. */
  readonly detail: string;
}

export function refuse(
  code: TicketErrorCode,
  detail: string,
): { readonly ok: false; readonly error: TicketError } {
  return { ok: false, error: { code, detail } };
}
