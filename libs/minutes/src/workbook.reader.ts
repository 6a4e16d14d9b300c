import { posix } from 'node:path';
import { MinutesRefused } from '@app/application';
import { type DateSystem } from '@app/domain';
import { type MinutesLimits } from './minutes-limits.types';
import { corrupt } from './refusals.errors';
import { parseXml, readXml } from './xml.reader';
import { type ZipReader } from './zip.reader';

/** Longest text of one cell that is kept; Excel itself allows 32,767. */
export const LONGEST_CELL = 40_000;

/** What every sheet of a workbook needs. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly visible: boolean }[];
  readonly dateSystem: DateSystem;
  readonly strings: readonly string[];
  /** Whether a cell style shows its number as a date or time. */
  readonly isDate: (style: number) => boolean;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Reads a workbook's frame: its sheets, shared strings and date styles. Refuses macros and DDE links. */
export async function readWorkbook(zip: ZipReader, limits: MinutesLimits): Promise<Workbook> {
  if (zip.names().some((name) => name.endsWith('vbaproject.bin') || name.includes('/macrosheets/'))) {
    throw new MinutesRefused('IMPORT.UNSUPPORTED_TYPE', '文件含有宏，请另存为不含宏的 .xlsx');
  }
  const root = (await readRelations(zip, '')).find(({ type }) => type.endsWith('/officeDocument'));
  const part = root?.target ?? 'xl/workbook.xml';
  if (!zip.has(part) || !part.toLowerCase().endsWith('.xml')) throw notAWorkbook();
  const relations = await readRelations(zip, part);
  await refuseDdeLinks(zip, relations);
  const target = (kind: string): string | undefined => {
    const found = relations.find(({ type }) => type.endsWith(`/${kind}`))?.target;
    return found !== undefined && zip.has(found) ? found : undefined;
  };
  const { sheets, dateSystem } = await readSheets(zip, part, relations);
  const strings = target('sharedStrings');
  const styles = target('styles');
  return {
    sheets,
    dateSystem,
    strings: strings === undefined ? [] : await readSharedStrings(zip, strings, limits),
    isDate: styles === undefined ? () => false : await readDateStyles(zip, styles),
  };
}

function notAWorkbook(): MinutesRefused {
  return new MinutesRefused('IMPORT.UNSUPPORTED_TYPE', '这不是 Excel 工作簿，请另存为 .xlsx 或 .csv');
}

async function readRelations(zip: ZipReader, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(part);
  const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  if (!zip.has(path)) return relations;
  await readXml(path, zip.bytes(path), {
    open: (name, attributes) => {
      const target = attributes.get('Target');
      if (name !== 'Relationship' || target === undefined || attributes.get('TargetMode') === 'External')
        return;
      const resolved = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({
        id: attributes.get('Id') ?? '',
        type: attributes.get('Type') ?? '',
        target: resolved,
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

/** A link that starts another program makes the whole file unsafe, wherever its cells are. */
async function refuseDdeLinks(zip: ZipReader, relations: readonly Relation[]): Promise<void> {
  for (const { type, target } of relations) {
    if (!type.endsWith('/externalLink') || !zip.has(target)) continue;
    await readXml(target, zip.bytes(target), {
      open: (name) => {
        if (name !== 'ddeLink' && name !== 'oleLink') return;
        throw new MinutesRefused(
          'IMPORT.FORMULA',
          '文件含有会启动其他程序的外部链接（DDE/OLE），请删除后再上传',
        );
      },
      close: () => undefined,
      text: () => undefined,
    });
  }
}

async function readSheets(
  zip: ZipReader,
  part: string,
  relations: readonly Relation[],
): Promise<Pick<Workbook, 'sheets' | 'dateSystem'>> {
  const sheets: { name: string; part: string; visible: boolean }[] = [];
  let dateSystem: DateSystem = '1900';
  let root: string | undefined;
  await readXml(part, zip.bytes(part), {
    open: (name, attributes) => {
      root ??= name;
      if (name === 'workbookPr' && /^(?:1|true)$/u.test(attributes.get('date1904') ?? ''))
        dateSystem = '1904';
      if (name !== 'sheet') return;
      const relation = relations.find(({ id }) => id === attributes.get('id'));
      if (!relation?.type.endsWith('/worksheet') || !zip.has(relation.target)) return;
      const visible = (attributes.get('state') ?? 'visible') === 'visible';
      sheets.push({ name: attributes.get('name') ?? '', part: relation.target, visible });
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (root !== 'workbook') throw notAWorkbook();
  return { sheets, dateSystem };
}

async function readSharedStrings(
  zip: ZipReader,
  part: string,
  limits: MinutesLimits,
): Promise<readonly string[]> {
  const strings: string[] = [];
  const text = new RichText();
  let total = 0;
  const handler = {
    open: (name: string) => {
      if (name === 'si') text.start();
      else text.open(name);
    },
    close: (name: string) => {
      if (name !== 'si') {
        text.close(name);
        return;
      }
      const whole = text.end();
      total += whole.length;
      if (total > limits.sharedText) {
        throw new MinutesRefused('IMPORT.ZIP_BOMB', `文字总量超过 ${limits.sharedText} 字，请分成几个文件`);
      }
      strings.push(whole);
    },
    text: (piece: string) => text.add(piece),
  };
  for await (const _ of parseXml(part, zip.bytes(part), handler));
  return strings;
}

/** Collects the text of a string item: plain or in rich runs, without the phonetic reading beside it. */
export class RichText {
  private pieces: string[] = [];
  private length = 0;
  private inText = false;
  private phonetic = false;

  start(): void {
    this.pieces = [];
    this.length = 0;
    this.inText = false;
    this.phonetic = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.phonetic = true;
    if (name === 't') this.inText = !this.phonetic;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic = false;
    if (name === 't') this.inText = false;
  }

  add(piece: string): void {
    if (!this.inText || this.length > LONGEST_CELL) return;
    this.pieces.push(piece);
    this.length += piece.length;
  }

  end(): string {
    return unescapeText(this.pieces.join('').slice(0, LONGEST_CELL));
  }
}

/** Excel writes characters that XML cannot hold as `_x000D_` (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** Built-in formats that show dates and times, East Asian ones included (ECMA-376 part 1, 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Excel takes no longer format. */
const LONGEST_FORMAT = 255;

/** Whether a custom format shows a date: year, month, day or time letters outside quotes, escapes and conditions. */
function isDateFormat(code: string): boolean {
  const bare =
    code
      .slice(0, LONGEST_FORMAT)
      .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
      .split(';', 1)[0] ?? '';
  return !/general/iu.test(bare) && /[ymdhs]/iu.test(bare);
}

async function readDateStyles(zip: ZipReader, part: string): Promise<(style: number) => boolean> {
  const custom = new Map<number, boolean>();
  const formats: number[] = [];
  let inCellFormats = false;
  await readXml(part, zip.bytes(part), {
    open: (name, attributes) => {
      const id = Number(attributes.get('numFmtId') ?? 0);
      if (name === 'numFmt') custom.set(id, isDateFormat(attributes.get('formatCode') ?? ''));
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) formats.push(id);
      if (formats.length > 100_000) throw corrupt('单元格样式过多');
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text: () => undefined,
  });
  const dates = formats.map((id) => custom.get(id) ?? isBuiltInDate(id));
  return (style) => dates[style] ?? false;
}
