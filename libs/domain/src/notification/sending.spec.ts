import {
  after,
  assigned,
  becomesOf,
  dispatch,
  dispatcher,
  fire,
  handIn,
  head,
  minute,
  MORNINGS,
  of,
  reporter,
  resolved,
  reviewed,
  type Row,
  type SettledKind,
  type Story,
  system,
  timer,
  to,
  transfer,
  unsolved,
  working,
} from '../../../../test/builders/letter-story.builder';
import { type Actor } from '../ticket/actor.types';
import { type LetterKind } from './notification.types';
import { messageIdOf, reasonToDrop, sendNotBefore } from './sending.decide';

const back = [5, of('olga'), { name: 'return', reason: '不归我管' }] as const;
const returned = [5, head, { name: 'returnResult', reason: '无照片' }] as const;
const redone: Story = [...resolved, [6, reporter, unsolved]];
const queued: Story = [[1, system, { name: 'queue', reason: '无规则' }]];
const late: Story = [...working, fire(240)];
const unaccepted: Story = [...assigned, fire(121)];

/** Every kind has its rows, here or in sending-life.spec.ts: one without them does not compile. */
const TABLE: { readonly [K in Exclude<LetterKind, SettledKind>]: readonly Row[] } = {
  'reporter-received': [['always goes', resolved, 'ticket.submitted', undefined]],
  'reporter-declined': [
    ['always goes', [[1, dispatcher, { name: 'decline', reason: '重复' }]], 'ticket.declined', undefined],
  ],
  'reporter-dispatched': [
    ['is still told', working, 'ticket.dispatched', undefined],
    ['not when it was returned', [...assigned, back], 'ticket.dispatched', 'moved-on'],
  ],
  'reporter-commented': [
    [
      'always goes',
      [...working, [3, of('olga'), { name: 'comment', text: '在修', visibility: 'public' }], handIn(4)],
      'ticket.commented',
      undefined,
    ],
  ],
  'reporter-asked': [
    ['goes while there is no answer', resolved, 'ticket.result-approved', undefined],
    ['not when it was answered', redone, 'ticket.result-approved', 'moved-on'],
  ],
  'reporter-closed': [
    ['goes', [...resolved, [90, timer, { name: 'closeUnanswered' }]], 'ticket.closed', undefined],
    [
      'not when it was reopened',
      [
        ...resolved,
        [90, timer, { name: 'closeUnanswered' }],
        [91, reporter, { name: 'reopen', reason: '又坏了' }],
      ],
      'ticket.closed',
      'moved-on',
    ],
  ],
  'owner-assigned': [
    ['waits', assigned, 'ticket.dispatched', undefined, to('olga')],
    ['not when it was accepted', working, 'ticket.dispatched', 'moved-on', to('olga')],
    ['not when it went to another', [...assigned, transfer(5)], 'ticket.dispatched', 'moved-on', to('olga')],
    ['in the middle of the work', [...working, transfer(5)], 'ticket.transferred', undefined, to('omar')],
  ],
  'owner-result-returned': [
    ['waits', [...reviewed, returned], 'ticket.result-returned', undefined, to('olga')],
    [
      'not when it was handed in again',
      [...reviewed, returned, handIn(6)],
      'ticket.result-returned',
      'moved-on',
      to('olga'),
    ],
  ],
  'owner-redo': [
    ['waits', redone, 'ticket.rated', undefined, to('olga')],
    ['not when it is done', [...redone, handIn(7)], 'ticket.rated', 'moved-on', to('olga')],
  ],
  'owner-commented': [
    [
      'not to someone who has passed it on',
      [...working, [3, reporter, { name: 'comment', text: '急', visibility: 'public' }], transfer(5)],
      'ticket.commented',
      'moved-on',
      to('olga'),
    ],
  ],
  'head-review': [
    ['waits', reviewed, 'ticket.result-submitted', undefined, to('hana')],
    ['not when it was reviewed', resolved, 'ticket.result-submitted', 'moved-on', to('hana')],
  ],
  'dispatcher-queued': [
    ['waits', queued, 'ticket.queued', undefined, to('dora')],
    [
      'not when it was placed',
      [...queued, [2, dispatcher, dispatch('olga')]],
      'ticket.queued',
      'moved-on',
      to('dora'),
    ],
    [
      'not when it was withdrawn',
      [...queued, [2, reporter, { name: 'withdraw' }]],
      'ticket.queued',
      'moved-on',
      to('dora'),
    ],
  ],
  'dispatcher-returned': [
    ['waits', [...assigned, back], 'ticket.returned', undefined, to('dora')],
    [
      'not when it was placed again',
      [...assigned, back, [6, dispatcher, dispatch('omar')]],
      'ticket.returned',
      'moved-on',
      to('dora'),
    ],
  ],
  'step-warned': [
    ['goes while the result is late', late, 'ticket.step-fired', undefined, to('olga')],
    ['not when it is in review', [...late, handIn(241)], 'ticket.step-fired', 'clock-stopped', to('olga')],
    [
      'still when a late result was sent back, for that moves no deadline',
      [...late, handIn(241), [242, head, { name: 'returnResult', reason: '没有' }]],
      'ticket.step-fired',
      undefined,
      to('olga'),
    ],
    [
      'not when the ticket is closed',
      [
        ...late,
        handIn(241),
        [242, head, { name: 'approveResult' }],
        [302, timer, { name: 'closeUnanswered' }],
      ],
      'ticket.step-fired',
      'moved-on',
      to('olga'),
    ],
  ],
  'step-escalated': [
    ['goes while nobody has placed it', [fire(60)], 'ticket.step-fired', undefined, to('dora')],
    [
      'not when it was placed',
      [fire(60), [61, system, dispatch('olga')]],
      'ticket.step-fired',
      'clock-stopped',
      to('dora'),
    ],
    ['goes while nobody has answered', unaccepted, 'ticket.step-fired', undefined, to('olga')],
    [
      'not when it was accepted',
      [...unaccepted, [122, of('olga'), { name: 'accept' }]],
      'ticket.step-fired',
      'clock-stopped',
      to('olga'),
    ],
    [
      'not about the earlier assignment to the same owner',
      [
        ...unaccepted,
        [122, of('olga'), { name: 'return', reason: '错' }],
        [123, dispatcher, dispatch('olga')],
      ],
      'ticket.step-fired',
      'deadline-moved',
      to('olga'),
    ],
    ['not to a former owner', [...late, transfer(250)], 'ticket.step-fired', 'owner-changed', to('olga')],
    ['but still to the head', [...late, transfer(250)], 'ticket.step-fired', undefined, to('hana')],
  ],
};

