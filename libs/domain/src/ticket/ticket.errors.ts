/** Why a command on a ticket was refused. Codes are wire values: added and retired, never edited. */
export const TICKET_ERROR_CODES = [
  'TICKET.ILLEGAL_TRANSITION',
  'TICKET.COMMAND_NOT_AVAILABLE',
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
