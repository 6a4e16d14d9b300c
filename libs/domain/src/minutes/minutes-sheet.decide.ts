import { type LineMark } from '../session/import.types';
import { cellText, isFilled } from './minutes-cell.decide';
import { yearInShanghai } from './minutes-date.decide';
import { normaliseHeader } from './minutes-fields.decide';
import { type HeaderFound } from './minutes-header.decide';
import { type LineAlone, type LineContext, type LineDraft, lineFault, readLine } from './minutes-line.decide';
import { holdsTwoProblems, isPraise } from './minutes-marks.decide';
import { MergeCursor } from './minutes-merges.decide';
import { comparableText } from './minutes-text.decide';
import {
  type DateSystem,
  type MergedRange,
  type MinutesCell,
  type MinutesField,
  type MinutesLine,
  type MinutesRow,
  type MinutesSummary,
} from './minutes.types';
import { NearDuplicateIndex } from './near-duplicates.decide';

export interface SheetContext {
  readonly dateSystem: DateSystem;
  readonly merges: readonly MergedRange[];
  /** The year of dates that name none; without it that of the session's own date above the header. */
  readonly yearHint?: number;
  /** Names and aliases of the departments there are; without it no department is called unknown. */
  readonly departments?: readonly string[];
  /** A one-way digest, for keys that say nothing about a line. */
  readonly hash: (text: string) => string;
}

/** The first line with some reference; `text` is a digest. */
interface FirstLine {
  readonly row: number;
  readonly key: string;
  readonly text: string;
}

/** Fields that a vertically merged cell gives to every line beside it; a text or a reference belongs to one line. */
const FILLS_DOWN: ReadonlySet<MinutesField> = new Set<MinutesField>([
  'ordinal',
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
]);
const TOTALS =
  /^(?:本页|本表|本次|各项)?(?:合计|总计|小计|共计|累计)\d*[条项个件]?$|^共\d+[条项个件](?:意见|建议|意见建议|问题|留言)?$/u;
const FOOT_NOTE = /^(?:注|备注|说明|记录人?|整理人?|填表人?|填报人?|制表人?|审核人?|签字|签名)\s*[:：]/u;

/**
 * Turns the rows below a header into lines, one row at a time and in order: skips what is no line, fills merged cells
 * down, and marks what only the lines before can tell. `push` returns a line once it is known to be whole, which is
 * when the next one begins; `end` returns the last.
 */
export class MinutesSheetReader {
  private readonly merges: MergeCursor;
  private readonly context: LineContext;
  private readonly duplicates = new NearDuplicateIndex();
  private readonly occurrences = new Map<string, number>();
  private readonly references = new Map<string, FirstLine>();
  private readonly titles: ReadonlySet<string>;
  private readonly skipped = { blank: 0, totals: 0, headers: 0, banners: 0 };
  private readonly counted = { lines: 0, accepted: 0 };
  private pending: LineDraft | undefined;
  private lastRow: number;

  constructor(
    private readonly found: HeaderFound,
    private readonly sheet: SheetContext,
  ) {
    const heldAt = found.header.meta.heldAt;
    const year = sheet.yearHint ?? (heldAt && yearInShanghai(heldAt));
    this.merges = new MergeCursor(sheet.merges);
    this.titles = new Set(
      found.header.meta.title === undefined ? [] : [comparableText(found.header.meta.title)],
    );
    this.lastRow = found.header.row;
    this.context = {
      dateSystem: sheet.dateSystem,
      hasDepartmentColumn: [...found.fields.values()].includes('department'),
      ...(year === undefined ? {} : { yearHint: year }),
      ...(sheet.departments ? { departments: new Set(sheet.departments.map(comparableText)) } : {}),
    };
  }

  /** Takes the next row; rows without content may be left out. Returns the line before, when this row ends it. */
  push(row: MinutesRow): MinutesLine | undefined {
    this.skipped.blank += Math.max(row.row - this.lastRow - 1, 0);
    this.lastRow = row.row;
    const cells = this.cellsOf(row);
    if (this.continuesPending(row)) {
      this.pending = joinDrafts(this.pending, cells);
      return undefined;
    }
    const skip = this.whySkipped(row);
    if (skip) {
      this.skipped[skip] += 1;
      return undefined;
    }
    const done = this.finish();
    this.pending = { row: row.row, cells };
    return done;
  }

  /** Ends the sheet: the line still open, if any, and what became of the rows. */
  end(): { readonly line?: MinutesLine; readonly summary: MinutesSummary } {
    const line = this.finish();
    const { lines, accepted } = this.counted;
    const summary = { lines, accepted, refused: lines - accepted, skipped: { ...this.skipped } };
    return line ? { line, summary } : { summary };
  }

  private cellsOf(row: MinutesRow): Map<MinutesField, MinutesCell[]> {
    const cells = new Map<MinutesField, MinutesCell[]>();
    for (const [column, field] of this.found.fields) {
      const cell = FILLS_DOWN.has(field) ? this.merges.cell(column, row) : row.cells.get(column);
      if (cell) cells.set(field, [...(cells.get(field) ?? []), cell]);
    }
    return cells;
  }

  private columnsOf(field: MinutesField): number[] {
    return [...this.found.fields].filter(([, each]) => each === field).map(([column]) => column);
  }

