import { open } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import {
  type MinutesChunk,
  MinutesReader,
  type MinutesReadOptions,
  MinutesRefused,
  type MinutesSource,
} from '@app/application';
import {
  findHeader,
  HEADER_WINDOW,
  type HeaderFound,
  type MinutesLine,
  type MinutesRow,
  MinutesSheetReader,
} from '@app/domain';
import { CsvTable } from './csv.reader';
import { MINUTES_LIMITS, type MinutesLimits } from './minutes-limits.types';
import { corrupt } from './refusals.errors';
import { type Table } from './table.types';
import { readWorkbook } from './workbook.reader';
import { WorksheetTable } from './worksheet.reader';
import { ZipReader } from './zip.reader';

const BATCH = 200;
const CFB = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const OLD_EXCEL = '请用 Excel 或 WPS 另存为 .xlsx（不含宏）或 .csv';

/**
 * Reads minutes from .xlsx and .csv files. A first pass surveys the sheet (merges, header, number of rows, and whether
 * it is sound to its end), a second one delivers; so a file that is refused is refused before its first line.
 */
export class FileMinutesReader extends MinutesReader {
  private readonly limits: MinutesLimits;

  constructor(limits: Partial<MinutesLimits> = {}) {
    super();
    this.limits = { ...MINUTES_LIMITS, ...limits };
  }

  override async *read(
    source: MinutesSource,
    options: MinutesReadOptions = {},
  ): AsyncGenerator<MinutesChunk, void> {
    if ((await this.formatOf(source)) === 'csv') {
      yield* this.readTables([await CsvTable.open(source.path)], options);
      return;
    }
    const zip = await ZipReader.open(source.path, this.limits);
    try {
      const workbook = await readWorkbook(zip, this.limits);
      const named = workbook.sheets.filter(({ name, visible }) =>
        options.sheet === undefined ? visible : name === options.sheet,
      );
      if (named.length === 0) {
        const names = workbook.sheets.map(({ name }) => name).join('、');
        throw options.sheet === undefined
          ? corrupt('文件里没有可见的工作表')
          : new MinutesRefused(
              'IMPORT.MAPPING_INVALID',
              `没有名为“${options.sheet}”的工作表，只有：${names}`,
            );
      }
      const tables = named.map((sheet) => new WorksheetTable(zip, workbook, sheet));
      yield* this.readTables(tables, options);
    } finally {
      zip.close();
    }
  }

  private async formatOf({ path, fileName }: MinutesSource): Promise<'xlsx' | 'csv'> {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > this.limits.fileBytes) {
        const [is, may] = [size, this.limits.fileBytes].map((bytes) => (bytes / 1024 / 1024).toFixed(1));
        throw new MinutesRefused('IMPORT.FILE_TOO_LARGE', `文件有 ${is} MB，超过 ${may} MB`);
      }
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
      const start = buffer.subarray(0, bytesRead);
      const extension = extname(fileName).toLowerCase();
      if (start.equals(CFB)) throw await refuseCompoundFile(path);
      const zipped = start.subarray(0, 4).equals(ZIP);
      if (extension === '.xlsx') {
        if (!zipped) throw corrupt('文件已损坏：内容不是 .xlsx');
        return 'xlsx';
      }
      if (zipped || (extension !== '.csv' && extension !== '.tsv')) {
        throw new MinutesRefused(
          'IMPORT.UNSUPPORTED_TYPE',
          `不支持这种文件（${extension || '没有扩展名'}），${OLD_EXCEL}`,
        );
      }
      return 'csv';
    } finally {
      await file.close();
    }
  }

  private async *readTables(
    tables: readonly Table[],
    options: MinutesReadOptions,
  ): AsyncGenerator<MinutesChunk, void> {
    let refused: MinutesRefused | undefined;
    for (const table of tables) {
      const survey = await this.survey(table);
      if (survey.rows === 0) continue;
      const { mapping, yearHint } = options;
      const found = findHeader(survey.head, {
        dateSystem: table.dateSystem,
        ...(mapping ? { mapping } : {}),
        ...(yearHint === undefined ? {} : { yearHint }),
      });
      if ('code' in found) {
        refused ??= new MinutesRefused(found.code, found.detail);
        continue;
      }
      const others = tables.flatMap(({ name }) => (name === undefined || name === table.name ? [] : [name]));
      const rows = survey.rows - found.dataFrom;
      yield {
        kind: 'header',
        header: found.header,
        ...(table.name === undefined ? {} : { sheet: table.name }),
        otherSheets: others,
        rows,
      };
      yield* this.readLines(table, found, options);
      return;
    }
    throw refused ?? new MinutesRefused('IMPORT.NO_LINES', '文件里没有内容');
  }

  private async survey(
    table: Table,
  ): Promise<{ readonly head: readonly MinutesRow[]; readonly rows: number }> {
    const head: MinutesRow[] = [];
    let rows = 0;
    for await (const batch of table.rows()) {
      head.push(...batch.slice(0, HEADER_WINDOW - head.length));
      rows += batch.length;
      if (rows > this.limits.rows) {
        throw new MinutesRefused('IMPORT.TOO_MANY_LINES', `内容超过 ${this.limits.rows} 行，请分成几个文件`);
      }
    }
    return { head, rows };
  }

  private async *readLines(
    table: Table,
    found: HeaderFound,
    options: MinutesReadOptions,
  ): AsyncGenerator<MinutesChunk, void> {
    const { yearHint, departments } = options;
    const reader = new MinutesSheetReader(found, {
      dateSystem: table.dateSystem,
      merges: table.merges,
      hash: (text) => createHash('sha256').update(text).digest('hex'),
      ...(yearHint === undefined ? {} : { yearHint }),
      ...(departments ? { departments } : {}),
    });
    let rowsRead = -found.dataFrom;
    let lines: MinutesLine[] = [];
    for await (const batch of table.rows()) {
      for (const row of batch) {
        const line = ++rowsRead > 0 ? reader.push(row) : undefined;
        if (line) lines.push(line);
        if (lines.length < BATCH) continue;
        yield { kind: 'lines', lines, rowsRead };
        lines = [];
      }
    }
    const { line, summary } = reader.end();
    if (summary.lines === 0) throw new MinutesRefused('IMPORT.NO_LINES', '表头下面没有任何条目');
    if (line) lines.push(line);
    if (lines.length > 0) yield { kind: 'lines', lines, rowsRead };
    yield { kind: 'end', summary };
  }
}

/** Old .xls files and encrypted .xlsx files share a container; the stream name tells which (MS-OFFCRYPTO 2.3.4.4). */
async function refuseCompoundFile(path: string): Promise<MinutesRefused> {
  const file = await open(path);
  try {
    const content = await file.readFile();
    return content.includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? new MinutesRefused('IMPORT.ENCRYPTED', '文件有密码保护，请去掉密码后再上传')
      : new MinutesRefused('IMPORT.UNSUPPORTED_TYPE', `这是旧格式的文件，${OLD_EXCEL}`);
  } finally {
    await file.close();
  }
}
