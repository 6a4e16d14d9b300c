import { type LineFault, type LineMark } from '../session/import.types';

/** What a column of minutes can mean. */
export const MINUTES_FIELDS = [
  'reference',
  'ordinal',
  'title',
  'text',
  'proposer',
  'contact',
  'unit',
  'department',
  'category',
  'location',
  'remark',
  'instruction',
  'raisedAt',
  'owner',
  'deadline',
] as const;
export type MinutesField = (typeof MINUTES_FIELDS)[number];

/** The user's own word on the columns: a column letter (`B`), the text of a header, or `-` for one to leave out. */
export type MinutesMapping = Readonly<Partial<Record<MinutesField, string>>>;

/** Day zero of a workbook's date serials: `1904` is what old Mac files use. */
export type DateSystem = '1900' | '1904';

export type CellValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** A number under a date format: days since day zero of the workbook's date system. */
  | { readonly kind: 'date'; readonly serial: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#REF!` and its kind. */
  | { readonly kind: 'error'; readonly code: string };

/** A cell's (cached) value, and its formula where it holds one. */
export interface MinutesCell {
  readonly value: CellValue;
  readonly formula?: string;
}

/** One row of a sheet; `row` is the sheet's own 1-based number, columns count from 0 and only filled ones appear. */
export interface MinutesRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, MinutesCell>;
}

/** A merged range: rows 1-based, columns 0-based, all ends inclusive. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Facts of the session found above the header. `heldAt` is an instant; times on paper are Asia/Shanghai. */
export interface MinutesMeta {
  readonly title?: string;
  readonly heldAt?: Date;
  readonly place?: string;
  readonly host?: string;
}

/** Where the header was found and what its columns mean. */
export interface MinutesHeader {
  /** The header's last row; 0 where the mapping names letters and no row looks like a header. */
  readonly row: number;
  readonly columns: readonly {
    readonly column: string;
    readonly field: MinutesField;
    readonly header: string;
  }[];
  /** Headers nobody could place; their columns are not read. */
  readonly ignored: readonly string[];
  readonly meta: MinutesMeta;
}

/** Faults of a line. An error leaves the line out, a warning keeps it. */
export const LINE_FAULTS = {
  'LINE.TEXT_MISSING': 'error',
  'LINE.TEXT_TOO_LONG': 'error',
  'LINE.FORMULA': 'error',
  'LINE.DATE_UNREADABLE': 'warning',
  'LINE.REFERENCE_REPEATED': 'warning',
  'LINE.DEPARTMENT_MISSING': 'warning',
  'LINE.DEPARTMENT_UNKNOWN': 'warning',
  'LINE.CONTACT_UNREADABLE': 'warning',
  'LINE.FIELD_CUT': 'warning',
  'LINE.CELL_ERROR': 'warning',
  'LINE.CONTROL_CHARACTERS': 'warning',
} as const satisfies Record<string, LineFault['severity']>;
export type LineFaultCode = keyof typeof LINE_FAULTS;

export interface LineContact {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** One problem as the minutes state it. */
export interface MinutesLine {
  /** The sheet's own 1-based row, the first one where a merged text spans several. */
  readonly row: number;
  /** Idempotency key: the same line of the same file gives the same key, whatever surrounds it. */
  readonly key: string;
  /** The key of an earlier line with the same reference and the same text: this is that message again. */
  readonly repeats?: string;
  /** True when no fault excludes the line. */
  readonly accepted: boolean;
  readonly reference?: string;
  readonly ordinal?: string;
  /** Only where the sheet gives a title beside the text. */
  readonly title?: string;
  readonly text: string;
  readonly contact?: LineContact;
  readonly unit?: string;
  /** As written; whether anyone knows it is what `LINE.DEPARTMENT_UNKNOWN` says. */
  readonly department?: string;
  readonly category?: string;
  readonly location?: string;
  readonly remark?: string;
  readonly instruction?: string;
  readonly raisedAt?: Date;
  readonly owner?: string;
  readonly deadlineText?: string;
  /** Set where `deadlineText` is a date. */
  readonly deadlineAt?: Date;
  readonly faults: readonly LineFault[];
  readonly marks: readonly LineMark[];
}

/** What became of the sheet's rows. */
export interface MinutesSummary {
  readonly lines: number;
  readonly accepted: number;
  readonly refused: number;
  readonly skipped: {
    readonly blank: number;
    readonly totals: number;
    /** Header and title rows repeated by page breaks. */
    readonly headers: number;
    /** Section headings and foot notes that span the table. */
    readonly banners: number;
  };
}