  /** Whether the pending line's text (else title) cell is merged down over this row. */
  private continuesPending(row: MinutesRow): boolean {
    const pending = this.pending;
    if (!pending) return false;
    const columns = [...this.columnsOf('text'), ...this.columnsOf('title')];
    if ([...row.cells].some(([column, cell]) => columns.includes(column) && isFilled(cell))) return false;
    return columns.some((column) => {
      const range = this.merges.at(column, row.row);
      return range !== undefined && range.top === pending.row && pending.row < row.row;
    });
  }

  private whySkipped(row: MinutesRow): keyof typeof this.skipped | undefined {
    const texts = [...row.cells]
      .filter(([, cell]) => isFilled(cell))
      .sort(([a], [b]) => a - b)
      .map(([column, cell]) => ({ column, text: cellText(cell, this.sheet.dateSystem).trim() }));
    const first = texts[0];
    if (!first) return 'blank';
    if (TOTALS.test(normaliseHeader(first.text))) return 'totals';
    const repeated = texts.filter(
      ({ column, text }) => this.found.labels.get(column) === normaliseHeader(text),
    ).length;
    if (repeated >= 2 && repeated * 2 >= texts.length) return 'headers';
    if (texts.length === 1) {
      if (this.titles.has(comparableText(first.text))) return 'headers';
      if (this.isBanner(row.row, first.column) || FOOT_NOTE.test(first.text)) return 'banners';
    }
    return texts.every((each) => this.saysNothing(each)) ? 'blank' : undefined;
  }

  /** Outside the columns that are read, or the number of a template's empty line. */
  private saysNothing({ column, text }: { readonly column: number; readonly text: string }): boolean {
    const field = this.found.fields.get(column);
    return field === undefined || (field === 'ordinal' && /^\d{1,6}[.、]?$/u.test(text));
  }

  /** A lone cell that starts left of the text and is merged over it, or over the whole table, is no line. */
  private isBanner(row: number, column: number): boolean {
    const range = this.merges.at(column, row);
    const text = this.columnsOf('text')[0] ?? this.columnsOf('title')[0];
    if (!range || text === undefined) return false;
    const wholeTable = Math.max(...this.found.fields.keys());
    return range.right > range.left && range.right >= text && (column < text || range.right >= wholeTable);
  }

  private finish(): MinutesLine | undefined {
    const draft = this.pending;
    if (!draft) return undefined;
    this.pending = undefined;
    const alone = readLine(draft, this.context);
    const faults = [...alone.faults];
    const marks: LineMark[] = [];
    const comparable = comparableText(alone.text);
    const key = this.keyOf(alone, comparable);
    const first = this.firstWithReference(alone, key, comparable);
    const repeats = first && first.text === this.sheet.hash(comparable) ? first : undefined;
    if (first) {
      const message = `编号 ${alone.reference} 在第 ${first.row} 行已经出现过${repeats ? '，内容相同' : '，内容不同'}`;
      faults.push(lineFault(alone.row, 'LINE.REFERENCE_REPEATED', message));
    }
    const accepted = faults.every(({ severity }) => severity !== 'error');
    const alike = accepted ? this.duplicates.add(alone.row, comparable) : undefined;
    if (alike && alike.row !== repeats?.row) {
      marks.push({ kind: 'probable-duplicate', ofRow: alike.row, similarity: alike.similarity });
    }
    if (holdsTwoProblems(alone.text)) marks.push({ kind: 'two-problems' });
    if (isPraise(`${alone.title ?? ''}\n${alone.text}`)) marks.push({ kind: 'praise' });
    if (this.context.hasDepartmentColumn && alone.department === undefined)
      marks.push({ kind: 'no-department' });
    this.counted.lines += 1;
    if (accepted) this.counted.accepted += 1;
    return { ...alone, key, ...(repeats ? { repeats: repeats.key } : {}), accepted, faults, marks };
  }

  /** The earlier line with this line's reference, if any; else remembers this one. */
  private firstWithReference(
    { reference, row }: LineAlone,
    key: string,
    comparable: string,
  ): FirstLine | undefined {
    const first = reference === undefined ? undefined : this.references.get(reference);
    if (reference !== undefined && !first) {
      this.references.set(reference, { row, key, text: this.sheet.hash(comparable) });
    }
    return first;
  }

  private keyOf(line: LineAlone, comparable: string): string {
    const identity = lineIdentity(line, comparable);
    const digest = this.sheet.hash(identity);
    const occurrence = (this.occurrences.get(digest) ?? 0) + 1;
    this.occurrences.set(digest, occurrence);
    return this.sheet.hash(`${identity}\n${occurrence}`);
  }
}

/**
 * What makes a line the same line when its file comes again: its reference where it has one, else its text (width,
 * case, white space and punctuation aside) with who said it and where from.
 */
function lineIdentity(line: LineAlone, comparable: string): string {
  if (line.reference !== undefined) return `reference\n${line.reference}`;
  return [
    'text',
    comparableText(line.title ?? ''),
    comparable,
    line.contact?.name ?? '',
    line.unit ?? '',
  ].join('\n');
}

function joinDrafts(
  draft: LineDraft | undefined,
  more: ReadonlyMap<MinutesField, MinutesCell[]>,
): LineDraft | undefined {
  if (!draft) return undefined;
  const cells = new Map(draft.cells);
  for (const [field, list] of more) cells.set(field, [...(cells.get(field) ?? []), ...list]);
  return { row: draft.row, cells };
}
