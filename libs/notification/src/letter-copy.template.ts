import { type LetterKind } from '@app/domain';

/**
 * What one kind of letter says, as Handlebars templates over LetterWords. `tone` colours the letter:
 * news, something to do by a date, something late. `deadline` is the instant that the subject and `todo` name.
 */
export interface LetterCopy {
  readonly tone: 'news' | 'task' | 'late';
  readonly deadline?: 'response' | 'resolution' | 'answer' | 'clock';
  /** What comes after 【督办】 in the subject, and stands over the letter. */
  readonly heading: string;
  /** What happened. */
  readonly lead: string;
  /** What to do by when. */
  readonly todo?: string;
  /** What the event's own text is called. */
  readonly textLabel?: string;
  readonly button: string;
  /** Goes to the reporter, whose link is a key. */
  readonly toReporter?: true;
}

const by = '{{#if deadline}}请于 {{deadline}} 前{{else}}请尽快{{/if}}';
const until =
  '{{#if overdue}}已{{#if deadline}}于 {{deadline}} {{/if}}到期，目前仍未完成{{else}}{{#if deadline}}将于 {{deadline}} {{else}}即将{{/if}}到期{{/if}}';
const late = `工单 {{number}} 的{{clockName}}${until}`;

export const LETTER_COPY: { readonly [K in LetterKind]: LetterCopy } = {
  'reporter-received': {
    tone: 'news',
    heading: '已收到您反映的问题',
    lead: '您反映的问题我们已经收到，受理编号是 {{number}}。我们会尽快明确责任单位、责任人和办理时限，并再次告知您。',
    button: '查看办理进度',
    toReporter: true,
  },
  'reporter-declined': {
    tone: 'news',
    heading: '未予受理',
    lead: '很抱歉，您反映的问题（{{number}}）经研究未予受理。原因见下。',
    todo: '如果您认为情况有出入，欢迎补充说明后重新反映。',
    textLabel: '未予受理的原因',
    button: '查看详情',
    toReporter: true,
  },
  'reporter-dispatched': {
    tone: 'news',
    deadline: 'resolution',
    heading: '已派单办理',
    lead: '您反映的问题（{{number}}）已交由{{#if department}}{{department}}{{else}}责任单位{{/if}}{{#if owner}}，责任人是{{owner}}{{/if}}。{{#if deadline}}承诺在 {{deadline}} 前办结。{{/if}}',
    button: '查看办理进度',
    toReporter: true,
  },
  'reporter-commented': {
    tone: 'news',
    heading: '有新的答复',
    lead: '您反映的问题（{{number}}）有了新的答复。',
    textLabel: '答复内容',
    button: '查看并回复',
    toReporter: true,
  },
  'reporter-asked': {
    tone: 'task',
    deadline: 'answer',
    heading: '请您评价',
    lead: '您反映的问题（{{number}}）已办理完毕，办理结果见下。',
    todo: `${by}告诉我们：是否联系过您，问题是否解决，您是否满意。如果没有解决，工单会退回重新办理；到期未评价，工单将自动关闭，不计为满意。`,
    textLabel: '办理结果',
    button: '评价办理结果',
    toReporter: true,
  },
  'reporter-closed': {
    tone: 'news',
    heading: '已关闭',
    lead: '您反映的问题（{{number}}）在办理完毕后没有收到您的评价，工单已自动关闭。感谢您的反映。',
    button: '查看办理结果',
    toReporter: true,
  },
  'owner-assigned': {
    tone: 'task',
    deadline: 'response',
    heading: '请签收',
    lead: '工单 {{number}} 由您负责办理。',
    todo: `${by}签收并联系反映人{{#if resolveDue}}，于 {{resolveDue}} 前办结{{/if}}。如果不属于您的职责，请在签收前退回并说明理由。`,
    textLabel: '转交说明',
    button: '签收工单',
  },
  'owner-result-returned': {
    tone: 'task',
    deadline: 'resolution',
    heading: '办结申请被退回',
    lead: '您提交的工单 {{number}} 的办结申请未通过审核，退回原因见下。',
    todo: `${by}按要求补充办理并重新提交。`,
    textLabel: '退回原因',
    button: '继续办理',
  },
  'owner-redo': {
    tone: 'task',
    deadline: 'resolution',
    heading: '反映人表示未解决',
    lead: '工单 {{number}} 的反映人表示问题没有解决，工单已退回重新办理{{#if owner}}，责任人是{{owner}}{{/if}}。',
    todo: `${by}重新办结。`,
    textLabel: '反映人的说明',
    button: '重新办理',
  },
  'owner-commented': {
    tone: 'news',
    heading: '有新的留言',
    lead: '您负责的工单 {{number}} 有一条新的留言。',
    textLabel: '留言内容',
    button: '查看留言',
  },
  'head-review': {
    tone: 'task',
    heading: '请审核办结申请',
    lead: '{{#if owner}}{{owner}}已提交{{else}}已收到{{/if}}工单 {{number}} 的办结申请，等待您审核。',
    todo: '请核实办理结果：通过后将请反映人评价；不符合要求的，请退回并说明理由。',
    textLabel: '办理结果',
    button: '审核',
  },
  'dispatcher-queued': {
    tone: 'task',
    deadline: 'answer',
    heading: '请派单',
    lead: '工单 {{number}} 未能自动派单，正在等待人工处理。',
    todo: `${by}确定责任单位和责任人；不属于受理范围的，请说明理由后不予受理。`,
    textLabel: '未能自动派单的原因',
    button: '派单',
  },
  'dispatcher-returned': {
    tone: 'task',
    deadline: 'answer',
    heading: '工单被退回，请重新派单',
    lead: '工单 {{number}} 被退回，需要重新派单。',
    todo: `${by}确定责任单位和责任人。`,
    textLabel: '退回理由',
    button: '重新派单',
  },
  'step-warned': {
    tone: 'task',
    deadline: 'clock',
    heading: '{{#if overdue}}逾期提醒{{else}}即将到期{{/if}}',
    lead: `${late}。`,
    todo: '请尽快{{clockAction}}。',
    button: '处理工单',
  },
  'step-escalated': {
    tone: 'late',
    deadline: 'clock',
    heading: '{{levelName}}督办',
    lead: `${late}，现启动{{levelName}}督办。`,
    todo: '请尽快{{clockAction}}，并请有关负责人督促办理。',
    button: '查看工单',
  },
};
