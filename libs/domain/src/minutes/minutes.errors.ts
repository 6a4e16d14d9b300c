/** Why a whole file of minutes is refused. Wire values: never edited, only added. */
export const MINUTES_REFUSALS = [
  'IMPORT.FILE_TOO_LARGE',
  'IMPORT.UNSUPPORTED_TYPE',
  'IMPORT.CORRUPT',
  'IMPORT.ENCRYPTED',
  'IMPORT.ZIP_BOMB',
  'IMPORT.FORMULA',
  'IMPORT.HEADER_NOT_FOUND',
  'IMPORT.MAPPING_INVALID',
  'IMPORT.NO_LINES',
  'IMPORT.TOO_MANY_LINES',
] as const;
export type MinutesRefusalCode = (typeof MINUTES_REFUSALS)[number];

export interface MinutesRefusal {
  readonly code: MinutesRefusalCode;
  /** What to tell the person who uploaded the file. */
  readonly detail: string;
}
