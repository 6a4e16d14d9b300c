import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { TextDecoder } from 'node:util';
import { type MinutesCell, type MinutesRow } from '@app/domain';
import { CsvError, parse } from 'csv-parse';
import { asRefusal, corrupt } from './refusals.errors';
import { COLUMNS_READ, LAST_COLUMN, type Table } from './table.types';

/** Filled cells of a batch. */
const BATCH = 2000;
const SAMPLE = 64 * 1024;
const LONGEST_RECORD = 1_000_000;
const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** A text file with delimited fields. A row's number is its record's: the one a spreadsheet shows. */
export class CsvTable implements Table {
  readonly dateSystem = '1900';
  readonly merges = [];

  private constructor(
    private readonly path: string,
    private readonly encoding: Encoding,
    private readonly delimiter: string,
  ) {}

  /** Finds out encoding (byte-order mark, else which one the bytes are valid in) and delimiter. */
  static async open(path: string): Promise<CsvTable> {
    const encoding = await detectEncoding(path);
    let sample = '';
    for await (const text of decoded(path, encoding)) {
      sample += text;
      if (sample.length >= SAMPLE) break;
    }
    return new CsvTable(path, encoding, detectDelimiter(sample));
  }

  async *rows(): AsyncGenerator<readonly MinutesRow[], void> {
    // Quotes inside a field are taken as they are; one that never closes would swallow the rest and is refused.
    const parser = parse({
      delimiter: this.delimiter,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
      skip_empty_lines: false,
    });
    pipeline(decoded(this.path, this.encoding), parser, () => undefined);
    let row = 0;
    let batch: MinutesRow[] = [];
    let filled = 0;
    try {
      for await (const record of parser) {
        const cells = cellsOf(record as readonly string[]);
        row += 1;
        if (cells.size > 0) batch.push({ row, cells });
        filled += cells.size;
        if (filled < BATCH) continue;
        yield batch;
        [batch, filled] = [[], 0];
      }
    } catch (error) {
      throw asRefusal(error, error instanceof CsvError ? csvDetail(error) : '文件不是完整的文本');
    }
    if (batch.length > 0) yield batch;
  }
}

function cellsOf(record: readonly string[]): ReadonlyMap<number, MinutesCell> {
  if (record.length > LAST_COLUMN) throw corrupt(`一行有 ${record.length} 列，超过 ${LAST_COLUMN} 列`);
  const filled = record
    .slice(0, COLUMNS_READ)
    .map((text, column) => [column, text] as const)
    .filter(([, text]) => text.trim() !== '');
  return new Map(filled.map(([column, text]) => [column, { value: { kind: 'text', text } }]));
}

function csvDetail(error: CsvError): string {
  const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
  const where = line === undefined ? '' : `（第 ${line} 行附近）`;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return `引号没有成对${where}`;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return `一行过长，可能是引号没有成对${where}`;
  return `CSV 格式不正确${where}`;
}

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

async function detectEncoding(path: string): Promise<Encoding> {
  let open: Encoding[] = [];
  let decoders: Map<Encoding, TextDecoder> | undefined;
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer;
    open = decoders ? open : candidates(bytes);
    decoders ??= new Map(open.map((encoding) => [encoding, new TextDecoder(encoding, { fatal: true })]));
    open = open.filter((encoding) => decodes(decoders?.get(encoding), bytes));
  }
  open = open.filter((encoding) => decodes(decoders?.get(encoding)));
  const [first] = decoders ? open : ENCODINGS;
  if (!first) throw corrupt('看不出文件的文字编码，请另存为 UTF-8 的 CSV');
  return first;
}

function decodes(decoder: TextDecoder | undefined, bytes?: Buffer): boolean {
  try {
    decoder?.decode(bytes, { stream: bytes !== undefined });
    return decoder !== undefined;
  } catch {
    return false;
  }
}

/** In order of preference. Only UTF-16 has zero bytes: the upper halves of its Latin characters and line ends. */
function candidates(start: Buffer): Encoding[] {
  if (start[0] === 0xff && start[1] === 0xfe) return ['utf-16le'];
  if (start[0] === 0xfe && start[1] === 0xff) return ['utf-16be'];
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd === 0) return ['utf-8', 'gb18030'];
  return even > odd ? ['utf-16be'] : ['utf-16le'];
}

/** The delimiter that stands in most of the first lines, outside quotes; a comma where none does. */
function detectDelimiter(sample: string): string {
  const lines = sample
    .replace(/"[^"]*"/gu, '')
    .split(/\r\n|\n|\r/u)
    .slice(0, 50);
  const score = (delimiter: string): number =>
    lines.reduce(
      (sum, line) => sum + (line.includes(delimiter) ? 1000 + Math.min(line.split(delimiter).length, 50) : 0),
      0,
    );
  return [',', '\t', ';'].reduce((best, each) => (score(each) > score(best) ? each : best));
}
