import {
  after,
  becomesOf,
  director,
  dispatcher,
  fire,
  handIn,
  head,
  leader,
  minute,
  of,
  reporter,
  reviewed,
  resolved,
  type Row,
  type Scene,
  type SettledKind,
  type Story,
  system,
  timer,
  to,
  transfer,
  verifier,
  worker,
  working,
} from '../../../../test/builders/letter-story.builder';
import { type Ticket } from '../ticket/ticket.types';
import { reasonToDrop } from './sending.decide';

const olga = of('olga');
const extension: Story = [
  ...working,
  [3, olga, { name: 'requestExtension', until: minute(300), reason: '等配件' }],
];
const pause: Story = [...working, [3, olga, { name: 'requestPause', until: minute(60), reason: '等配件' }]];
const extended: Story = [...extension, [4, head, { name: 'approve' }]];
const paused: Story = [...pause, [4, head, { name: 'approve' }]];
const resumed: Story = [...paused, [61, timer, { name: 'resume' }]];
const helped: Story = [
  ...working,
  [
    3,
    olga,
    {
      name: 'addCoHandler',
      coHandler: worker('cora'),
      department: 'canteen',
      text: '断水',
      dueAt: minute(30),
    },
  ],
];
const taskId = ({ subTasks }: Ticket) => subTasks[0]?.id ?? '';
const helpDone = [
  4,
  of('cora'),
  (ticket) => ({ name: 'completeSubTask', subTaskId: taskId(ticket), text: '好' }),
] as const satisfies Scene;
const helpCancelled = [
  4,
  olga,
  (ticket) => ({ name: 'cancelSubTask', subTaskId: taskId(ticket), reason: '不用了' }),
] as const satisfies Scene;
const gone = (personId: string): Scene => [5, system, { name: 'flagReassignment', personId, reason: '离职' }];
const supervised: Story = [
  ...working,
  [3, director, { name: 'supervise', text: '限期解决', replyBy: minute(60) }],
];
const answered = [
  4,
  olga,
  (ticket) => ({ name: 'answerNotice', noticeId: ticket.notices[0]?.id ?? '', text: '明天完成' }),
] as const satisfies Scene;
const proposed: Story = [
  ...working,
  [3, director, { name: 'closeByDecision', closure: 'deferred', text: '列入明年' }],
];
const decided: Story = [...proposed, [4, leader, { name: 'confirmClosing' }]];
const rejected: Story = [...proposed, [4, leader, { name: 'rejectClosing', reason: '再想办法' }]];
const reopen: Scene = [400, leader, { name: 'reopen', reason: '复查' }];
const reopened: Story = [...decided, reopen];
const identity = (at: number, stage: 'requested' | 'opened' | 'refused', openingId = 'o1'): Scene => [
  at,
  stage === 'requested' ? dispatcher : director,
  { name: 'noteIdentity', stage, openingId, reason: '核实安全隐患线索' },
];
const merged: Story = [
  [1, dispatcher, { name: 'merge', target: { id: 't2', number: '2026-000002', status: 'dispatched' } }],
];
const unmerged: Story = [...merged, [2, dispatcher, { name: 'unmerge', reason: '不是一回事' }]];
const urged: Story = [...working, [3, reporter, { name: 'urge' }]];
const called: Story = [
  ...resolved,
  [5, verifier, { name: 'followUp', reached: true, solved: true, contacted: true, satisfaction: 4 }],
];

