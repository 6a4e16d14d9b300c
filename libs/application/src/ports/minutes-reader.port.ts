import {
  type MinutesHeader,
  type MinutesLine,
  type MinutesMapping,
  type MinutesRefusalCode,
  type MinutesSummary,
} from '@app/domain';

/** A file of minutes on this machine. `fileName` is the one it was uploaded under; its extension tells the format. */
export interface MinutesSource {
  readonly path: string;
  readonly fileName: string;
}

export interface MinutesReadOptions {
  /** Which column means what, where detection would not see it. */
  readonly mapping?: MinutesMapping;
  /** The year of dates that name none, usually that of the session. */
  readonly yearHint?: number;
  /** The sheet to read; without it the first visible one that holds minutes. */
  readonly sheet?: string;
  /** Names and aliases of the departments there are; without them no department is called unknown. */
  readonly departments?: readonly string[];
}

/** First one header, then lines in sheet order, then one summary. */
export type MinutesChunk =
  | {
      readonly kind: 'header';
      readonly header: MinutesHeader;
      readonly sheet?: string;
      /** Visible sheets that are not read. */
      readonly otherSheets: readonly string[];
      /** Filled rows below the header: the most lines there can be, for progress. */
      readonly rows: number;
    }
  | {
      readonly kind: 'lines';
      readonly lines: readonly MinutesLine[];
      /** Filled rows read so far, of the header's `rows`. */
      readonly rowsRead: number;
    }
  | { readonly kind: 'end'; readonly summary: MinutesSummary };

/** Reads minutes as a stream, in memory that does not grow with the number of lines. */
export abstract class MinutesReader {
  /**
   * Throws `MinutesRefused` for a file that cannot be read, always before the first line: a file is taken or refused
   * as a whole, a bad line never sinks it. Other errors are the machine's (a missing file, a failing disk).
   */
  abstract read(source: MinutesSource, options?: MinutesReadOptions): AsyncIterable<MinutesChunk>;
}

/** A file that is no minutes, or not safe to read. `detail` is Chinese text for whoever uploaded it. */
export class MinutesRefused extends Error {
  override readonly name = 'MinutesRefused';

  constructor(
    readonly code: MinutesRefusalCode,
    readonly detail: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`${code}: ${detail}`, options);
  }
}
