import { Workbook } from 'exceljs';
import { FileMinutesReader } from '@app/minutes';
import { readAll, refusalOf, Scratch } from './read-all.harness';
import { textRow, type WorkbookParts, workbookParts } from './workbook-parts.builder';
import { type ZipPart, zipOf } from './zip-writer.builder';

const scratch = new Scratch();
afterAll(() => scratch.remove());

const HEADER = textRow(1, ['序号', '意见建议', '所在单位', '时间']);
const SHEET = { data: HEADER + textRow(2, ['1', '灯不亮']) };
const bookAt = (parts: Partial<WorkbookParts>, change = (each: ZipPart[]): ZipPart[] => each): string =>
  scratch.write('.xlsx', zipOf(change(workbookParts({ sheets: [SHEET], ...parts }))));
const replace = (name: string, change: Partial<ZipPart>) => (parts: ZipPart[]) =>
  parts.map((part) => (part.name === name ? { ...part, ...change } : part));

describe('what Excel writes', () => {
  test('dates by their format, formulas by their value, rich text, merges and booleans', async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet('汇总');
    sheet.addRow(['意见汇总']);
    sheet.mergeCells('A1:E1');
    sheet.addRow(['序号', '意见建议', '所在单位', '时间', '备注']);
    const at = new Date('2016-04-20T15:00:00Z');
    sheet.addRow([
      1,
      { richText: [{ text: '灯' }, { font: { bold: true }, text: '不亮' }] },
      '材料学院',
      at,
      true,
    ]);
    sheet.addRow([{ formula: 'ROW()-2', result: 2 }, { formula: 'A1&B1', result: '门坏了' }, '', 42480.625]);
    sheet.addRow([3, { text: '窗漏风', hyperlink: 'http://x.example' }]);
    sheet.mergeCells('C3:C5');
    sheet.getCell('D3').numFmt = 'yyyy"年"m"月"d"日"';
    const path = scratch.path('excel.xlsx');
    await book.xlsx.writeFile(path);
    const { lines, header } = await readAll(path);
    expect(header.meta.title).toBe('意见汇总');
    expect(lines).toMatchObject([
      { text: '灯不亮', unit: '材料学院', raisedAt: new Date('2016-04-20T07:00:00Z'), remark: '是', row: 3 },
      { text: '门坏了', unit: '材料学院', raisedAt: new Date('2016-04-20T07:00:00Z'), ordinal: '2' },
      { text: '窗漏风', unit: '材料学院' },
    ]);
  });

  test('shared strings without their phonetic reading, escapes and entities', async () => {
    const strings =
      '<si><t>序号</t></si><si><t>意见建议</t></si>' +
      '<si><r><t>灯</t></r><rPh sb="0" eb="1"><t>ドウ</t></rPh><r><t xml:space="preserve">不亮 &amp; &lt;坏&gt;_x000D_\n三楼</t></r><phoneticPr fontId="1"/></si>';
    const cell = (ref: string, index: number) => `<c r="${ref}" t="s"><v>${index}</v></c>`;
    const data = `<row r="1">${cell('A1', 0)}${cell('B1', 1)}</row><row r="2">${cell('B2', 2)}</row>`;
    const { lines } = await readAll(bookAt({ sheets: [{ data }], strings }));
    expect(lines.map(({ text }) => text)).toEqual(['灯不亮 & <坏>\r\n三楼']);
  });

  test('the 1904 date system, built-in and custom date formats', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="[$-804]yyyy/m/d\\ h:mm;@"/><numFmt numFmtId="177" formatCode="0.0&quot;days&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs>';
    const row = (at: number, style: number, serial: number) =>
      `<row r="${at}"><c r="B${at}" t="inlineStr"><is><t>灯不亮${at}</t></is></c><c r="D${at}" s="${style}"><v>${serial}</v></c></row>`;
    const data = HEADER + row(2, 1, 41018) + row(3, 2, 41018.625) + row(4, 3, 7);
    const { lines } = await readAll(
      bookAt({ sheets: [{ data }], styles, workbookPr: '<workbookPr date1904="1"/>' }),
    );
    expect(lines.map(({ raisedAt }) => raisedAt?.toISOString())).toEqual([
      '2016-04-19T16:00:00.000Z',
      '2016-04-20T07:00:00.000Z',
      undefined,
    ]);
  });

  test('cells and rows without references, namespace prefixes, shared formulas', async () => {
    const data =
      '<x:row><x:c t="inlineStr"><x:is><x:t>意见建议</x:t></x:is></x:c></x:row>' +
      `<x:row><x:c t="str"><x:f t="shared" ref="A2:A3" si="0">WEBSERVICE("http://x")</x:f><x:v>灯不亮</x:v></x:c></x:row>` +
      '<x:row><x:c t="str"><x:f t="shared" si="0"/><x:v>门坏了</x:v></x:c></x:row>';
    const content = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${data}</x:sheetData></x:worksheet>`;
    const { lines } = await readAll(bookAt({}, replace('xl/worksheets/sheet1.xml', { content })));
    expect(lines.map(({ row, faults }) => [row, faults[0]?.code])).toEqual([
      [2, 'LINE.FORMULA'],
      [3, 'LINE.FORMULA'],
    ]);
  });
});

describe('which sheet', () => {
  const named = (name: string, data: string, state = 'visible') => ({ name, data, state });
  const minutes = (text: string) => HEADER + textRow(2, ['1', text]);

  test('the first visible one that holds minutes', async () => {
    const path = bookAt({
      sheets: [
        named('旧', minutes('旧的'), 'hidden'),
        named('更旧', minutes('更旧的'), 'veryHidden'),
        named('空', ''),
        named('说明', textRow(1, ['填表说明', '请如实填写'])),
        named('汇总', minutes('灯不亮')),
        named('另一', minutes('门坏了')),
      ],
    });
    const result = await readAll(path);
    expect([result.sheet, result.lines[0]?.text]).toEqual(['汇总', '灯不亮']);
    expect((await readAll(path, { sheet: '另一' })).lines[0]?.text).toBe('门坏了');
    expect(await refusalOf(path, { sheet: '没有' })).toMatchObject({ code: 'IMPORT.MAPPING_INVALID' });
  });
});

describe('files that are refused', () => {
  const doctype = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

  test.each<[string, () => string, string]>([
    [
      'a bomb that declares itself',
      () => bookAt({ sheets: [{ data: ' '.repeat(5_000_000) }] }),
      'IMPORT.ZIP_BOMB',
    ],
    [
      'a bomb that lies about its size',
      () =>
        bookAt(
          { sheets: [{ data: SHEET.data + ' '.repeat(5_000_000) }] },
          replace('xl/worksheets/sheet1.xml', { declaredSize: 600 }),
        ),
      'IMPORT.ZIP_BOMB',
    ],
    [
      'too many entries',
      () => bookAt({ extra: Array.from({ length: 1000 }, (_, at) => ({ name: `a${at}`, content: '' })) }),
      'IMPORT.ZIP_BOMB',
    ],
    [
      'an entry that is shorter than declared',
      () => bookAt({}, replace('xl/worksheets/sheet1.xml', { declaredSize: 9000 })),
      'IMPORT.CORRUPT',
    ],
    ['an entry twice', () => bookAt({ extra: [{ name: 'XL/workbook.xml', content: '' }] }), 'IMPORT.CORRUPT'],
    [
      'an encrypted entry',
      () => bookAt({}, replace('xl/workbook.xml', { encrypted: true })),
      'IMPORT.ENCRYPTED',
    ],
    ['billion laughs', () => bookAt({ doctype, strings: '<si><t>&b;</t></si>' }), 'IMPORT.CORRUPT'],
    [
      'an external entity',
      () => bookAt({ doctype: '<!DOCTYPE a SYSTEM "file:///etc/passwd">', strings: '' }),
      'IMPORT.CORRUPT',
    ],
    ['an unknown entity', () => bookAt({ strings: '<si><t>&xxe;</t></si>' }), 'IMPORT.CORRUPT'],
    [
      'XML that ends early',
      () => bookAt({}, replace('xl/worksheets/sheet1.xml', { content: '<worksheet><sheetData>' })),
      'IMPORT.CORRUPT',
    ],
    [
      'XML that is not UTF-8',
      () => bookAt({}, replace('xl/workbook.xml', { content: Buffer.from([0x3c, 0xff, 0xfe]) })),
      'IMPORT.CORRUPT',
    ],
    [
      'XML nested without end',
      () => bookAt({ sheets: [{ data: '<a>'.repeat(100) + '</a>'.repeat(100) }] }),
      'IMPORT.CORRUPT',
    ],
    [
      'one endless text',
      () => bookAt({ sheets: [{ data: Array.from({ length: 700_000 }, (_, at) => `字${at}`).join('') }] }),
      'IMPORT.CORRUPT',
    ],
    [
      'a string that is not there',
      () => bookAt({ sheets: [{ data: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' }] }),
      'IMPORT.CORRUPT',
    ],
    [
      'rows out of order',
      () => bookAt({ sheets: [{ data: textRow(2, ['a']) + textRow(1, ['b']) }] }),
      'IMPORT.CORRUPT',
    ],
    [
      'a cell nowhere',
      () => bookAt({ sheets: [{ data: '<row r="1"><c r="ZZZ1"><v>1</v></c></row>' }] }),
      'IMPORT.CORRUPT',
    ],
    [
      'a merge of nothing',
      () => bookAt({ sheets: [{ ...SHEET, tail: '<mergeCells><mergeCell ref="A1"/></mergeCells>' }] }),
      'IMPORT.CORRUPT',
    ],
    [
      'macros',
      () => bookAt({ extra: [{ name: 'xl/vbaProject.bin', content: 'x' }] }),
      'IMPORT.UNSUPPORTED_TYPE',
    ],
    [
      'a document that is no workbook',
      () => scratch.write('.xlsx', zipOf([{ name: 'word/document.xml', content: '<document/>' }])),
      'IMPORT.UNSUPPORTED_TYPE',
    ],
    [
      'a workbook part that is none',
      () => bookAt({}, replace('xl/workbook.xml', { content: '<document/>' })),
      'IMPORT.UNSUPPORTED_TYPE',
    ],
    ['all sheets hidden', () => bookAt({ sheets: [{ ...SHEET, state: 'hidden' }] }), 'IMPORT.CORRUPT'],
    ['an empty sheet', () => bookAt({ sheets: [{ data: '' }] }), 'IMPORT.NO_LINES'],
    [
      'a header and nothing below',
      () => bookAt({ sheets: [{ data: HEADER + textRow(2, ['合计', '0条']) }] }),
      'IMPORT.NO_LINES',
    ],
    [
      'no header',
      () => bookAt({ sheets: [{ data: textRow(1, ['名称', '数量']) }] }),
      'IMPORT.HEADER_NOT_FOUND',
    ],
    ['an empty file', () => scratch.write('.xlsx', ''), 'IMPORT.CORRUPT'],
    [
      'text under the name of a workbook',
      () => scratch.write('.xlsx', '序号,意见建议\n1,灯不亮\n'),
      'IMPORT.CORRUPT',
    ],
    [
      'half a file',
      () => scratch.write('.xlsx', zipOf(workbookParts({ sheets: [SHEET] })).subarray(0, 400)),
      'IMPORT.CORRUPT',
    ],
    [
      'an old .xls',
      () => scratch.write('.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')),
      'IMPORT.UNSUPPORTED_TYPE',
    ],
    [
      'a file with a password',
      () =>
        scratch.write(
          '.xlsx',
          Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
        ),
      'IMPORT.ENCRYPTED',
    ],
    [
      'a macro workbook',
      () => scratch.write('.xlsm', zipOf(workbookParts({ sheets: [SHEET] }))),
      'IMPORT.UNSUPPORTED_TYPE',
    ],
    [
      'a picture',
      () => scratch.write('.png', Buffer.from('89504e470d0a1a0a', 'hex')),
      'IMPORT.UNSUPPORTED_TYPE',
    ],
  ])('%s', async (_, make, code) => {
    const refusal = await refusalOf(make());
    expect(refusal.code).toBe(code);
    expect(refusal.detail).toMatch(/\p{Script=Han}/u);
  });

  test('a link that starts another program', async () => {
    const path = bookAt({
      links: '<Relationship Id="rx" Type="http://x/externalLink" Target="externalLinks/externalLink1.xml"/>',
      extra: [
        {
          name: 'xl/externalLinks/externalLink1.xml',
          content: '<externalLink><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>',
        },
      ],
    });
    expect((await refusalOf(path)).code).toBe('IMPORT.FORMULA');
  });

  test('too large a file, too many rows, too much text, by the limits given', async () => {
    const path = bookAt({
      sheets: [{ data: HEADER + textRow(2, ['1', '灯不亮']) + textRow(3, ['2', '门坏了']) }],
      strings: '<si><t>很多很多字</t></si>',
    });
    const code = async (limits: ConstructorParameters<typeof FileMinutesReader>[0]) =>
      (await refusalOf(path, {}, new FileMinutesReader(limits))).code;
    expect(await code({ fileBytes: 100 })).toBe('IMPORT.FILE_TOO_LARGE');
    expect(await code({ inflatedBytes: 1000 })).toBe('IMPORT.ZIP_BOMB');
    expect(await code({ rows: 2 })).toBe('IMPORT.TOO_MANY_LINES');
    expect(await code({ sharedText: 4 })).toBe('IMPORT.ZIP_BOMB');
  });

  test('a missing file is the machine’s error, no refusal', async () => {
    await expect(refusalOf(scratch.path('none.xlsx'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

test('a reader that stops early leaves no file open', async () => {
  const path = bookAt({});
  for await (const chunk of new FileMinutesReader().read({ path, fileName: path })) {
    expect(chunk.kind).toBe('header');
    break;
  }
  expect((await readAll(path)).lines).toHaveLength(1);
});

describe('small files whose cells would cost minutes', () => {
  const shared = (row: number, columns: string): string =>
    `<row r="${row}">${[...columns].map((column) => `<c r="${column}${row}" t="s"><v>0</v></c>`).join('')}</row>`;
  const table = Array.from({ length: 200 }, (_, at) => shared(at + 2, 'ABC')).join('');

  test.each([
    ['open brackets', '('],
    ['letters', 'a'],
    ['punctuation', '，'],
    ['calls', '+a'],
  ])('%s', async (_, piece) => {
    const data = textRow(1, ['提出人', '意见建议', '联系电话']) + table;
    const text = `灯${piece.repeat(39_000 / piece.length)}灯`;
    const { lines } = await readAll(bookAt({ sheets: [{ data }], strings: `<si><t>${text}</t></si>` }));
    expect(lines).toHaveLength(200);
  });

  test('a cell’s place and a date format without end', async () => {
    const digits = '1'.repeat(300_000);
    const data = `${HEADER}<row r="2"><c r="${digits}A"><v>1</v></c></row>`;
    expect((await refusalOf(bookAt({ sheets: [{ data }] }))).code).toBe('IMPORT.CORRUPT');
    const styles = `<numFmts><numFmt numFmtId="176" formatCode="${'['.repeat(300_000)}"/></numFmts>`;
    expect((await readAll(bookAt({ styles }))).lines).toHaveLength(1);
  });

  test('columns past the 256th are left unread', async () => {
    const far =
      '<c r="IV1" t="b"><v>1</v></c><c r="IW1" t="b"><v>1</v></c><c r="XFD1" t="b"><v>1</v></c></row>';
    const data = HEADER.replace('</row>', far) + textRow(2, ['1', '灯不亮']);
    expect((await readAll(bookAt({ sheets: [{ data }] }))).header.ignored).toEqual(['是']);
  });
});
