import { type MinutesField } from './minutes.types';

/** Header words by meaning. A word under two fields goes to the first one no other column has taken. */
const SYNONYMS: Readonly<Record<MinutesField, readonly string[]>> = {
  reference: ['留言编号', '信件编号', '工单编号', '受理编号', '来信编号', '编号'],
  ordinal: ['序号', '序', '条目', '行号', '顺序号', 'NO'],
  title: ['留言主题', '主题', '标题', '事项名称', '问题标题', '意见标题'],
  text: [
    '意见建议',
    '意见和建议',
    '意见与建议',
    '意见或建议',
    '意见及建议',
    '建议意见',
    '反映问题',
    '反映的问题',
    '反映情况',
    '反映内容',
    '存在问题',
    '存在的问题',
    '问题建议',
    '问题和建议',
    '问题及建议',
    '具体问题',
    '留言详情',
    '留言内容',
    '问题描述',
    '问题内容',
    '问题详情',
    '诉求内容',
    '诉求',
    '意见内容',
    '建议内容',
    '具体内容',
    '内容',
    '详情',
    '问题',
    '意见',
    '建议',
  ],
  proposer: [
    '提出人',
    '提议人',
    '来访人',
    '来信人',
    '留言用户',
    '留言人',
    '反映人',
    '建议人',
    '投诉人',
    '联系人',
    '姓名',
  ],
  contact: ['联系电话', '联系方式', '手机', '手机号', '手机号码', '电话', '电话号码', '邮箱', '电子邮箱'],
  unit: ['所在单位', '所在学院', '所在部门', '提出单位', '单位', '学院', '班级', '部门'],
  department: [
    '涉及部门',
    '涉及单位',
    '责任单位',
    '责任部门',
    '承办部门',
    '承办单位',
    '主办部门',
    '主办单位',
    '牵头部门',
    '归口部门',
    '处理部门',
    '办理部门',
    '部门',
  ],
  category: ['类别', '一级分类', '分类', '问题类别', '问题类型', '类型'],
  location: ['地点', '位置', '地址', '具体位置', '楼宇'],
  remark: ['备注', '说明', '附注'],
  instruction: ['领导批示', '批示', '批示意见', '领导意见'],
  raisedAt: ['时间', '留言时间', '提出时间', '反映时间', '来访时间', '来信时间', '日期', '提出日期'],
  owner: ['责任人', '负责人', '承办人', '经办人', '整改责任人'],
  deadline: [
    '完成时限',
    '完成时间',
    '办结时限',
    '办理时限',
    '办理期限',
    '整改时限',
    '时限',
    '期限',
    '要求完成时间',
  ],
};

/** Columns that tell what was done about a problem, not what it is: `答复内容` is no complaint. */
const AFTERMATH = /答复|回复|办理|处理|整改|落实|进展|结果|反馈|回访|满意/u;
const AFTERMATH_FIELDS: ReadonlySet<MinutesField> = new Set(['owner', 'deadline', 'department']);

/** What is looked at of a cell that may be a header, hints included; a problem's text in its place may be long. */
const LONGEST_HEADER = 300;
const OPENING = '([{【〔<《';
const CLOSING = ')]}】〕>》';

/**
 * A header reduced to what it says: NFKC, without white space, punctuation and bracketed hints
 * (`意见建议（必填）`, `*提 出 人`, and headers broken over lines all lose their dressing).
 */
export function normaliseHeader(text: string): string {
  return withoutBracketed(text.slice(0, LONGEST_HEADER).normalize('NFKC'))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

/** In one pass, which no expression can promise for brackets that never close: those hide nothing. */
function withoutBracketed(text: string): string {
  let kept = '';
  let hidden: string | undefined;
  for (const each of text) {
    if (hidden === undefined) {
      if (OPENING.includes(each)) hidden = '';
      else kept += each;
    } else if (CLOSING.includes(each)) hidden = undefined;
    else hidden += each;
  }
  return kept + (hidden ?? '');
}

const EXACT = new Map<string, MinutesField[]>();
for (const [field, words] of Object.entries(SYNONYMS) as [MinutesField, readonly string[]][]) {
  for (const word of words) EXACT.set(word, [...(EXACT.get(word) ?? []), field]);
}
const WORDS = [...EXACT.keys()].filter((word) => word.length > 1).sort((a, b) => b.length - a.length);

/** What a header may mean, best guess first; `exact` when the header is one of the words itself. */
export interface FieldGuess {
  readonly fields: readonly MinutesField[];
  readonly exact: boolean;
}

/**
 * Reads a header cell. A longer header counts when it ends in a known word (`提出人联系电话`), else when it begins
 * with one (`备注栏`), with at most four characters around it. Returns nothing for other text.
 */
export function guessField(header: string): FieldGuess | undefined {
  const text = normaliseHeader(header);
  const exact = EXACT.get(text);
  if (exact) return { fields: exact, exact: true };
  const fits = (word: string): boolean => text.length - word.length <= 4;
  const word =
    WORDS.find((each) => text.endsWith(each) && fits(each)) ??
    WORDS.find((each) => text.startsWith(each) && fits(each));
  const fields = word === undefined ? [] : (EXACT.get(word) ?? []);
  const kept = AFTERMATH.test(text) ? fields.filter((field) => AFTERMATH_FIELDS.has(field)) : fields;
  return kept.length > 0 ? { fields: kept, exact: false } : undefined;
}
