import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MinutesReader, type MinutesReadOptions, MinutesRefused } from '@app/application';
import { type MinutesHeader, type MinutesLine, type MinutesSummary } from '@app/domain';
import { FileMinutesReader } from '@app/minutes';

export interface ReadResult {
  readonly header: MinutesHeader;
  readonly sheet?: string;
  readonly rows: number;
  readonly lines: readonly MinutesLine[];
  readonly summary: MinutesSummary;
}

/** Reads a whole file and checks the order of what comes: one header, lines, one summary. */
export async function readAll(
  path: string,
  options: MinutesReadOptions = {},
  reader: MinutesReader = new FileMinutesReader(),
  fileName = path,
): Promise<ReadResult> {
  const lines: MinutesLine[] = [];
  let header: ReadResult | undefined;
  let summary: MinutesSummary | undefined;
  for await (const chunk of reader.read({ path, fileName }, options)) {
    if (summary) throw new Error('a chunk after the end');
    if (chunk.kind === 'header')
      header = {
        ...chunk,
        lines,
        summary: {
          lines: 0,
          accepted: 0,
          refused: 0,
          skipped: { blank: 0, totals: 0, headers: 0, banners: 0 },
        },
      };
    else if (!header) throw new Error('lines before the header');
    else if (chunk.kind === 'lines') lines.push(...chunk.lines);
    else summary = chunk.summary;
  }
  if (!header || !summary) throw new Error('no header or no end');
  return { ...header, lines, summary };
}

/** The refusal that reading ends in; fails when it does not, or when a line came first. */
export async function refusalOf(
  path: string,
  options: MinutesReadOptions = {},
  reader: MinutesReader = new FileMinutesReader(),
  fileName = path,
): Promise<MinutesRefused> {
  try {
    for await (const chunk of reader.read({ path, fileName }, options)) {
      if (chunk.kind === 'lines')
        throw new Error(`a line came before any refusal: row ${chunk.lines[0]?.row}`);
    }
  } catch (error) {
    if (error instanceof MinutesRefused) return error;
    throw error;
  }
  throw new Error('the file was taken');
}

/** A folder for one spec's files. */
export class Scratch {
  private readonly folder = mkdtempSync(join(tmpdir(), 'minutes-test-'));
  private count = 0;

  write(extension: string, content: Buffer | string): string {
    const path = join(this.folder, `${(this.count += 1)}${extension}`);
    writeFileSync(path, content);
    return path;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
