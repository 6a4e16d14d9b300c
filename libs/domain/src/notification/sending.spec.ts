import { type WorkingCalendar } from '../calendar/calendar.types';
import { type Policy } from '../policy/policy.types';
import { type Person } from '../people/people.types';
import { appendToLog } from '../ticket/ticket-log.decide';
import { decide } from '../ticket/ticket.decide';
import { type TicketCommand } from '../ticket/ticket-decision.types';
import { decideSubmit } from '../ticket/submission.decide';
import { type Actor } from '../ticket/actor.types';
import { type Ticket } from '../ticket/ticket.types';
import { LETTER_KINDS, type LetterKind, type Recipient } from './notification.types';
import { messageIdOf, reasonToDrop, sendNotBefore } from './sending.decide';

const day = [{ from: 510, to: 720 }];
const calendar: WorkingCalendar = {
  weekly: [day, day, day, day, day, [], []],
  seasons: [],
  vacations: [],
  overrides: [],
  officialYears: [2026],
};
const hour = { unit: 'clock-minutes', amount: 60 } as const;
const policy: Policy = {
  code: 'normal',
  name: '一般',
  version: 1,
  acceptance: hour,
  response: { ...hour, amount: 120 },
  resolution: { ...hour, amount: 240 },
  redo: hour,
  returnWithin: { ...hour, amount: 600 },
  maxHops: 3,
  autoClose: hour,
  extension: { max: 1, headLimit: hour, totalLimit: hour },
  pause: { max: 1, headLimit: hour, totalLimit: hour },
  reopenWithin: hour,
  urgeQuiet: hour,
  steps: (['acceptance', 'response', 'resolution'] as const).map((clock) => ({
    key: 'due',
    clock,
    offset: { kind: 'share', share: 0 },
    kind: 'escalate',
    level: 1,
    recipients: ['owner'],
  })),
  messagesAnyTime: false,
};
const start = new Date('2026-03-02T09:00+08:00').getTime();
const owner = (id: string): Person => ({
  id,
  username: id,
  name: id,
  role: 'owner',
  department: 'canteen',
  active: true,
  onDuty: true,
});
const system: Actor = { kind: 'system', name: 'worker' };
const dispatcher: Actor = { kind: 'person', id: 'dora', name: 'dora', role: 'dispatcher' };
const head: Actor = { kind: 'person', id: 'hana', name: 'hana', role: 'head', department: 'canteen' };
const of = (id: string): Actor => ({ kind: 'person', id, name: id, role: 'owner', department: 'canteen' });
const reporter: Actor = { kind: 'reporter' };

const dispatch = (id: string): TicketCommand => ({
  name: 'dispatch',
  owner: owner(id),
  department: 'canteen',
  category: 'food',
  priority: 'normal',
  basis: 'test',
});

/** Minutes after the submission, who, and what; the events are named e1, e2, … in order. */
type Story = readonly (readonly [minute: number, actor: Actor, command: TicketCommand])[];

function after(story: Story): Ticket {
  let ids = 0;
  const newId = (): string => `e${++ids}`;
  const common = { calendar, policy, newId };
  const submission = {
    title: '排队',
    description: '排队',
    source: { kind: 'online' },
    reporter: { identity: 'named', email: 'a@b.cn' },
  } as const;
  const submitted = decideSubmit(submission, {
    ...common,
    now: new Date(start),
    actor: reporter,
    ticketId: 't',
    number: '2026-000001',
    trackingCode: 'c',
  });
  let ticket: Ticket = { ...submitted.next, log: appendToLog([], submitted.events, () => '') };
  for (const [minute, actor, command] of story) {
    const decision = decide(ticket, command, { ...common, now: new Date(start + minute * 60_000), actor });
    if (!decision.ok) throw new Error(`${command.name}: ${decision.error.code}`);
    ticket = { ...decision.next, log: appendToLog(ticket.log, decision.events, () => '') };
  }
  return ticket;
}

