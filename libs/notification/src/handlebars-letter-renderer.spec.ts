import { type LetterFacts } from '@app/application';
import { LETTER_KINDS, type LetterKind } from '@app/domain';
import { HandlebarsLetterRenderer } from './handlebars-letter-renderer.adapter';
import { LETTER_COPY } from './letters.template';
import { wordsOf } from './letter-view.presenter';

const renderer = new HandlebarsLetterRenderer();
const at = (local: string): Date => new Date(`${local}+08:00`);
const facts = (change: Partial<LetterFacts> = {}): LetterFacts => ({
  kind: 'owner-assigned',
  recipientName: '王建国',
  ticketNumber: '2026-000123',
  title: '一食堂二楼排队太久',
  description: '中午要排半小时。\n希望增开窗口。',
  department: '饮食服务中心',
  ownerName: '王建国',
  location: '一食堂二楼',
  responseDueAt: at('2026-08-04T12:00'),
  resolveDueAt: at('2026-08-05T17:30'),
  answerBefore: at('2026-08-12T09:05'),
  text: '第一行\n第二行',
  link: 'https://duban.example.edu/tickets/2026-000123?from=mail&x=1',
  ...change,
});

/** What letters about something beside the ticket know, some of it hostile. */
const SUBJECT: Partial<LetterFacts> = {
  subjectDueAt: at('2026-08-06T09:00'),
  personName: '张三\r\nBcc: spy@example.com',
  notice: { number: '督办〔2026〕12号\r\nBcc: spy@example.com', kind: 'supervision-order', mustAnswer: true },
  requestKind: 'pause',
  closure: 'deferred',
  mergedInto: '2026-000099\nX',
  count: 3,
  cause: 'redo',
};

