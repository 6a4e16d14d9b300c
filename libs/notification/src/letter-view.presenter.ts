import { type LetterFacts } from '@app/application';
import { type Role } from '@app/domain';
import { type LetterCopy } from './letter-copy';

const LONGEST_DESCRIPTION = 500;
const LONGEST_SUBJECT_TITLE = 24;

/** The words that the copy's sentences may use; absent ones are empty. */
export interface LetterWords {
  readonly number: string;
  readonly department: string;
  readonly owner: string;
  readonly deadline: string;
  readonly resolveDue: string;
  readonly overdue: boolean;
  readonly clockName: string;
  readonly clockAction: string;
  readonly levelName: string;
  /** The date of what the letter is about, beside the ticket's own deadlines. */
  readonly subjectDue: string;
  readonly person: string;
  readonly offices: string;
  readonly noticeName: string;
  readonly noticeVerb: string;
  readonly noticeNumber: string;
  readonly mustAnswer: boolean;
  readonly requestName: string;
  readonly requestUntil: string;
  readonly closureName: string;
  readonly mergedInto: string;
  readonly count: number;
  readonly causeText: string;
}

/** Those that the office's own texts may use. */
export interface CustomWords extends LetterWords {
  readonly title: string;
  readonly location: string;
}

export interface Fact {
  readonly label: string;
  readonly lines: readonly string[];
}

const CLOCK = {
  acceptance: { name: '派单时限', action: '派单' },
  response: { name: '签收时限', action: '签收' },
  resolution: { name: '办结时限', action: '办结' },
  'sub-task': { name: '协办时限', action: '督促协办人完成' },
  notice: { name: '答复时限', action: '答复' },
} as const;

const NOTICE = {
  'urge-notice': { name: '催办通知书', verb: '发出' },
  'supervision-order': { name: '督办单', verb: '下达' },
  instruction: { name: '批示', verb: '作出' },
} as const;

const REQUEST = {
  extension: { name: '延期', until: '延长至' },
  pause: { name: '暂停计时', until: '暂停至' },
} as const;

const CLOSURE = {
  confirmed: '已解决',
  unanswered: '到期未评价',
  adjudicated: '已作出处理决定',
  'transferred-out': '已转交校内有关单位',
  deferred: '已列入后续计划',
} as const;

const CAUSE = {
  urges: (count: number) => `被反映人催办 ${count} 次`,
  redo: (count: number) => `重新办理 ${count} 次`,
} as const;

const OFFICE: Readonly<Record<Role, string>> = {
  reporter: '反映人',
  owner: '责任人',
  head: '中心主任',
  dispatcher: '派单员',
  verifier: '回访员',
  director: '后勤处长',
  leader: '校领导',
  admin: '系统管理员',
};

/** By escalation level; 0 has not escalated. */
const LEVELS = ['', '一级', '二级', '三级'] as const;

/** The instant that a letter of this kind names. A step of the acceptance clock has its deadline in `answerBefore`. */
export function deadlineOf(facts: LetterFacts, { deadline }: LetterCopy): Date | undefined {
  const { responseDueAt, resolveDueAt, answerBefore, subjectDueAt, clock } = facts;
  switch (deadline) {
    case 'response':
      return responseDueAt;
    case 'resolution':
      return resolveDueAt;
    case 'answer':
      return answerBefore;
    case 'clock':
      return {
        acceptance: answerBefore,
        response: responseDueAt,
        resolution: resolveDueAt,
        'sub-task': subjectDueAt,
        notice: subjectDueAt,
      }[clock ?? 'resolution'];
    case 'subject':
      return subjectDueAt;
    case undefined:
      return undefined;
  }
}

