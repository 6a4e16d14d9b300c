import {
  type CellValue,
  columnIndex,
  type MergedRange,
  type MinutesCell,
  type MinutesRow,
} from '@app/domain';
import { corrupt } from './refusals.errors';
import { COLUMNS_READ, LAST_COLUMN, type Table } from './table.types';
import { LONGEST_CELL, RichText, unescapeText, type Workbook } from './workbook.reader';
import { parseXml, type XmlHandler } from './xml.reader';
import { type ZipReader } from './zip.reader';

const LAST_ROW = 1_048_576;
const MOST_MERGES = 65_536;

/** One sheet of a workbook, read anew on each call of `rows`. */
export class WorksheetTable implements Table {
  readonly name: string;
  readonly dateSystem: Table['dateSystem'];
  merges: readonly MergedRange[] = [];

  constructor(
    private readonly zip: ZipReader,
    private readonly workbook: Workbook,
    private readonly sheet: Workbook['sheets'][number],
  ) {
    this.name = sheet.name;
    this.dateSystem = workbook.dateSystem;
  }

  async *rows(): AsyncGenerator<readonly MinutesRow[], void> {
    const handler = new WorksheetHandler(this.workbook);
    for await (const _ of parseXml(this.sheet.part, this.zip.bytes(this.sheet.part), handler)) {
      const rows = handler.take();
      if (rows.length > 0) yield rows;
    }
    this.merges = handler.merges;
  }
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: string | undefined;
  sharedFormula: string | undefined;
}

class WorksheetHandler implements XmlHandler {
  readonly merges: MergedRange[] = [];
  private done: MinutesRow[] = [];
  private inData = false;
  private row = 0;
  private column = -1;
  private cells = new Map<number, MinutesCell>();
  private cell: OpenCell | undefined;
  private field: 'v' | 'f' | undefined;
  private readonly inline = new RichText();
  /** A shared formula's text stands at its first cell only. */
  private readonly formulas = new Map<string, string>();

  constructor(private readonly workbook: Workbook) {}

  /** The filled rows that have ended since the last call. */
  take(): readonly MinutesRow[] {
    const rows = this.done;
    this.done = [];
    return rows;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'sheetData') this.inData = true;
    else if (name === 'mergeCell') this.openMerge(attributes.get('ref') ?? '');
    else if (!this.inData) return;
    else if (name === 'row') this.openRow(attributes.get('r'));
    else if (name === 'c') this.openCell(attributes);
    else if (this.cell && (name === 'v' || name === 'f')) {
      this.field = name;
      if (name === 'f') {
        this.cell.formula = '';
        this.cell.sharedFormula = attributes.get('t') === 'shared' ? attributes.get('si') : undefined;
      }
    } else if (this.cell) this.inline.open(name);
  }

  text(text: string): void {
    const { cell, field } = this;
    if (!cell) return;
    if (field === 'v' && cell.value.length < LONGEST_CELL) cell.value += text;
    else if (field === 'f' && (cell.formula ?? '').length < LONGEST_CELL)
      cell.formula = (cell.formula ?? '') + text;
    else if (!field) this.inline.add(text);
  }

  close(name: string): void {
    if (name === 'sheetData') this.inData = false;
    else if (!this.inData) return;
    else if (name === 'row') this.closeRow();
    else if (name === 'c') this.closeCell();
    else if (name === 'v' || name === 'f') this.field = undefined;
    else if (this.cell) this.inline.close(name);
  }

  private openRow(r: string | undefined): void {
    const row = r === undefined ? this.row + 1 : Number(r);
    if (!Number.isInteger(row) || row <= this.row || row > LAST_ROW) throw corrupt(`行号 ${r} 不正确`);
    this.row = row;
    this.column = -1;
    this.cells = new Map();
  }

  private closeRow(): void {
    if (this.cells.size > 0) this.done.push({ row: this.row, cells: this.cells });
  }

  private openCell(attributes: ReadonlyMap<string, string>): void {
    const at = attributes.get('r')?.slice(0, 20);
    const letters = at?.replace(/\d+$/u, '');
    const column = letters === undefined ? this.column + 1 : columnIndex(letters);
    if (column === undefined || column >= LAST_COLUMN) throw corrupt(`单元格 ${at} 的位置不正确`);
    this.column = column;
    const type = attributes.get('t') ?? 'n';
    const style = Number(attributes.get('s') ?? 0);
    this.cell = { column, type, style, value: '', formula: undefined, sharedFormula: undefined };
    this.field = undefined;
    this.inline.start();
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = undefined;
    if (!cell) return;
    const value = this.valueOf(cell);
    const formula = this.formulaOf(cell);
    if (cell.column >= COLUMNS_READ) return;
    if (formula !== undefined) this.cells.set(cell.column, { value, formula });
    else if (value.kind !== 'empty' && !(value.kind === 'text' && value.text === ''))
      this.cells.set(cell.column, { value });
  }

  private formulaOf({ formula, sharedFormula }: OpenCell): string | undefined {
    if (formula === undefined || sharedFormula === undefined) return formula;
    if (formula === '') return this.formulas.get(sharedFormula) ?? '';
    if (this.formulas.size < 10_000) this.formulas.set(sharedFormula, formula);
    return formula;
  }

  private valueOf({ type, value, style }: OpenCell): CellValue {
    if (type === 'inlineStr') return { kind: 'text', text: this.inline.end() };
    if (value === '') return { kind: 'empty' };
    if (type === 's') {
      const text = this.workbook.strings[Number(value)];
      if (text === undefined) throw corrupt(`第 ${this.row} 行引用了不存在的文字`);
      return { kind: 'text', text };
    }
    if (type === 'b') return { kind: 'boolean', value: value.trim() === '1' || value.trim() === 'true' };
    if (type === 'e') return { kind: 'error', code: value.slice(0, 20) };
    const number = Number(value);
    if (type !== 'n' || !Number.isFinite(number)) return { kind: 'text', text: unescapeText(value) };
    return this.workbook.isDate(style) ? { kind: 'date', serial: number } : { kind: 'number', value: number };
  }

  private openMerge(ref: string): void {
    const [, left, top, right, bottom] = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/u.exec(ref) ?? [];
    const from = columnIndex(left ?? '');
    const to = columnIndex(right ?? '');
    if (from === undefined || to === undefined || this.merges.length >= MOST_MERGES)
      throw corrupt(`合并单元格 ${ref.slice(0, 40)} 不正确`);
    this.merges.push({ top: Number(top), left: from, bottom: Number(bottom), right: to });
  }
}