const TABLE: { readonly [K in SettledKind]: readonly Row[] } = {
  'reporter-merged': [
    ['goes', merged, 'ticket.merged', undefined],
    ['not when it stands alone again', unmerged, 'ticket.merged', 'moved-on'],
  ],
  'reporter-unmerged': [
    ['goes', unmerged, 'ticket.unmerged', undefined],
    [
      'not when it was withdrawn',
      [...unmerged, [3, reporter, { name: 'withdraw' }]],
      'ticket.unmerged',
      'moved-on',
    ],
  ],
  'reporter-extended': [
    ['goes', extended, 'ticket.extension-approved', undefined],
    [
      'not when it was extended again',
      [
        ...extended,
        [5, olga, { name: 'requestExtension', until: minute(330), reason: '再等' }],
        [6, director, { name: 'approve' }],
      ],
      'ticket.extension-approved',
      'moved-on',
    ],
  ],
  'reporter-paused': [
    ['goes', paused, 'ticket.pause-approved', undefined],
    ['not when it is over', resumed, 'ticket.pause-approved', 'moved-on'],
  ],
  'reporter-resumed': [
    ['goes', resumed, 'ticket.resumed', undefined],
    [
      'not when it was closed',
      [...resumed, handIn(62), [63, head, { name: 'approveResult' }]],
      'ticket.resumed',
      'moved-on',
    ],
  ],
  'reporter-deadline-moved': [
    ['is a letter about a deadline like the others', extended, 'ticket.submitted', 'moved-on'],
  ],
  'reporter-result': [
    ['goes', resolved, 'ticket.result-approved', undefined],
    [
      'not when it has to be done again',
      [
        ...resolved,
        [
          5,
          verifier,
          { name: 'followUp', reached: true, solved: false, contacted: true, satisfaction: 1, note: '还漏' },
        ],
      ],
      'ticket.result-approved',
      'moved-on',
    ],
  ],
  'reporter-confirmed': [
    ['goes', called, 'ticket.closed', undefined],
    [
      'not when it was reopened',
      [...called, [6, reporter, { name: 'reopen', reason: '没有解决' }]],
      'ticket.closed',
      'moved-on',
    ],
  ],
  'reporter-decided': [
    ['goes', decided, 'ticket.closed', undefined],
    ['not when it was reopened', reopened, 'ticket.closed', 'moved-on'],
  ],
  'reporter-reopened': [['goes', reopened, 'ticket.reopened', undefined]],
  'reporter-identity-opened': [
    [
      'always goes',
      [...working, identity(3, 'requested'), identity(4, 'opened'), handIn(5)],
      'ticket.identity-opened',
      undefined,
    ],
  ],
  'owner-reopened': [
    ['goes', reopened, 'ticket.reopened', undefined, to('olga')],
    ['not when it went to another', [...reopened, transfer(401)], 'ticket.reopened', 'moved-on', to('olga')],
  ],
  'owner-resumed': [
    ['goes', resumed, 'ticket.resumed', undefined, to('olga')],
    ['not when the work is handed in', [...resumed, handIn(62)], 'ticket.resumed', 'moved-on', to('olga')],
  ],
  'owner-deadline-moved': [
    ['not when a later letter names the deadline', extended, 'ticket.submitted', 'moved-on', to('olga')],
  ],
  'owner-attached': [
    ['not when it went to another', [...working, transfer(3)], 'ticket.accepted', 'moved-on', to('olga')],
  ],
  'owner-urged': [
    ['goes', urged, 'ticket.urged', undefined, to('olga')],
    ['not when the work is handed in', [...urged, handIn(4)], 'ticket.urged', 'moved-on', to('olga')],
  ],
  'owner-closed': [
    ['goes', decided, 'ticket.closed', undefined, to('olga')],
    ['not when it was reopened', reopened, 'ticket.closed', 'moved-on', to('olga')],
  ],
  'sub-task-assigned': [
    ['goes', helped, 'ticket.co-handler-added', undefined, to('cora')],
    ['not when it is done', [...helped, helpDone], 'ticket.co-handler-added', 'moved-on', to('cora')],
    [
      'not when it was cancelled',
      [...helped, helpCancelled],
      'ticket.co-handler-added',
      'moved-on',
      to('cora'),
    ],
    [
      'not when it went to another',
      [
        ...helped,
        gone('cora'),
        [6, head, (ticket) => ({ name: 'reassign', owner: worker('cleo'), subTaskId: taskId(ticket) })],
      ],
      'ticket.co-handler-added',
      'moved-on',
      to('cora'),
    ],
  ],
  'sub-task-due': [
    ['goes', [...helped, fire(30)], 'ticket.step-fired', undefined, to('cora')],
    [
      'not when it is done',
      [...helped, fire(30), [31, of('cora'), helpDone[2]]],
      'ticket.step-fired',
      'moved-on',
      to('cora'),
    ],
    [
      'not when it went to another',
      [
        ...helped,
        fire(30),
        [31, system, { name: 'flagReassignment', personId: 'cora', reason: '离职' }],
        [32, head, (ticket) => ({ name: 'reassign', owner: worker('cleo'), subTaskId: taskId(ticket) })],
      ],
      'ticket.step-fired',
      'owner-changed',
      to('cora'),
    ],
  ],
  'sub-task-done': [
    ['goes', [...helped, helpDone], 'ticket.sub-task-done', undefined, to('olga')],
    [
      'not when the work is handed in',
      [...helped, helpDone, handIn(5)],
      'ticket.sub-task-done',
      'moved-on',
      to('olga'),
    ],
  ],
  'sub-task-cancelled': [
    ['always goes', [...helped, helpCancelled], 'ticket.sub-task-cancelled', undefined, to('cora')],
  ],
  'request-pending': [
    ['goes', extension, 'ticket.extension-requested', undefined, to('hana')],
    ['not when it was granted', extended, 'ticket.extension-requested', 'moved-on', to('hana')],
    [
      'not when it was taken back',
      [...pause, [4, olga, { name: 'withdrawRequest' }]],
      'ticket.pause-requested',
      'moved-on',
      to('hana'),
    ],
    [
      'not when the work is handed in',
      [...extension, handIn(4)],
      'ticket.extension-requested',
      'moved-on',
      to('hana'),
    ],
  ],
  'request-approved': [['goes', extended, 'ticket.extension-approved', undefined, to('olga')]],
  'request-refused': [
    [
      'goes',
      [...extension, [4, head, { name: 'refuse', reason: '可以先通一半' }]],
      'ticket.request-refused',
      undefined,
      to('olga'),
    ],
  ],
  'dispatcher-orphaned': [
    ['always goes', [[1, reporter, { name: 'withdraw' }]], 'ticket.withdrawn', undefined, to('dora')],
  ],
  'reassignment-needed': [
    ['goes', [...working, gone('olga')], 'ticket.reassignment-needed', undefined, to('hana')],
    [
      'not when another is named',
      [...working, gone('olga'), [6, head, { name: 'reassign', owner: worker('omar') }]],
      'ticket.reassignment-needed',
      'moved-on',
      to('hana'),
    ],
    ['goes for a co-handler', [...helped, gone('cora')], 'ticket.reassignment-needed', undefined, to('hana')],
  ],
  'notice-issued': [
    ['goes', supervised, 'ticket.supervised', undefined, to('olga')],
    ['not when it is answered', [...supervised, answered], 'ticket.supervised', 'moved-on', to('olga')],
  ],
  'notice-answered': [
    ['always goes', [...supervised, answered], 'ticket.notice-answered', undefined, to('dirk')],
  ],
  'supervision-raised': [['not when it is resolved', resolved, 'ticket.dispatched', 'moved-on', to('hana')]],
  'closing-proposed': [
    ['goes', proposed, 'ticket.closing-proposed', undefined, to('lena')],
    ['not when it was confirmed', decided, 'ticket.closing-proposed', 'moved-on', to('lena')],
    ['not when it was rejected', rejected, 'ticket.closing-proposed', 'moved-on', to('lena')],
  ],
  'closing-rejected': [['goes', rejected, 'ticket.closing-rejected', undefined, to('dirk')]],
  'identity-requested': [
    ['goes', [...working, identity(3, 'requested')], 'ticket.identity-requested', undefined, to('lena')],
    [
      'goes though another request was decided',
      [...working, identity(3, 'requested'), identity(4, 'requested', 'o2'), identity(5, 'refused', 'o2')],
      'ticket.identity-requested',
      undefined,
      to('lena'),
    ],
    [
      'not when it was decided',
      [...working, identity(3, 'requested'), identity(4, 'opened')],
      'ticket.identity-requested',
      'moved-on',
      to('lena'),
    ],
  ],
  'identity-opened': [
    [
      'always goes',
      [...working, identity(3, 'requested'), identity(4, 'opened')],
      'ticket.identity-opened',
      undefined,
      to('dora'),
    ],
  ],
  'identity-refused': [
    [
      'always goes',
      [...working, identity(3, 'requested'), identity(4, 'refused')],
      'ticket.identity-refused',
      undefined,
      to('dora'),
    ],
  ],
};

