import {
  type MinutesChunk,
  MinutesReader,
  type MinutesReadOptions,
  type MinutesSource,
} from '@app/application';
import { type MinutesLine } from '@app/domain';

const NO_ROWS = { blank: 0, totals: 0, headers: 0, banners: 0 } as const;

/** Reads the given lines out of any file, two at a time. */
export class FakeMinutesReader extends MinutesReader {
  lines: readonly MinutesLine[] = [];
  /** Set to make every reading throw it before the first line. */
  failure: Error | undefined;
  readonly readings: { readonly source: MinutesSource; readonly options: MinutesReadOptions | undefined }[] =
    [];

  override async *read(source: MinutesSource, options?: MinutesReadOptions): AsyncIterable<MinutesChunk> {
    this.readings.push({ source, options });
    await Promise.resolve();
    if (this.failure) throw this.failure;
    const rows = this.lines.length;
    const header = { row: 1, columns: [], ignored: [], meta: {} };
    yield { kind: 'header', header, otherSheets: [], rows };
    for (let start = 0; start < rows; start += 2) {
      const lines = this.lines.slice(start, start + 2);
      yield { kind: 'lines', lines, rowsRead: start + lines.length };
    }
    const accepted = this.lines.filter((line) => line.accepted).length;
    const summary = { lines: rows, accepted, refused: rows - accepted, skipped: NO_ROWS };
    yield { kind: 'end', summary };
  }
}
