import { findHeader } from './minutes-header.decide';
import { MinutesSheetReader, type SheetContext } from './minutes-sheet.decide';
import { type MinutesCell, type MinutesLine, type MinutesRow } from './minutes.types';

type Value = string | number | MinutesCell;

const date = (serial: number): MinutesCell => ({ value: { kind: 'date', serial } });
const formula = (text: string, cached?: string): MinutesCell => ({
  value: cached === undefined ? { kind: 'empty' } : { kind: 'text', text: cached },
  formula: text,
});

function cellOf(value: Value): MinutesCell {
  if (typeof value === 'string') return { value: { kind: 'text', text: value } };
  return typeof value === 'number' ? { value: { kind: 'number', value } } : value;
}

/** Reads a table given as rows of values (numbered from 1, header included), with a readable stand-in for a digest. */
function read(table: readonly (readonly Value[])[], context: Partial<SheetContext> = {}) {
  const rows: MinutesRow[] = table.map((values, at) => ({
    row: at + 1,
    cells: new Map(
      values.flatMap((value, column) => (value === '' ? [] : [[column, cellOf(value)] as const])),
    ),
  }));
  const filled = rows.filter(({ cells }) => cells.size > 0);
  const found = findHeader(filled, { dateSystem: context.dateSystem ?? '1900' });
  if ('code' in found) throw new Error(found.detail);
  const reader = new MinutesSheetReader(found, {
    dateSystem: '1900',
    merges: [],
    hash: (text) => `#${text}`,
    ...context,
  });
  const lines = filled.slice(found.dataFrom).flatMap((row) => reader.push(row) ?? []);
  const { line, summary } = reader.end();
  return { lines: line ? [...lines, line] : lines, summary };
}

const codes = (line: MinutesLine | undefined) => line?.faults.map(({ code }) => code);
const kinds = (line: MinutesLine | undefined) => line?.marks.map(({ kind }) => kind);
const HEADER = ['序号', '意见建议', '提出人', '所在单位', '涉及部门'];

describe('rows that are no lines', () => {
  test('blank rows, totals, repeated headers and titles, banners and foot notes are skipped and counted', () => {
    const { lines, summary } = read(
      [
        ['春季座谈会汇总表'],
        HEADER,
        ['一、饮食类'],
        [1, '食堂排队时间长'],
        [],
        [2],
        ['小计', '1条'],
        ['春季座谈会汇总表'],
        HEADER,
        [3, '浴室水温低'],
        ['合计：', '2条'],
        ['共计2条'],
        ['备注：以上由学生会整理'],
      ],
      { merges: [{ top: 3, left: 0, bottom: 3, right: 4 }] },
    );
    expect(lines.map(({ row, ordinal, text }) => [row, ordinal, text])).toEqual([
      [4, '1', '食堂排队时间长'],
      [10, '3', '浴室水温低'],
    ]);
    expect(summary).toEqual({
      lines: 2,
      accepted: 2,
      refused: 0,
      skipped: { blank: 2, totals: 3, headers: 2, banners: 2 },
    });
  });

  test('a complaint about totals is a line', () => {
    expect(read([HEADER, [1, '合计收费不透明']]).lines).toHaveLength(1);
  });
});

describe('merged cells', () => {
  test('a unit merged over several lines fills down, and no further', () => {
    const { lines } = read([HEADER, [1, '灯不亮', '', '材料学院'], [2, '门坏了'], [3, '窗漏风']], {
      merges: [{ top: 2, left: 3, bottom: 3, right: 3 }],
    });
    expect(lines.map(({ unit }) => unit)).toEqual(['材料学院', '材料学院', undefined]);
  });

  test('a merged text is one line that keeps what stands beside its rows', () => {
    const { lines } = read(
      [
        HEADER,
        [1, '食堂排队时间长', '李同学', '材料学院'],
        ['', '', '马同学', '理学院'],
        [2, '灯不亮', '王同学'],
      ],
      { merges: [{ top: 2, left: 1, bottom: 3, right: 1 }] },
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ row: 2, contact: { name: '李同学、马同学' }, unit: '材料学院、理学院' });
  });
});

