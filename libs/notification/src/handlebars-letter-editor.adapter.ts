import { type LetterFacts, LetterEditor, type LetterVariable } from '@app/application';
import { type LetterKind, type LetterText } from '@app/domain';
import { type HandlebarsLetterRenderer } from './handlebars-letter-renderer.adapter';
import { letterFaults } from './letter-grammar';
import { type CustomWords } from './letter-view.presenter';
import { LETTER_COPY } from './letters.template';

const LABELS: Readonly<Record<keyof CustomWords, string>> = {
  number: '受理编号',
  title: '问题标题',
  location: '地点',
  department: '责任单位',
  owner: '责任人',
  deadline: '本信所说的时限',
  resolveDue: '办结时限',
  overdue: '是否已逾期（用于条件）',
  clockName: '时限名称',
  clockAction: '该时限内要做的事',
  levelName: '督办级别',
  subjectDue: '所涉事项的日期',
  person: '所涉人员',
  offices: '所涉职务',
  noticeName: '通知书名称',
  noticeVerb: '通知书动作',
  noticeNumber: '通知书文号',
  mustAnswer: '是否须答复（用于条件）',
  requestName: '申请名称',
  requestUntil: '申请调整到',
  closureName: '关闭方式',
  mergedInto: '并入的工单编号',
  count: '次数',
  causeText: '督办缘由',
};

/** An invented ticket about which every letter can say something. */
const SAMPLE: Omit<LetterFacts, 'kind'> = {
  recipientName: '李雷',
  ticketNumber: '2026-000123',
  title: '三号楼热水供应不足',
  description: '晚上十点以后三号楼没有热水，已经持续一周。',
  department: '能源服务中心',
  ownerName: '王强',
  location: '三号楼',
  responseDueAt: new Date('2026-08-04T12:00+08:00'),
  resolveDueAt: new Date('2026-08-05T17:30+08:00'),
  answerBefore: new Date('2026-08-12T17:30+08:00'),
  subjectDueAt: new Date('2026-08-06T12:00+08:00'),
  text: '已更换循环泵，水温恢复正常。',
  level: 2,
  clock: 'resolution',
  overdue: true,
  personName: '张三',
  notice: { number: '督办〔2026〕12号', kind: 'supervision-order', mustAnswer: true },
  requestKind: 'extension',
  closure: 'adjudicated',
  mergedInto: '2026-000099',
  count: 2,
  cause: 'urges',
  offices: ['dispatcher', 'leader'],
  link: 'https://duban.example/tickets/2026-000123',
};

export class HandlebarsLetterEditor extends LetterEditor {
  override readonly variables: readonly LetterVariable[] = Object.entries(LABELS).map(([name, label]) => ({
    name,
    label,
  }));
  private readonly words = new Set(Object.keys(LABELS));

  constructor(private readonly renderer: HandlebarsLetterRenderer) {
    super();
  }

  original(kind: LetterKind): LetterText {
    const { heading, lead, todo } = LETTER_COPY[kind];
    return { subject: heading, body: todo === undefined ? lead : `${lead}\n\n${todo}` };
  }

  faults(text: LetterText) {
    return letterFaults(text, this.words);
  }

  preview(kind: LetterKind, text: LetterText) {
    return this.renderer.render({ ...SAMPLE, kind }, text);
  }
}