describe.each(Object.keys(TABLE) as SettledKind[])('%s, looked at again', (kind) => {
  it.each(TABLE[kind].map((row) => [row[0], row] as const))('%s', (_rule, row) => {
    const [, story, about, reason, recipient] = row;
    expect(becomesOf(story, about, kind, recipient)).toBe(reason);
  });
});

describe('a step letter, looked at again', () => {
  const late: Story = [...extension, fire(240)];
  const overdueAnswer: Story = [...supervised, fire(60)];
  const table: readonly (readonly [rule: string, story: Story, reason: Row[3]])[] = [
    ['goes while only a request waits', late, undefined],
    ['not when the deadline was extended', [...late, [241, head, { name: 'approve' }]], 'deadline-moved'],
    ['a reminder of a reply', overdueAnswer, undefined],
    ['not when it was answered', [...overdueAnswer, [61, olga, answered[2]]], 'moved-on'],
    [
      'a reminder of a reply that was asked for in review',
      [...reviewed, [4, director, { name: 'supervise', text: '说明原因', replyBy: minute(60) }], fire(60)],
      undefined,
    ],
    ['the owner of a sub-task that is late', [...helped, fire(30)], undefined],
    ['not when it is done', [...helped, fire(30), [31, of('cora'), helpDone[2]]], 'moved-on'],
  ];

  it.each(table)('%s', (_rule, story, reason) => {
    expect(becomesOf(story, 'ticket.step-fired', 'step-escalated', to('olga'))).toBe(reason);
  });

  it('is kept back while a granted pause lasts, though its deadline is the old one', () => {
    const ticket = after([...working, fire(240)]);
    const clock = ticket.clocks.resolution;
    if (!clock) throw new Error('no resolution clock');
    const pauses = [{ from: minute(241), to: minute(300), reason: '等配件', requestId: 'r' }];
    const standing = { ...ticket, clocks: { ...ticket.clocks, resolution: { ...clock, pauses } } };
    const letter = {
      kind: 'step-escalated',
      eventId: ticket.log.at(-1)?.id ?? '',
      recipient: to('olga'),
    } as const;
    expect(reasonToDrop(standing, letter, minute(250))).toBe('clock-stopped');
    expect(reasonToDrop(standing, letter, minute(301))).toBeUndefined();
  });
});