describe('values', () => {
  test('a title alone is the text; with a text beside it both stay', () => {
    const table = [
      ['留言主题', '留言详情'],
      ['灯不亮', ''],
      ['灯不亮', '三楼东侧的灯不亮'],
    ];
    const { lines } = read(table);
    expect(lines[0]).toMatchObject({ text: '灯不亮' });
    expect(lines[0]).not.toHaveProperty('title');
    expect(lines[1]).toMatchObject({ title: '灯不亮', text: '三楼东侧的灯不亮' });
  });

  test('several text columns make one text', () => {
    expect(
      read([
        ['存在问题', '意见建议'],
        ['灯不亮', '换灯'],
      ]).lines[0]?.text,
    ).toBe('灯不亮\n换灯');
  });

  test('dates come as serials of either system, as texts, as numbers, and without their year', () => {
    const header = ['意见建议', '时间', '完成时限'];
    const at = new Date('2016-04-20T07:00:00Z');
    const first = (value: Value, context: Partial<SheetContext> = {}) =>
      read([header, ['灯不亮', value]], context).lines[0];
    expect(first(date(42480.625))?.raisedAt).toEqual(at);
    expect(first(42480.625)?.raisedAt).toEqual(at);
    expect(first(date(41018.625), { dateSystem: '1904' })?.raisedAt).toEqual(at);
    expect(first('４月２０日 15:00', { yearHint: 2016 })?.raisedAt).toEqual(at);
    expect(read([['时间：2016年4月20日'], header, ['灯不亮', '4月20日15:00']]).lines[0]?.raisedAt).toEqual(
      at,
    );
    expect(first('上周三')).toMatchObject({
      accepted: true,
      faults: [{ code: 'LINE.DATE_UNREADABLE', severity: 'warning', row: 2 }],
    });
    expect(codes(first(date(1e9)))).toEqual(['LINE.DATE_UNREADABLE']);
    expect(read([header, ['灯不亮', '', '立即整改']]).lines[0]).toMatchObject({
      deadlineText: '立即整改',
      faults: [],
    });
    expect(read([header, ['灯不亮', '', '2016-04-20 15:00']]).lines[0]).toMatchObject({ deadlineAt: at });
  });

  test('full-width digits are made plain in references and contacts but stay in texts', () => {
    const [line] = read([
      ['留言编号', '留言详情', '联系电话'],
      ['Ａ１２３', '８号楼停水', '１３８０１２３４５６７'],
    ]).lines;
    expect(line).toMatchObject({ reference: 'A123', text: '８号楼停水', contact: { phone: '13801234567' } });
  });
});

describe('faults', () => {
  test.each<[string, readonly Value[], readonly string[], boolean]>([
    ['no text', [1, '', '李同学'], ['LINE.TEXT_MISSING'], false],
    ['a placeholder for a text', [1, '无', '李同学'], ['LINE.TEXT_MISSING'], false],
    ['a text past the limit', [1, '长'.repeat(20_001)], ['LINE.TEXT_TOO_LONG'], false],
    ['a text at the limit', [1, '长'.repeat(20_000)], [], true],
    ['a formula as text', [1, "=cmd|' /C calc'!A0"], ['LINE.FORMULA'], false],
    ['a formula in the remark', [1, '灯不亮', '=HYPERLINK("http://x")'], ['LINE.FORMULA'], false],
    ['a formula that calls out', [1, formula('WEBSERVICE("http://x")', '灯不亮')], ['LINE.FORMULA'], false],
    ['a formula without a value', [1, formula('A1&B1')], ['LINE.FORMULA'], false],
    ['a formula with a plain value', [formula('ROW()-1', '1'), formula('A1&B1', '灯不亮')], [], true],
    ['a text that begins with a minus', [1, '-3度太冷'], [], true],
    ['an error value', [1, '灯不亮', { value: { kind: 'error', code: '#REF!' } }], ['LINE.CELL_ERROR'], true],
    ['control characters', [1, '灯\u0007不亮'], ['LINE.CONTROL_CHARACTERS'], true],
  ])('%s', (_, values, expected, accepted) => {
    const [line] = read([['序号', '意见建议', '备注'], values]).lines;
    expect(codes(line)).toEqual(expected);
    expect(line?.accepted).toBe(accepted);
  });

  test('departments: missing, unknown, several known ones', () => {
    const departments = ['饮食服务中心', '饮食中心', '能源服务中心'];
    const faultsOf = (department: string) =>
      codes(read([HEADER, [1, '灯不亮', '', '', department]], { departments }).lines[0]);
    expect(faultsOf('')).toEqual(['LINE.DEPARTMENT_MISSING']);
    expect(faultsOf('待定')).toEqual(['LINE.DEPARTMENT_MISSING']);
    expect(faultsOf('食堂办')).toEqual(['LINE.DEPARTMENT_UNKNOWN']);
    expect(faultsOf('饮食服务中心、 能源服务中心')).toEqual([]);
    expect(codes(read([HEADER, [1, '灯不亮', '', '', '食堂办']]).lines[0])).toEqual([]);
    expect(codes(read([['意见建议'], ['灯不亮']]).lines[0])).toEqual([]);
  });

  test('an unreadable contact is said, never guessed', () => {
    expect(
      codes(
        read([
          ['意见建议', '联系电话'],
          ['灯不亮', '找班长'],
        ]).lines[0],
      ),
    ).toEqual(['LINE.CONTACT_UNREADABLE']);
  });
});