describe.each(Object.keys(TABLE) as (keyof typeof TABLE)[])('%s, looked at again', (kind) => {
  it.each(TABLE[kind].map((row) => [row[0], row] as const))('%s', (_rule, row) => {
    const [, story, about, reason, recipient] = row;
    expect(becomesOf(story, about, kind, recipient)).toBe(reason);
  });
});

it('refuses a letter about an event that the ticket never had', () => {
  expect(() =>
    reasonToDrop(after([]), { kind: 'step-warned', eventId: 'nope', recipient: to('olga') }, minute(1)),
  ).toThrow('nope');
});

describe('when a letter may go', () => {
  const evening = new Date('2026-03-06T20:00:05+08:00');
  const monday = new Date('2026-03-09T08:30+08:00');
  const office = { messagesAnyTime: false, aroundTheClock: false };
  const by = (actor: Actor) => ({ actor });

  it.each([
    ['what time alone has caused waits for the office to open', timer, office, monday],
    ['what a person did is told at once', head, office, evening],
    ['what the worker decided is told at once', system, office, evening],
    ['danger is told at once', timer, { ...office, messagesAnyTime: true }, evening],
    ['time that runs around the clock waits for nobody', timer, { ...office, aroundTheClock: true }, evening],
  ])('%s', (_rule, actor, policy, at) => {
    expect(sendNotBefore(MORNINGS, evening, by(actor), policy)).toEqual(at);
  });

  it('goes at once in working time', () => {
    const morning = new Date('2026-03-06T09:00:05+08:00');
    expect(sendNotBefore(MORNINGS, morning, by(timer), office)).toEqual(morning);
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
