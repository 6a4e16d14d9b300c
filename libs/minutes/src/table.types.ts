import { type DateSystem, type MergedRange, type MinutesRow } from '@app/domain';

/** A sheet's last column is XFD; a wider table is no spreadsheet. */
export const LAST_COLUMN = 16_384;
/** Columns further right are left unread; no minutes are so wide, and each cell costs memory. */
export const COLUMNS_READ = 256;

/** A sheet of a workbook, or a whole CSV file. */
export interface Table {
  readonly name?: string;
  readonly dateSystem: DateSystem;
  /** Complete once `rows` has been read to its end; Excel writes merges below the cells. */
  readonly merges: readonly MergedRange[];
  /** Filled rows in order, in batches; may be called again and starts from the top. */
  rows(): AsyncGenerator<readonly MinutesRow[], void>;
}