describe('what only the lines before can tell', () => {
  test('a message that comes again with its reference points to the first; another text only warns', () => {
    const { lines } = read([
      ['留言编号', '留言详情'],
      [7, '医疗保险费能否在网上查询'],
      [8, '路灯不亮'],
      [7, ' 医疗保险费能否在网上查询 '],
      [7, '公园没有厕所'],
    ]);
    expect(lines[2]).toMatchObject({ accepted: true, repeats: lines[0]?.key, marks: [] });
    expect(codes(lines[2])).toEqual(['LINE.REFERENCE_REPEATED']);
    expect(codes(lines[3])).toEqual(['LINE.REFERENCE_REPEATED']);
    expect(lines[3]).not.toHaveProperty('repeats');
    expect(new Set(lines.map(({ key }) => key)).size).toBe(4);
  });

  test('keys do not depend on the lines around, on ordinals or on white space and width', () => {
    const keysOf = (...table: Value[][]) => read([HEADER, ...table]).lines.map(({ key }) => key);
    const [a, b] = keysOf([1, '８号楼停水', '李同学'], [2, '灯不亮']);
    expect(keysOf([1, '灯不亮'], [], [9, ' 8号楼，停水', '李同学'])).toEqual([b, a]);
    expect(keysOf([1, '灯不亮', '王同学'])).not.toContain(b);
    expect(new Set(keysOf([1, '灯不亮'], [2, '灯不亮'])).size).toBe(2);
  });

  test('marks', () => {
    const { lines } = read([
      HEADER,
      [1, '浴室周末下午水温忽冷忽热', '', '', '能源服务中心'],
      [2, '浴室周末下午水忽冷忽热，希望检修', '', '', '能源服务中心'],
      [3, '宿舍窗户关不严；另外门把手也坏了', '', '', '物业服务中心'],
      [4, '感谢食堂师傅捡到手机归还', '', '', '饮食服务中心'],
      [5, '校医院夜间无人值班'],
    ]);
    expect(lines.map(kinds)).toEqual([
      [],
      ['probable-duplicate'],
      ['two-problems'],
      ['praise'],
      ['no-department'],
    ]);
    expect(lines[1]?.marks[0]?.ofRow).toBe(2);
  });
});

test('fields longer than a ticket takes are cut, with a warning each; the text is not', () => {
  const long = '长'.repeat(2001);
  const columns = [
    '标题',
    '内容',
    '留言编号',
    '提出人',
    '单位',
    '责任部门',
    '类别',
    '地点',
    '备注',
    '领导批示',
  ];
  const { lines } = read([
    columns,
    ['标', '灯不亮', ...columns.slice(2).map(() => '短')],
    [`${'题'.repeat(199)}😀`, long, `${long}1`, ...columns.slice(3).map(() => long)],
    [long, '', '3'],
  ]);
  const [short, line, titleOnly] = lines;
  expect(codes(short)).toEqual([]);
  expect(line).toMatchObject({ accepted: true, text: long, title: '题'.repeat(199) });
  expect(line?.contact?.name).toHaveLength(100);
  expect([line?.reference, line?.unit, line?.department, line?.category].map((each) => each?.length)).toEqual(
    [100, 100, 100, 100],
  );
  expect([line?.location, line?.remark, line?.instruction].map((each) => each?.length)).toEqual([
    200, 2000, 2000,
  ]);
  const cut = line?.faults.filter(({ code }) => code === 'LINE.FIELD_CUT');
  expect(cut?.every(({ severity }) => severity === 'warning')).toBe(true);
  expect(cut?.map(({ message }) => /“(.+?)”/u.exec(message)?.[1]).sort()).toEqual(
    ['标题', '编号', '提出人', '所在单位', '涉及部门', '类别', '地点', '备注', '批示'].sort(),
  );
  expect(cut?.map(({ message }) => message)).toContain('“备注”有 2001 字，只录入前 2000 字');
  // A title that stands in for the text is the text.
  expect(titleOnly?.text).toBe(long);
  expect(codes(titleOnly)).not.toContain('LINE.FIELD_CUT');
});
