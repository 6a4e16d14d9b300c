import { type LineFault } from '../session/import.types';
import { cellText } from './minutes-cell.decide';
import { isPlausibleSerial, parseDateText, serialToInstant } from './minutes-date.decide';
import { isDangerousFormula, looksLikeFormula } from './minutes-formula.decide';
import { cleanText, comparableText, isPlaceholder, readContact } from './minutes-text.decide';
import {
  type DateSystem,
  LINE_FAULTS,
  type LineFaultCode,
  type MinutesCell,
  type MinutesField,
  type MinutesLine,
} from './minutes.types';

/** Longest text that becomes a ticket, in UTF-16 code units. */
const LONGEST_TEXT = 20_000;

/** Longest of the other fields, as when a ticket comes over HTTP; whatever is not named may have 100 units. */
const LONGEST_FIELDS: Readonly<Partial<Record<MinutesField, number>>> = {
  title: 200,
  location: 200,
  remark: 2000,
  instruction: 2000,
};

/** One line's cells by field, gathered from its row and from the rows its merged text cell spans. */
export interface LineDraft {
  readonly row: number;
  readonly cells: ReadonlyMap<MinutesField, readonly MinutesCell[]>;
}

export interface LineContext {
  readonly dateSystem: DateSystem;
  /** The year of a date that names none. */
  readonly yearHint?: number;
  readonly hasDepartmentColumn: boolean;
  /** Names and aliases as `comparableText`; without it no department is called unknown. */
  readonly departments?: ReadonlySet<string>;
}

/** A line but for what only the lines before it can tell. */
export type LineAlone = Omit<MinutesLine, 'key' | 'repeats' | 'accepted' | 'marks'>;

/** A fault with its severity from the table. */
export function lineFault(row: number, code: LineFaultCode, message: string): LineFault {
  return { row, code, severity: LINE_FAULTS[code], message };
}

const FIELD_NAMES: Readonly<Record<MinutesField, string>> = {
  reference: '编号',
  ordinal: '序号',
  title: '标题',
  text: '内容',
  proposer: '提出人',
  contact: '联系方式',
  unit: '所在单位',
  department: '涉及部门',
  category: '类别',
  location: '地点',
  remark: '备注',
  instruction: '批示',
  raisedAt: '时间',
  owner: '责任人',
  deadline: '完成时限',
};

