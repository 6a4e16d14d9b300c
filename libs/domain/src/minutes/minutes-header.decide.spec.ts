import { guessField, normaliseHeader } from './minutes-fields.decide';
import { findHeader, type HeaderFound } from './minutes-header.decide';
import { type MinutesMapping, type MinutesRow } from './minutes.types';

/** Rows of texts, numbered from 1; empty texts are empty cells. */
function rowsOf(...texts: readonly (readonly string[])[]): MinutesRow[] {
  return texts.map((cells, at) => ({
    row: at + 1,
    cells: new Map(
      cells.flatMap((text, column) =>
        text === '' ? [] : [[column, { value: { kind: 'text', text } }] as const],
      ),
    ),
  }));
}

const find = (rows: readonly MinutesRow[], mapping?: MinutesMapping) =>
  findHeader(rows, { dateSystem: '1900', ...(mapping ? { mapping } : {}) });
const found = (rows: readonly MinutesRow[], mapping?: MinutesMapping): HeaderFound => {
  const result = find(rows, mapping);
  if ('code' in result) throw new Error(result.detail);
  return result;
};
const fieldsOf = ({ header }: HeaderFound) => header.columns.map(({ column, field }) => `${column}:${field}`);

describe('header words', () => {
  test.each([
    ['意见建议', 'text'],
    ['意见建议（必填）', 'text'],
    ['* 意 见\n建 议', 'text'],
    ['学生意见建议', 'text'],
    ['留言详情', 'text'],
    ['留言主题', 'title'],
    ['留言编号', 'reference'],
    ['序号', 'ordinal'],
    ['No.', 'ordinal'],
    ['来访人', 'proposer'],
    ['提出人联系电话', 'contact'],
    ['所在单位', 'unit'],
    ['涉及部门', 'department'],
    ['责任单位（部门）', 'department'],
    ['一级分类', 'category'],
    ['领导批示', 'instruction'],
    ['留言时间', 'raisedAt'],
    ['整改责任人', 'owner'],
    ['完成时限', 'deadline'],
    ['问题地点', 'location'],
    ['备注栏', 'remark'],
  ])('%s means %s', (header, field) => expect(guessField(header)?.fields[0]).toBe(field));

  test.each([
    '答复内容',
    '办理情况',
    '处理时间',
    '2016年春季学期学生后勤服务座谈会意见建议汇总表',
    '满意度',
    '',
    '40条',
  ])('“%s” means nothing here', (header) => expect(guessField(header)).toBeUndefined());
});

describe('finding the header', () => {
  const title = ['2016年春季学期学生后勤服务座谈会意见建议汇总表'];
  const facts = ['时间：2016年4月20日15:00    地点：第三会议室    主持人：后勤处处长    参会：42人'];
  const header = ['序号', '意见建议', '提出人', '所在单位', '涉及部门', '备注'];
  const line = ['1', '一食堂二楼麻辣烫窗口打菜分量明显减少', '李同学', '材料学院', '饮食服务中心', ''];

  test('skips title and facts above it, and reads them', () => {
    const result = found(rowsOf(title, facts, header, line));
    expect(result.header).toMatchObject({
      row: 3,
      ignored: [],
      meta: {
        title: title[0],
        place: '第三会议室',
        host: '后勤处处长',
        heldAt: new Date('2016-04-20T07:00:00Z'),
      },
    });
    expect(fieldsOf(result)).toEqual([
      'A:ordinal',
      'B:text',
      'C:proposer',
      'D:unit',
      'E:department',
      'F:remark',
    ]);
    expect(result.dataFrom).toBe(3);
  });

  test('reads facts whose label and value stand in neighbouring cells, or are parted by one blank', () => {
    const cells = ['会议时间', '2016年4月20日', '地点', '第三会议室', '主持人', '张处长'];
    const expected = { heldAt: new Date('2016-04-19T16:00:00Z'), place: '第三会议室', host: '张处长' };
    expect(found(rowsOf(cells, header, line)).header.meta).toEqual(expected);
    const single = ['时间：2016年4月20日 地点：第三会议室 主持人：张处长'];
    expect(found(rowsOf(single, header, line)).header.meta).toEqual(expected);
  });

  test('joins a header of two rows under merged headings', () => {
    const result = found(
      rowsOf(['序号', '意见建议', '提出人信息', '', '涉及部门'], ['', '', '姓名', '学院', ''], line),
    );
    expect(fieldsOf(result)).toEqual(['A:ordinal', 'B:text', 'C:proposer', 'D:unit', 'E:department']);
    expect(result.header.row).toBe(2);
  });

  test('takes a lone 部门 for the unit, and for the department where the unit is known', () => {
    expect(fieldsOf(found(rowsOf(['意见建议', '部门'])))).toContain('B:unit');
    expect(fieldsOf(found(rowsOf(['意见建议', '所在单位', '部门'])))).toContain('C:department');
  });

  test('lets several columns of text count, and one of everything else', () => {
    const result = found(rowsOf(['存在问题', '意见建议', '时间', '提出时间', '办理情况']));
    expect(fieldsOf(result)).toEqual(['A:text', 'B:text', 'C:raisedAt']);
    expect(result.header.ignored).toEqual(['提出时间', '办理情况']);
  });

  test('refuses a table without one, and says what it saw', () => {
    const result = find(rowsOf(['名称', '数量'], ['桌子', '3']));
    expect(result).toMatchObject({ code: 'IMPORT.HEADER_NOT_FOUND' });
    expect('code' in result && result.detail).toContain('名称 | 数量');
  });

  test('does not take data for a header', () => {
    expect(find(rowsOf(['水压问题', '理学院'], ['教室灯坏', '材料学院']))).toMatchObject({
      code: 'IMPORT.HEADER_NOT_FOUND',
    });
  });
});

