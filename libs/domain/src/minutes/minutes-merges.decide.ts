import { type MergedRange, type MinutesCell, type MinutesRow } from './minutes.types';

/** Walks a sheet's merged ranges downwards beside its rows; rows must come in ascending order. */
export class MergeCursor {
  private readonly byColumn = new Map<number, MergedRange[]>();
  private readonly tops = new Map<
    number,
    { readonly range: MergedRange; readonly cell: MinutesCell | undefined }
  >();

  constructor(ranges: readonly MergedRange[]) {
    // The last range of each list is the next one down, so that passing it is a pop.
    for (const range of [...ranges].sort((a, b) => b.top - a.top)) {
      const list = this.byColumn.get(range.left);
      if (list) list.push(range);
      else this.byColumn.set(range.left, [range]);
    }
  }

  /** The range whose left column is `column` and which covers `row`, if any. */
  at(column: number, row: number): MergedRange | undefined {
    const list = this.byColumn.get(column);
    while (list && (list.at(-1)?.bottom ?? row) < row) list.pop();
    const range = list?.at(-1);
    return range && range.top <= row ? range : undefined;
  }

  /** The cell that `column` shows on this row: its own, or that of the merged range reaching down from above. */
  cell(column: number, row: MinutesRow): MinutesCell | undefined {
    const own = row.cells.get(column);
    const range = this.at(column, row.row);
    if (!range || range.bottom === range.top) return own;
    if (range.top === row.row) this.tops.set(column, { range, cell: own });
    const top = this.tops.get(column);
    return own ?? (top?.range === range ? top.cell : undefined);
  }
}