const assigned: Story = [[1, system, dispatch('olga')]];
const working: Story = [...assigned, [2, of('olga'), { name: 'accept' }]];
const reviewed: Story = [...working, [3, of('olga'), { name: 'submitResult', text: '已解决' }]];
const resolved: Story = [...reviewed, [4, head, { name: 'approveResult' }]];
const transfer = [5, head, { name: 'transfer', owner: owner('omar') }] as const;
const back = [5, of('olga'), { name: 'return', reason: '不归我管' }] as const;
const fire = (minute: number): Story[number] => [
  minute,
  { kind: 'system', name: 'timer' },
  { name: 'fireSteps' },
];
const unsolved = {
  name: 'rate',
  solved: false,
  contacted: true,
  satisfaction: 1,
  comment: '还是坏的',
} as const;
const toOlga: Recipient = { kind: 'person', personId: 'olga' };
const toHead: Recipient = { kind: 'person', personId: 'hana' };

describe('a letter that waited, looked at again', () => {
  const table: readonly [
    rule: string,
    story: Story,
    letter: readonly [kind: LetterKind, eventId: string, recipient?: Recipient],
    reason: string | undefined,
  ][] = [
    ['receipts always go', resolved, ['reporter-received', 'e1'], undefined],
    [
      'a refusal always goes',
      [[1, dispatcher, { name: 'decline', reason: '重复' }]],
      ['reporter-declined', 'e2'],
      undefined,
    ],
    ['a dispatch is still told', working, ['reporter-dispatched', 'e2'], undefined],
    ['not one that was returned', [...assigned, back], ['reporter-dispatched', 'e2'], 'moved-on'],
    ['an assignment that waits', assigned, ['owner-assigned', 'e2'], undefined],
    ['not one that was accepted', working, ['owner-assigned', 'e2'], 'moved-on'],
    ['not one that went to another', [...assigned, transfer], ['owner-assigned', 'e2'], 'moved-on'],
    ['a transfer in the middle of the work', [...working, transfer], ['owner-assigned', 'e4'], undefined],
    [
      'a queue that waits',
      [[1, system, { name: 'queue', reason: '无规则' }]],
      ['dispatcher-queued', 'e2'],
      undefined,
    ],
    [
      'not one that was emptied',
      [
        [1, system, { name: 'queue', reason: '无规则' }],
        [2, dispatcher, dispatch('olga')],
      ],
      ['dispatcher-queued', 'e2'],
      'moved-on',
    ],
    ['a return that waits', [...assigned, back], ['dispatcher-returned', 'e3'], undefined],
    [
      'not one that was placed again',
      [...assigned, back, [6, dispatcher, dispatch('omar')]],
      ['dispatcher-returned', 'e3'],
      'moved-on',
    ],
    ['a result to review', reviewed, ['head-review', 'e4'], undefined],
    ['not one that was reviewed', resolved, ['head-review', 'e4'], 'moved-on'],
    [
      'a result sent back',
      [...reviewed, [5, head, { name: 'returnResult', reason: '无照片' }]],
      ['owner-result-returned', 'e5'],
      undefined,
    ],
    [
      'not when it was handed in again',
      [
        ...reviewed,
        [5, head, { name: 'returnResult', reason: '无照片' }],
        [6, of('olga'), { name: 'submitResult', text: '补照片' }],
      ],
      ['owner-result-returned', 'e5'],
      'moved-on',
    ],
    ['a question to the reporter', resolved, ['reporter-asked', 'e5'], undefined],
    [
      'not one that was answered',
      [...resolved, [6, reporter, unsolved]],
      ['reporter-asked', 'e5'],
      'moved-on',
    ],
    ['a redo', [...resolved, [6, reporter, unsolved]], ['owner-redo', 'e6', toOlga], undefined],
    [
      'not a redo that is done',
      [...resolved, [6, reporter, unsolved], [7, of('olga'), { name: 'submitResult', text: '好了' }]],
      ['owner-redo', 'e6', toOlga],
      'moved-on',
    ],
    [
      'a silent closing',
      [...resolved, [90, { kind: 'system', name: 'timer' }, { name: 'closeUnanswered' }]],
      ['reporter-closed', 'e6'],
      undefined,
    ],
    [
      'an answer to the reporter',
      [...working, [3, of('olga'), { name: 'comment', text: '在修', visibility: 'public' }]],
      ['reporter-commented', 'e4'],
      undefined,
    ],
    [
      'not a remark to someone who has passed it on',
      [...working, [3, reporter, { name: 'comment', text: '急', visibility: 'public' }], transfer],
      ['owner-commented', 'e4', toOlga],
      'moved-on',
    ],
    ['an overdue placement', [fire(60)], ['step-escalated', 'e2'], undefined],
    [
      'not when it was placed',
      [fire(60), [61, system, dispatch('olga')]],
      ['step-escalated', 'e2'],
      'clock-stopped',
    ],
    ['an overdue answer', [...assigned, fire(121)], ['step-escalated', 'e3', toOlga], undefined],
    [
      'not when it was accepted',
      [...assigned, fire(121), [122, of('olga'), { name: 'accept' }]],
      ['step-escalated', 'e3', toOlga],
      'clock-stopped',
    ],
    [
      'not about the earlier assignment to the same owner',
      [
        ...assigned,
        fire(121),
        [122, of('olga'), { name: 'return', reason: '错' }],
        [123, dispatcher, dispatch('olga')],
      ],
      ['step-escalated', 'e3', toOlga],
      'deadline-moved',
    ],
    ['an overdue result', [...working, fire(240)], ['step-warned', 'e4', toOlga], undefined],
    [
      'not when it is in review',
      [...working, fire(240), [241, of('olga'), { name: 'submitResult', text: '好了' }]],
      ['step-warned', 'e4', toOlga],
      'moved-on',
    ],
    [
      'not when the deadline has moved',
      [
        ...working,
        fire(240),
        [241, of('olga'), { name: 'submitResult', text: '好了' }],
        [242, head, { name: 'returnResult', reason: '没有' }],
      ],
      ['step-warned', 'e4', toOlga],
      'deadline-moved',
    ],
    [
      'not to a former owner',
      [...working, fire(240), [250, head, transfer[2]]],
      ['step-escalated', 'e4', toOlga],
      'owner-changed',
    ],
    [
      'but still to the head',
      [...working, fire(240), [250, head, transfer[2]]],
      ['step-escalated', 'e4', toHead],
      undefined,
    ],
  ];

  it.each(table)('%s', (_rule, story, [kind, eventId, recipient = { kind: 'reporter' }], reason) => {
    expect(reasonToDrop(after(story), { kind, eventId, recipient })).toBe(reason);
  });

  it('has a rule in this table for every letter', () => {
    expect([...new Set(table.map(([, , [kind]]) => kind))].sort()).toEqual([...LETTER_KINDS].sort());
  });

  it('does not escalate what stands still', () => {
    const ticket = after([...working, fire(240)]);
    const clock = ticket.clocks.resolution;
    if (!clock) throw new Error('no resolution clock');
    const paused: Ticket = {
      ...ticket,
      clocks: {
        ...ticket.clocks,
        resolution: { ...clock, pauses: [{ from: new Date(start), reason: '等配件' }] },
      },
    };
    expect(reasonToDrop(paused, { kind: 'step-warned', eventId: 'e4', recipient: toOlga })).toBe(
      'clock-stopped',
    );
  });

  it('refuses a letter about an event that the ticket never had', () => {
    expect(() =>
      reasonToDrop(after([]), { kind: 'step-warned', eventId: 'nope', recipient: toOlga }),
    ).toThrow('nope');
  });
});