/** Reads one line's cells into their meanings, with every fault that concerns the line alone. */
export function readLine(draft: LineDraft, context: LineContext): LineAlone {
  const faults: LineFault[] = [];
  const fault = (code: LineFaultCode, message: string): void =>
    void faults.push(lineFault(draft.row, code, message));
  let removed = 0;

  const read = (field: MinutesField, separator = '、'): string => {
    const texts = (draft.cells.get(field) ?? []).map((cell) => {
      const formula = cell.formula !== undefined && isDangerousFormula(cell.formula);
      const uncached =
        cell.formula !== undefined && cell.value.kind === 'empty' && (field === 'text' || field === 'title');
      const cleaned = cleanText(cellText(cell, context.dateSystem));
      removed += cleaned.removed;
      if (formula || uncached || (cell.value.kind === 'text' && looksLikeFormula(cleaned.text))) {
        fault('LINE.FORMULA', `“${FIELD_NAMES[field]}”里是公式或会被当作公式执行的内容，已拒收本行`);
        return '';
      }
      if (cell.value.kind === 'error')
        fault('LINE.CELL_ERROR', `“${FIELD_NAMES[field]}”单元格是错误值 ${cell.value.code}`);
      return cleaned.text;
    });
    return [...new Set(texts)].filter((text) => text !== '').join(separator);
  };
  const fitting = (field: MinutesField, text: string): string => {
    const longest = LONGEST_FIELDS[field] ?? 100;
    if (text.length <= longest) return text;
    fault('LINE.FIELD_CUT', `“${FIELD_NAMES[field]}”有 ${text.length} 字，只录入前 ${longest} 字`);
    // Half a surrogate pair is no character.
    return text.slice(0, longest).replace(/[\ud800-\udbff]$/u, '');
  };
  const optional = (field: MinutesField): string | undefined => {
    const text = read(field);
    if (text === '' || isPlaceholder(text)) return undefined;
    return fitting(field, field === 'reference' || field === 'ordinal' ? text.normalize('NFKC') : text);
  };

  const title = read('title');
  const body = read('text', '\n');
  const text = body === '' || isPlaceholder(body) ? title : body;
  const { contact, unread } = readContact(read('proposer'), read('contact'));
  const department = optional('department');
  const raisedText = read('raisedAt');
  const raised = readInstant(draft.cells.get('raisedAt')?.[0], raisedText, context);
  const deadlineText = optional('deadline');
  const deadlineAt = readInstant(draft.cells.get('deadline')?.[0], deadlineText ?? '', context);
  const line: LineAlone = {
    row: draft.row,
    text: text.slice(0, LONGEST_TEXT),
    ...(title !== '' && text !== title ? { title: fitting('title', title) } : {}),
    ...defined('reference', optional('reference')),
    ...defined('ordinal', optional('ordinal')),
    ...defined(
      'contact',
      contact?.name === undefined ? contact : { ...contact, name: fitting('proposer', contact.name) },
    ),
    ...defined('unit', optional('unit')),
    ...defined('department', department),
    ...defined('category', optional('category')),
    ...defined('location', optional('location')),
    ...defined('remark', optional('remark')),
    ...defined('instruction', optional('instruction')),
    ...defined('raisedAt', raised === 'unreadable' ? undefined : raised),
    ...defined('owner', optional('owner')),
    ...defined('deadlineText', deadlineText),
    // 立即、长期坚持: a time limit need not be a date.
    ...defined('deadlineAt', deadlineAt === 'unreadable' ? undefined : deadlineAt),
    faults,
  };

  if ((text === '' || isPlaceholder(text)) && !faults.some(({ code }) => code === 'LINE.FORMULA')) {
    fault('LINE.TEXT_MISSING', '没有填写问题内容');
  }
  if (text.length > LONGEST_TEXT)
    fault('LINE.TEXT_TOO_LONG', `内容有 ${text.length} 字，超过 ${LONGEST_TEXT} 字`);
  if (raised === 'unreadable')
    fault('LINE.DATE_UNREADABLE', `看不懂的日期“${raisedText.slice(0, 40)}”，已按没有日期处理`);
  if (unread) fault('LINE.CONTACT_UNREADABLE', '联系方式不是电话也不是邮箱，未录入');
  if (context.hasDepartmentColumn && department === undefined)
    fault('LINE.DEPARTMENT_MISSING', '没有填写涉及部门');
  if (department !== undefined && isUnknown(department, context.departments)) {
    fault('LINE.DEPARTMENT_UNKNOWN', `部门目录里没有“${department.slice(0, 40)}”`);
  }
  if (removed > 0) fault('LINE.CONTROL_CHARACTERS', `去掉了 ${removed} 个看不见的控制字符`);
  return line;
}

function defined<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

function readInstant(
  cell: MinutesCell | undefined,
  text: string,
  context: LineContext,
): Date | 'unreadable' | undefined {
  const value = cell?.value;
  if (text === '' || isPlaceholder(text)) return undefined;
  if (value?.kind === 'date') return serialToInstant(value.serial, context.dateSystem) ?? 'unreadable';
  if (value?.kind === 'number' && isPlausibleSerial(value.value, context.dateSystem)) {
    return serialToInstant(value.value, context.dateSystem);
  }
  return parseDateText(text, context.yearHint) ?? 'unreadable';
}

function isUnknown(department: string, known: ReadonlySet<string> | undefined): boolean {
  if (!known || known.has(comparableText(department))) return false;
  return department
    .split(/[、,，;；/\n]/u)
    .some((part) => part.trim() !== '' && !known.has(comparableText(part)));
}