export function wordsOf(facts: LetterFacts, deadline: Date | undefined): LetterWords {
  const clock = CLOCK[facts.clock ?? 'resolution'];
  const notice = facts.notice && NOTICE[facts.notice.kind];
  const request = facts.requestKind && REQUEST[facts.requestKind];
  return {
    number: oneLine(facts.ticketNumber),
    department: oneLine(facts.department),
    owner: oneLine(facts.ownerName),
    deadline: deadline ? dateInWords(deadline) : '',
    resolveDue: facts.resolveDueAt ? dateInWords(facts.resolveDueAt) : '',
    overdue: facts.overdue ?? false,
    clockName: clock.name,
    clockAction: clock.action,
    levelName: LEVELS[facts.level ?? 0] ?? '',
    subjectDue: facts.subjectDueAt ? dateInWords(facts.subjectDueAt) : '',
    person: oneLine(facts.personName),
    offices: (facts.offices ?? []).map((role) => OFFICE[role]).join('、'),
    noticeName: notice?.name ?? '通知',
    noticeVerb: notice?.verb ?? '发出',
    noticeNumber: oneLine(facts.notice?.number),
    mustAnswer: facts.notice?.mustAnswer ?? false,
    requestName: request?.name ?? '时限调整',
    requestUntil: request?.until ?? '调整至',
    closureName: facts.closure ? CLOSURE[facts.closure] : '',
    mergedInto: oneLine(facts.mergedInto),
    count: facts.count ?? 0,
    causeText: facts.cause && facts.count ? CAUSE[facts.cause](facts.count) : '需要重点督办',
  };
}

export function customWordsOf(facts: LetterFacts, words: LetterWords): CustomWords {
  return { ...words, title: oneLine(facts.title), location: oneLine(facts.location) };
}

/** Whether a letter goes to a reporter, whose link is a key. */
export function isToReporter({ kind }: Pick<LetterFacts, 'kind'>): boolean {
  return kind.startsWith('reporter-');
}

/** The facts table: what is known, in reading order. The reporter was promised the result, not the acceptance. */
export function factsOf(facts: LetterFacts): Fact[] {
  const toReporter = isToReporter(facts);
  const level = LEVELS[facts.level ?? 0];
  const late = facts.overdue ? CLOCK[facts.clock ?? 'resolution'].name : '';
  const due = (label: string, instant: Date | undefined): [string, string] => [
    label,
    instant ? `${dateInWords(instant)}${label === late ? '（已逾期）' : ''}` : '',
  ];
  const rows: [string, string][] = [
    ['受理编号', facts.ticketNumber],
    ['问题', facts.title],
    ['地点', facts.location ?? ''],
    ['责任单位', facts.department ?? ''],
    ['责任人', facts.ownerName ?? ''],
    due('签收时限', toReporter ? undefined : facts.responseDueAt),
    due('办结时限', facts.resolveDueAt),
    ['并入工单', facts.mergedInto ?? ''],
    ['通知文号', facts.notice?.number ?? ''],
    due('答复时限', facts.notice ? facts.subjectDueAt : undefined),
    ['督办级别', level ? `${level}（共三级）` : ''],
    ['问题描述', cut(facts.description ?? '', LONGEST_DESCRIPTION)],
  ];
  return rows
    .map(([label, value]) => ({ label, lines: linesOf(value) }))
    .filter(({ lines }) => lines.length > 0);
}

/** 【督办】请签收：2026-000123 一食堂二楼…（8月5日17:30前） */
export function subjectOf(
  facts: LetterFacts,
  copy: LetterCopy,
  heading: string,
  deadline: Date | undefined,
): string {
  const past = copy.deadline === 'clock' && facts.overdue;
  const until = deadline ? `（${shortDate(deadline)}${past ? '到期' : '前'}）` : '';
  const title = cut(oneLine(facts.title), LONGEST_SUBJECT_TITLE);
  return `【督办】${heading}：${oneLine(facts.ticketNumber)} ${title}${until}`;
}

/** Lines without control characters, and without blank ones at either end. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n?|\n|\u2028|\u2029/).map((line) => line.replace(/\p{Cc}+/gu, ' ').trimEnd());
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}

export function oneLine(text = ''): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** At most `longest` characters as people count them, the last an ellipsis where something was cut. */
function cut(text: string, longest: number): string {
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

function parts(instant: Date): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  return Object.fromEntries(shanghai.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** 2026年8月5日（周三）17:30, Asia/Shanghai. */
function dateInWords(instant: Date): string {
  const { year, month, day, weekday, hour, minute } = parts(instant);
  return `${year}年${month}月${day}日（${weekday}）${hour}:${minute}`;
}

/** 8月5日17:30, Asia/Shanghai. */
function shortDate(instant: Date): string {
  const { month, day, hour, minute } = parts(instant);
  return `${month}月${day}日${hour}:${minute}`;
}