describe('when a letter may go', () => {
  const evening = new Date('2026-03-06T20:00:05+08:00');
  const monday = new Date('2026-03-09T08:30+08:00');
  const office = { messagesAnyTime: false, aroundTheClock: false };

  it.each(LETTER_KINDS)('%s', (kind) => {
    const isStep = kind.startsWith('step-');
    expect(sendNotBefore(calendar, evening, { kind, ...office })).toEqual(isStep ? monday : evening);
  });

  it.each([
    ['in working time', office, new Date('2026-03-06T09:00:05+08:00')],
    ['about danger', { ...office, messagesAnyTime: true }, evening],
    ['by a policy around the clock', { ...office, aroundTheClock: true }, evening],
  ])('a step letter %s goes at once', (_, options, now) => {
    expect(sendNotBefore(calendar, now, { kind: 'step-escalated', ...options })).toEqual(now);
  });
});

describe('a Message-ID', () => {
  it('is the same for the same notification', () => {
    expect(messageIdOf('01JABC-x.y_z', 'duban.example.edu')).toBe('<01JABC-x.y_z@duban.example.edu>');
  });

  it.each([
    ['a b', 'x.cn'],
    ['a', 'x.cn\r\nBcc: y'],
    ['', 'x.cn'],
    ['a>', 'x.cn'],
  ])('refuses %j at %j', (id, domain) => {
    expect(() => messageIdOf(id, domain)).toThrow(RangeError);
  });
});