/** What a reader of the HTML sees, line by line. */
function visible(html: string): string[] {
  return html
    .slice(html.indexOf('<table'))
    .replace(/<[^>]+>/g, '\n')
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

describe.each(LETTER_KINDS)('the letter %s', (kind) => {
  const late: Partial<LetterFacts> = kind.startsWith('step') ? { clock: 'resolution', level: 1 } : {};
  const letter = renderer.render(facts({ kind, ...late }));

  it('names the ticket in its subject and says what is to be done where', () => {
    expect(letter.subject).toMatch(/^【督办】[^：]+：2026-000123 一食堂二楼排队太久/);
    expect(letter.text).toContain('https://duban.example.edu/tickets/2026-000123?from=mail&x=1');
    expect(letter.html).toContain(
      'href="https://duban.example.edu/tickets/2026-000123?from&#x3D;mail&amp;x&#x3D;1"',
    );
    expect(letter.text).toContain('王建国，您好：');
    expect(letter.text).toContain('第一行\n第二行');
  });

  it('leaves no template, no gap and no mistaken value behind', () => {
    for (const text of [letter.subject, letter.text, letter.html])
      expect(text).not.toMatch(/\{\{|undefined|null|Invalid|NaN|\[object/);
    expect(letter.text).not.toMatch(/\n{3}|（）|于 {2}/);
  });

  it('says the same in text and in HTML', () => {
    const shown = visible(letter.html);
    const onlyInHtml = ['督办 · 后勤服务', '按钮打不开时，请复制此链接：'];
    for (const line of shown) if (!onlyInHtml.includes(line)) expect(letter.text).toContain(line);
    const lines = letter.text.split('\n').filter((line) => line !== '' && !/^-+$/.test(line));
    for (const line of lines) {
      const [label = '', ...rest] = line.replace(/^【(.+)】$/, '$1').split('：');
      const whole = shown.includes(line) || shown.includes(label);
      expect({ line, whole }).toEqual({ line, whole: true });
      if (rest.join('') !== '' && !shown.includes(line)) expect(shown).toContain(rest.join('：'));
    }
  });

  it('uses no word that there is not', () => {
    const words = wordsOf(facts({ kind }), undefined);
    const { heading, lead, todo = '' } = LETTER_COPY[kind];
    const used = [...`${heading}${lead}${todo}`.matchAll(/\{\{(?:#(?:if|unless) )?(\w+)\}\}/g)].map(
      ([, word]) => word,
    );
    expect([...Object.keys(words), 'else']).toEqual(expect.arrayContaining(used));
  });

  it('says the same of everything that may be known', () => {
    const all = renderer.render(facts({ kind, ...late, ...SUBJECT }));
    for (const text of [all.subject, all.text, all.html])
      expect(text).not.toMatch(/\{\{|undefined|null|Invalid|NaN|\[object/);
    expect(all.text).not.toMatch(/\n{3}|（）|于 {2}|，，|。。/);
    expect(all.subject).not.toMatch(/[\r\n]/);
  });

  it('is a whole letter where next to nothing is known', () => {
    const bare = renderer.render({ kind, ticketNumber: '2026-000001', title: '灯坏', link: 'https://x.cn/' });
    expect(bare.text).toContain('您好：');
    expect(bare.text).not.toMatch(/undefined|\n{3}|（）|于 {2}|责任人：|的到期/);
    expect(bare.subject).toMatch(/^【督办】.+：2026-000001 灯坏$/);
  });
});

describe('deadlines', () => {
  const table: readonly [LetterKind, Partial<LetterFacts>, subject: string, text: string][] = [
    ['owner-assigned', {}, '（8月4日12:00前）', '请于 2026年8月4日（周二）12:00 前签收'],
    ['owner-redo', {}, '（8月5日17:30前）', '请于 2026年8月5日（周三）17:30 前重新办结'],
    ['owner-result-returned', {}, '（8月5日17:30前）', '请于 2026年8月5日（周三）17:30 前'],
    ['reporter-dispatched', {}, '（8月5日17:30前）', '承诺在 2026年8月5日（周三）17:30 前办结'],
    ['reporter-asked', {}, '（8月12日09:05前）', '请于 2026年8月12日（周三）09:05 前告诉我们'],
    ['dispatcher-queued', {}, '（8月12日09:05前）', '请于 2026年8月12日（周三）09:05 前'],
    ['step-warned', { clock: 'response' }, '即将到期：', '签收时限将于 2026年8月4日（周二）12:00 到期'],
    [
      'step-warned',
      { clock: 'acceptance' },
      '（8月12日09:05前）',
      '派单时限将于 2026年8月12日（周三）09:05 到期',
    ],
    [
      'step-warned',
      { clock: 'response', overdue: true },
      '逾期提醒：',
      '签收时限已于 2026年8月4日（周二）12:00 到期',
    ],
    ['sub-task-assigned', SUBJECT, '请协办：', '请于 2026年8月6日（周四）09:00 前完成'],
    ['sub-task-due', { ...SUBJECT, clock: 'sub-task', overdue: true }, '（8月6日09:00到期）', '目前仍未完成'],
    [
      'notice-issued',
      SUBJECT,
      '督办单（督办〔2026〕12号',
      '请收到后登录系统，在工单中签收，并于 2026年8月6日',
    ],
    ['notice-issued', { ...SUBJECT, clock: 'resolution', overdue: true }, '（8月6日09:00前）', '（已逾期）'],
    ['request-pending', SUBJECT, '请审批暂停计时申请：', '暂停至 2026年8月6日（周四）09:00'],
    ['reporter-paused', SUBJECT, '暂停计时：', '预计于 2026年8月6日（周四）09:00 恢复'],
    ['reporter-extended', {}, '办结时限延长：', '延长至 2026年8月5日（周三）17:30'],
    ['supervision-raised', { ...SUBJECT, level: 2 }, '二级督办：', '重新办理 3 次，现启动二级督办'],
    ['closing-proposed', SUBJECT, '请确认关闭工单：', '已列入后续计划'],
    [
      'step-escalated',
      { clock: 'resolution', level: 3, overdue: true },
      '【督办】三级督办：2026-000123 一食堂二楼排队太久（8月5日17:30到期）',
      '办结时限已于 2026年8月5日（周三）17:30 到期，目前仍未完成，现启动三级督办',
    ],
  ];

  it.each(table)('%s %j', (kind, change, subject, text) => {
    const letter = renderer.render(facts({ kind, ...change }));
    expect(letter.subject).toContain(subject);
    expect(letter.text).toContain(text);
    expect(visible(letter.html).join('\n')).toContain(text);
  });

  it('are told in Shanghai, at the turn of the year too', () => {
    const letter = renderer.render(facts({ responseDueAt: new Date('2026-12-31T16:00:00Z') }));
    expect(letter.subject).toContain('（1月1日00:00前）');
    expect(letter.text).toContain('2027年1月1日（周五）00:00');
  });

  it('mark the one that has passed in the table', () => {
    const { text } = renderer.render(
      facts({ kind: 'step-escalated', clock: 'resolution', level: 2, overdue: true }),
    );
    expect(text).toContain('办结时限：2026年8月5日（周三）17:30（已逾期）\n督办级别：二级（共三级）');
    expect(text).toContain('签收时限：2026年8月4日（周二）12:00\n');
  });

  it('of acceptance are no matter of the reporter', () => {
    expect(renderer.render(facts({ kind: 'reporter-dispatched' })).text).not.toContain('签收时限');
  });
});

describe('what people wrote', () => {
  const hostile = '{{number}} {{{lead}}} {{#if x}} <img src=x onerror=alert(1)> "\'`& &amp;';

  it.each(['title', 'description', 'text', 'recipientName', 'ownerName', 'department', 'location'] as const)(
    'in %s stands there as it was written, as text only',
    (field) => {
      const letter = renderer.render(facts({ kind: 'reporter-dispatched', [field]: hostile }));
      expect(letter.text).toContain(hostile);
      expect(visible(letter.html).some((line) => line.includes(hostile))).toBe(true);
      expect(letter.html).not.toContain('<img');
    },
  );

  it('cannot leave the link', () => {
    const { html } = renderer.render(facts({ link: 'https://x.cn/"><script>alert(1)</script>' }));
    expect(html).not.toContain('<script');
  });

  it('puts no second line into the subject', () => {
    const { subject } = renderer.render(facts({ title: '灯坏\r\nBcc: spy@example.com' }));
    expect(subject).not.toMatch(/[\r\n]/);
  });

  it('is cut where it is long: a title in the subject, a description at 500 characters, no character halved', () => {
    const family = '👨‍👩‍👧';
    const letter = renderer.render(
      facts({ title: family.repeat(40), description: '水'.repeat(499) + family.repeat(9) }),
    );
    expect(letter.subject).toContain(`${family.repeat(23)}…（`);
    expect(letter.text).toContain(`问题描述：${'水'.repeat(499)}…\n`);
    const whole = renderer.render(facts({ description: '水'.repeat(499) + family }));
    expect(whole.text).toContain(`问题描述：${'水'.repeat(499)}${family}\n`);
  });

  it('keeps its lines and loses its control characters', () => {
    const letter = renderer.render(facts({ text: '\n\n一\r\n\0二\u2028三\n\n' }));
    expect(letter.text).toContain('【转交说明】\n一\n 二\n三\n');
    expect(letter.html).toContain('一<br> 二<br>三');
  });

  it('may be without a break and still not widen the letter', () => {
    expect(renderer.render(facts({ text: 'x'.repeat(500) })).html).toContain('overflow-wrap:anywhere');
  });
});

it('tells a hidden reporter which offices opened the identity, and no name', () => {
  const opened = facts({ kind: 'reporter-identity-opened', text: '核实人身安全', personName: '李处长' });
  const { text } = renderer.render({ ...opened, offices: ['dispatcher', 'leader'] });
  expect(text).toContain('现经派单员、校领导两人共同决定');
  expect(text).toContain('核实人身安全');
  expect(text).not.toContain('李处长');
  expect(renderer.render(opened).text).toContain('现经两名负责人共同决定');
});

it('gives the same letter for the same facts', () => {
  expect(renderer.render(facts())).toEqual(renderer.render(facts()));
});
