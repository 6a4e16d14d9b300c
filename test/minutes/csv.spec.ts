import { TextDecoder } from 'node:util';
import { FileMinutesReader } from '@app/minutes';
import { CsvTable } from '../../libs/minutes/src/csv.reader';
import { readAll, refusalOf, Scratch } from './read-all.harness';

const scratch = new Scratch();
afterAll(() => scratch.remove());

const TEXT =
  '春季座谈会\r\n序号,意见建议,提出人\r\n1,"灯不亮,门也坏了",李同学\r\n\r\n2,"第一行\n第二行 ""急""",马同学\r\n合计,2条\r\n';

/** Node decodes GB18030 but does not encode it; its two-byte half is enough for Chinese text. */
const GB18030 = new Map<string, Buffer>();
for (let high = 0x81; high <= 0xfe; high++) {
  for (let low = 0x40; low <= 0xfe; low++) {
    const bytes = Buffer.from([high, low]);
    const text = new TextDecoder('gb18030').decode(bytes);
    if (text.length === 1 && text !== '\ufffd') GB18030.set(text, bytes);
  }
}
const gb18030 = (text: string): Buffer =>
  Buffer.concat([...text].map((each) => GB18030.get(each) ?? Buffer.from(each)));
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('encodings and delimiters', () => {
  test.each([
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-8 without', Buffer.from(TEXT)],
    ['GB18030, as Chinese Excel saves', gb18030(TEXT)],
    ['UTF-16 LE with a mark', utf16(`\ufeff${TEXT}`)],
    ['UTF-16 BE with a mark', utf16(`\ufeff${TEXT}`).swap16()],
    ['UTF-16 LE without', utf16(TEXT)],
    ['tabs', Buffer.from(TEXT.replace(/,(?!门)/gu, '\t'))],
    ['semicolons', Buffer.from(TEXT.replace(/,(?!门)/gu, ';'))],
    ['bare line feeds', Buffer.from(TEXT.replaceAll('\r\n', '\n'))],
  ])('%s', async (_, content) => {
    const { lines, header, summary } = await readAll(scratch.write('.csv', content));
    expect(header).toMatchObject({ row: 2, meta: { title: '春季座谈会' } });
    expect(lines.map(({ row, text, contact }) => [row, text, contact?.name])).toEqual([
      [3, '灯不亮,门也坏了', '李同学'],
      [5, '第一行\n第二行 "急"', '马同学'],
    ]);
    expect(summary.skipped).toMatchObject({ blank: 1, totals: 1 });
  });

  test('a character cut by a chunk’s end', async () => {
    const lines = Array.from({ length: 9000 }, (_, at) => `${at + 1},浴室水温忽冷忽热${at}`);
    for (const encode of [Buffer.from, gb18030]) {
      const path = scratch.write('.csv', encode(['序号,意见建议', ...lines].join('\n')));
      const result = await readAll(path);
      expect(result.lines).toHaveLength(9000);
      expect(
        result.lines.every(({ text, ordinal }) => text === `浴室水温忽冷忽热${Number(ordinal) - 1}`),
      ).toBe(true);
    }
  });
});

describe('bad CSV', () => {
  test('a quote inside a field, or after a quoted one, stays in the text', async () => {
    const { lines } = await readAll(
      scratch.write('.csv', '序号,意见建议\n1,屏幕只有5"大\n2,"灯"不亮\n3,门坏了\n'),
    );
    expect(lines.map(({ ordinal, text }) => [ordinal, text.includes('"')])).toEqual([
      ['1', true],
      ['2', true],
      ['3', false],
    ]);
  });

  test('rows of other lengths are read as they are', async () => {
    const { lines } = await readAll(scratch.write('.csv', '序号,意见建议\n1,灯不亮,多,余\n2\n3,门坏了\n'));
    expect(lines.map(({ ordinal }) => ordinal)).toEqual(['1', '3']);
  });

  test('a formula refuses its line and no other', async () => {
    const { lines, summary } = await readAll(
      scratch.write('.csv', "序号,意见建议\n1,=cmd|' /C calc'!A0\n2,-3度太冷\n3,@SUM(1+1)\n"),
    );
    expect(lines.map(({ row, accepted, faults }) => [row, accepted, faults[0]?.code])).toEqual([
      [2, false, 'LINE.FORMULA'],
      [3, true, undefined],
      [4, false, 'LINE.FORMULA'],
    ]);
    expect(summary).toMatchObject({ lines: 3, accepted: 1, refused: 2 });
  });

  test.each<[string, Buffer | string, string]>([
    ['a quote that never closes', '序号,意见建议\n1,"灯不亮\n2,门坏了\n', 'IMPORT.CORRUPT'],
    ['a record without end', `序号,意见建议\n1,"${'长'.repeat(1_100_000)}"\n`, 'IMPORT.CORRUPT'],
    ['bytes of no encoding', Buffer.from([0x61, 0xff, 0xff, 0x0a, 0xff]), 'IMPORT.CORRUPT'],
    ['an empty file', '', 'IMPORT.NO_LINES'],
    ['blank lines', '\n\n,,\n', 'IMPORT.NO_LINES'],
    ['no header', '名称,数量\n桌子,3\n', 'IMPORT.HEADER_NOT_FOUND'],
    ['a workbook under the name of a text', Buffer.from('504b0304', 'hex'), 'IMPORT.UNSUPPORTED_TYPE'],
  ])('%s', async (_, content, code) => {
    expect((await refusalOf(scratch.write('.csv', content))).code).toBe(code);
  });

  test('a mapping that fits nothing', async () => {
    const path = scratch.write('.csv', TEXT);
    expect((await refusalOf(path, { mapping: { text: '没有' } })).code).toBe('IMPORT.MAPPING_INVALID');
    expect((await readAll(path, { mapping: { text: 'C' } })).lines.map(({ text }) => text)).toEqual([
      '李同学',
      '马同学',
    ]);
  });

  test('more rows than the limit', async () => {
    expect((await refusalOf(scratch.write('.csv', TEXT), {}, new FileMinutesReader({ rows: 3 }))).code).toBe(
      'IMPORT.TOO_MANY_LINES',
    );
  });
});

describe('wide CSV', () => {
  const wide = (columns: number): string => 'x'.concat(',x'.repeat(columns - 1));

  test('columns past the 256th are left unread, whatever their number', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `${at + 1},灯不亮${at},${wide(8000)}\n`);
    const path = scratch.write('.csv', `序号,意见建议,${wide(8000).replaceAll('x', 'y')}\n${rows.join('')}`);
    const { lines, header } = await readAll(path);
    expect(lines).toHaveLength(60);
    expect(header.ignored).toHaveLength(254);
  });

  test('a batch ends by its cells', async () => {
    const path = scratch.write('.csv', `意见建议\n${`${wide(300)}\n`.repeat(100)}`);
    const sizes: number[] = [];
    for await (const rows of (await CsvTable.open(path)).rows()) {
      sizes.push(rows.reduce((sum, { cells }) => sum + cells.size, 0));
    }
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.max(...sizes)).toBeLessThan(2000 + 256);
  });

  test('more columns than a spreadsheet has are refused', async () => {
    const path = scratch.write('.csv', `序号,意见建议\n1,${wide(16_384)}\n`);
    expect((await refusalOf(path)).code).toBe('IMPORT.CORRUPT');
  });
});
