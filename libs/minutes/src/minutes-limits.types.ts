/** What a file may cost. A real workbook of 65,203 styled rows is 1.6 MB and inflates to 12.5 MB. */
export interface MinutesLimits {
  /** Size of the file as uploaded, in bytes. */
  readonly fileBytes: number;
  /** All entries of a workbook, inflated, in bytes. */
  readonly inflatedBytes: number;
  /** Inflated ÷ compressed of any entry above 1 MB; sheet XML of nothing but empty cells reaches about 40. */
  readonly inflationRatio: number;
  readonly entries: number;
  /** All shared strings together, in UTF-16 code units: they alone must be kept in memory. */
  readonly sharedText: number;
  /** Filled rows of a sheet. */
  readonly rows: number;
}

export const MINUTES_LIMITS: MinutesLimits = {
  fileBytes: 10 * 1024 * 1024,
  inflatedBytes: 200 * 1024 * 1024,
  inflationRatio: 150,
  entries: 1000,
  sharedText: 24_000_000,
  rows: 50_000,
};
