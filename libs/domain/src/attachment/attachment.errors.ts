/** Why an upload or a claim on one was refused. Codes are wire values: added and retired, never edited. */
export const ATTACHMENT_ERROR_CODES = [
  'ATTACHMENT.FILE_MISSING',
  'ATTACHMENT.TOO_LARGE',
  'ATTACHMENT.TOO_MANY',
  'ATTACHMENT.UNSUPPORTED_TYPE',
  'ATTACHMENT.DAMAGED',
  'ATTACHMENT.INFECTED',
  'ATTACHMENT.NOT_FOUND',
  'ATTACHMENT.LINK_INVALID',
] as const;
