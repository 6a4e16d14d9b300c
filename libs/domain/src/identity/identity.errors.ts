/** Why a step towards a hidden identity was refused. Codes are wire values: added and retired, never edited. */
export const IDENTITY_ERROR_CODES = [
  'IDENTITY.NOT_FOUND',
  'IDENTITY.NOT_HIDDEN',
  'IDENTITY.NOT_ALLOWED',
  'IDENTITY.OWN_WORK',
  'IDENTITY.REASON_REQUIRED',
  'IDENTITY.ALREADY_REQUESTED',
  'IDENTITY.SECOND_PERSON_NEEDED',
  'IDENTITY.ALREADY_DECIDED',
  'IDENTITY.NOT_APPROVED',
  'IDENTITY.EXPIRED',
  'IDENTITY.NOT_YOURS',
  'IDENTITY.ALREADY_READ',
  'IDENTITY.UNREADABLE',
] as const;
export type IdentityErrorCode = (typeof IDENTITY_ERROR_CODES)[number];

export interface IdentityError {
  readonly code: IdentityErrorCode;
  /** For people, in English; interfaces translate by code. */
  readonly detail: string;
}