describe('an explicit mapping', () => {
  it('leaves a column out that it names by a dash', () => {
    const rows = rowsOf(['意见建议', '提出人', '涉及部门'], ['暖气不热', '李同学', '能源服务中心']);
    expect([...found(rows, { department: '-' }).fields.values()]).toEqual(['text', 'proposer']);
  });

  const odd = ['啥事', '谁说的', '归谁管', '提出人'];
  const line = ['一食堂二楼麻辣烫窗口打菜分量明显减少', '李同学', '饮食服务中心', '王老师'];

  test('by header text beats detection', () => {
    const result = found(rowsOf(['标题行'], odd, line), { text: '啥 事', proposer: '谁说的' });
    expect(fieldsOf(result)).toEqual(['A:text', 'B:proposer']);
    expect(result.header.row).toBe(2);
  });

  test('by letter works under headers nobody knows, and keeps what detection finds beside it', () => {
    const result = found(rowsOf(['啥事', '谁说的', '涉及部门'], line), { text: 'a' });
    expect(fieldsOf(result)).toEqual(['A:text', 'C:department']);
    expect(result.dataFrom).toBe(1);
    const unknown = found(rowsOf(['啥事', '谁说的'], line, line), { text: 'A' });
    expect([unknown.header.row, unknown.dataFrom]).toEqual([1, 1]);
  });

  test('by letter reads a table without a header from its first row', () => {
    const result = found(rowsOf(line, line), { text: 'A', department: 'C' });
    expect([result.header.row, result.dataFrom]).toEqual([0, 0]);
  });

  test.each<[string, unknown]>([
    ['a header that is not there', { text: '没有这一列' }],
    ['a field there is not', { texts: 'A' }],
    ['two fields in one column', { text: 'A', title: 'a' }],
    ['two fields under one header', { text: '啥事', title: '啥事' }],
    ['no text', { department: 'C' }],
    ['something that is no text', { text: 3 }],
    ['a header of punctuation', { text: '（）' }],
  ])('is refused when it names %s', (_, mapping) => {
    expect(find(rowsOf(odd, line), mapping as MinutesMapping)).toMatchObject({
      code: 'IMPORT.MAPPING_INVALID',
    });
  });
});

describe('texts without end', () => {
  const LONG = 300_000;

  test('a header is what its start says; a bracket that never closes hides nothing', () => {
    expect(normaliseHeader(`意见（${'(（'.repeat(LONG)}`)).toBe('意见');
    expect(normaliseHeader('意见（必填，限一项')).toBe('意见必填限一项');
    expect(normaliseHeader('意见（必填（限一项））【注】建议')).toBe('意见建议');
    expect(normaliseHeader(`意见建议（${'请写明时间地点'.repeat(30)}）`)).toBe('意见建议');
    expect(normaliseHeader('字'.repeat(LONG))).toHaveLength(300);
  });

  test('what stands above the header is read from its start', () => {
    const { header } = found(
      rowsOf(
        ['地点：图书馆', `时间：${';'.repeat(LONG)}`, `时间：${';'.repeat(LONG)}`],
        [`时间：2016-04-20${' '.repeat(LONG)}x`],
        ['序号', '意见建议'],
        ['1', '灯不亮'],
      ),
    );
    expect(header.meta).toEqual({ place: '图书馆', heldAt: new Date('2016-04-19T16:00:00Z') });
  });
});
