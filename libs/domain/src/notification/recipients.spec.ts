import { type Person } from '../people/people.types';
import { TICKET_EVENT_TYPES, type EventFacts, type TicketEventType } from '../ticket/ticket.events';
import { type Actor } from '../ticket/actor.types';
import { type Ticket } from '../ticket/ticket.types';
import { decideRecipients } from './recipients.decide';

const now = new Date('2026-03-02T09:00+08:00');
const allowance = { unit: 'working-days', amount: 5 } as const;
const ticket: Ticket = {
  id: 't1',
  number: '2026-000123',
  trackingCode: 'code',
  version: 3,
  status: 'in-progress',
  title: '一食堂二楼窗口排队过长',
  description: '中午排队超过半小时',
  source: { kind: 'online' },
  reporter: { identity: 'named', anonymous: false, userId: 'student', email: 'student@example.edu' },
  submittedAt: now,
  priority: 'normal',
  policy: { code: 'normal', version: 1 },
  department: 'canteen',
  owner: { id: 'olga', name: '欧' },
  clocks: { acceptance: { startedAt: now, allowance, dueAt: now, pauses: [], versions: [] } },
  steps: [],
  escalationLevel: 0,
  hops: 0,
  redo: 0,
  log: [],
};
const person = (id: string, role: Person['role'], more: Partial<Person> = {}): Person => ({
  id,
  username: id,
  name: id,
  role,
  active: true,
  onDuty: true,
  ...more,
});
const office = [
  person('hana', 'head', { department: 'canteen' }),
  person('hugo', 'head', { department: 'energy' }),
  person('dora', 'dispatcher'),
  person('dina', 'dispatcher', { active: false }),
  person('dirk', 'director'),
  person('lena', 'leader'),
];
const worker: Actor = { kind: 'system', name: 'worker' };
const byPerson = (id: string, role: Person['role'] = 'owner'): Actor => ({
  kind: 'person',
  id,
  name: id,
  role,
});
const reporter: Actor = { kind: 'reporter' };

interface Case {
  type: TicketEventType;
  facts?: EventFacts;
  actor?: Actor;
  on?: Partial<Ticket>;
  office?: readonly Person[];
}

/** Letters as `recipient kind/level`, sorted. */
function told({ type, facts = {}, actor = worker, on = {}, office: officeHolders = office }: Case): string[] {
  const event = { id: 'e1', type, at: now, actor, facts };
  return decideRecipients({ ...ticket, ...on }, event, { officeHolders, maxHops: 3 })
    .map(
      ({ recipient, kind, level }) =>
        `${recipient.kind === 'person' ? recipient.personId : 'reporter'} ${kind}/${level}`,
    )
    .sort();
}

const { email: _, ...unreachable } = ticket.reporter;
const steps = (recipients: readonly string[], recipientLevels: readonly number[]): EventFacts => ({
  recipients,
  recipientLevels,
});

describe('who hears of an event', () => {
  const table: readonly [rule: string, given: Case, letters: string[]][] = [
    [
      'a submission is acknowledged, to its own actor',
      { type: 'ticket.submitted', actor: reporter },
      ['reporter reporter-received/0'],
    ],
    ['nobody without an address', { type: 'ticket.submitted', on: { reporter: unreachable } }, []],
    ['active dispatchers of the queue', { type: 'ticket.queued' }, ['dora dispatcher-queued/0']],
    [
      'the reporter of a refusal',
      { type: 'ticket.declined', actor: byPerson('dora', 'dispatcher') },
      ['reporter reporter-declined/0'],
    ],
    [
      'owner and reporter of a dispatch',
      { type: 'ticket.dispatched', facts: { ownerId: 'olga' } },
      ['olga owner-assigned/0', 'reporter reporter-dispatched/0'],
    ],
    [
      'the owner whom the event named, though another has it by now',
      { type: 'ticket.dispatched', facts: { ownerId: 'omar' } },
      ['omar owner-assigned/0', 'reporter reporter-dispatched/0'],
    ],
    [
      'an owner who reported it themselves hears once, as owner',
      { type: 'ticket.dispatched', facts: { ownerId: 'student' } },
      ['student owner-assigned/0'],
    ],
    [
      'no head who took it on themselves',
      { type: 'ticket.dispatched', facts: { ownerId: 'hana' }, actor: byPerson('hana', 'head') },
      ['reporter reporter-dispatched/0'],
    ],
    [
      'dispatchers of a return',
      { type: 'ticket.returned', facts: { hops: 2 }, actor: byPerson('olga') },
      ['dora dispatcher-returned/0'],
    ],
    [
      'leadership too when it was the last one',
      { type: 'ticket.returned', facts: { hops: 3 }, actor: byPerson('olga') },
      ['dirk dispatcher-returned/0', 'dora dispatcher-returned/0', 'lena dispatcher-returned/0'],
    ],
    ['nobody of an acceptance', { type: 'ticket.accepted', actor: byPerson('olga') }, []],
    [
      'the new owner of a transfer',
      {
        type: 'ticket.transferred',
        facts: { ownerId: 'olga', fromOwnerId: 'omar' },
        actor: byPerson('hana', 'head'),
      },
      ['olga owner-assigned/0'],
    ],
    [
      'the head of the own department of a result',
      { type: 'ticket.result-submitted', actor: byPerson('olga') },
      ['hana head-review/0'],
    ],
    [
      'the director of a result of the only head',
      {
        type: 'ticket.result-submitted',
        on: { owner: { id: 'hana', name: 'hana' } },
        actor: byPerson('hana', 'head'),
      },
      ['dirk head-review/0'],
    ],
    [
      'the other head of a result of one of two',
      {
        type: 'ticket.result-submitted',
        on: { owner: { id: 'hana', name: 'hana' } },
        actor: byPerson('hana', 'head'),
        office: [...office, person('hilda', 'head', { department: 'canteen' })],
      },
      ['hilda head-review/0'],
    ],
    [
      'the owner of a result sent back',
      { type: 'ticket.result-returned', actor: byPerson('hana', 'head') },
      ['olga owner-result-returned/0'],
    ],
    [
      'the reporter of an approved result',
      { type: 'ticket.result-approved', actor: byPerson('hana', 'head') },
      ['reporter reporter-asked/0'],
    ],
    ['nobody of a good rating', { type: 'ticket.rated', facts: { solved: true }, actor: reporter }, []],
    [
      'owner and head of "not solved"',
      { type: 'ticket.rated', facts: { solved: false }, actor: reporter },
      ['hana owner-redo/0', 'olga owner-redo/0'],
    ],
    ['nobody a second time of the redo', { type: 'ticket.redo-started', actor: reporter }, []],
    [
      'the reporter of a silent closing',
      { type: 'ticket.closed', facts: { closure: 'unanswered' } },
      ['reporter reporter-closed/0'],
    ],
    [
      'nobody of a closing they confirmed',
      { type: 'ticket.closed', facts: { closure: 'confirmed' }, actor: reporter },
      [],
    ],
    [
      "the owner of a reporter's comment",
      { type: 'ticket.commented', facts: { visibility: 'public', byReporter: true }, actor: reporter },
      ['olga owner-commented/0'],
    ],
    [
      'the reporter of a public answer',
      {
        type: 'ticket.commented',
        facts: { visibility: 'public', byReporter: false },
        actor: byPerson('olga'),
      },
      ['reporter reporter-commented/0'],
    ],
    [
      'the owner of an internal remark',
      {
        type: 'ticket.commented',
        facts: { visibility: 'internal', byReporter: false },
        actor: byPerson('hana', 'head'),
      },
      ['olga owner-commented/0'],
    ],
    [
      'nobody of their own internal remark',
      {
        type: 'ticket.commented',
        facts: { visibility: 'internal', byReporter: false },
        actor: byPerson('olga'),
      },
      [],
    ],
    [
      'the owner of a warning',
      { type: 'ticket.step-fired', facts: steps(['owner'], [0]) },
      ['olga step-warned/0'],
    ],
    [
      'everyone at their own level after an outage',
      {
        type: 'ticket.step-fired',
        facts: steps(['owner', 'head', 'director', 'leader', 'dispatcher'], [1, 1, 2, 3, 0]),
      },
      [
        'dirk step-escalated/2',
        'dora step-warned/0',
        'hana step-escalated/1',
        'lena step-escalated/3',
        'olga step-escalated/1',
      ],
    ],
    [
      'a head who is the owner once, at the higher level',
      {
        type: 'ticket.step-fired',
        facts: steps(['owner', 'head'], [0, 1]),
        on: { owner: { id: 'hana', name: 'hana' } },
      },
      ['hana step-escalated/1'],
    ],
  ];

  it.each(table)('%s', (_rule, given, letters) => {
    expect(told(given)).toEqual(letters);
  });

  it('has a rule in this table for every event', () => {
    expect([...new Set(table.map(([, { type }]) => type))].sort()).toEqual([...TICKET_EVENT_TYPES].sort());
  });

  it('tells no owner and no head where the ticket has neither', () => {
    const { owner: _owner, department: _department, ...queued } = ticket;
    const event = {
      id: 'e1',
      type: 'ticket.step-fired',
      at: now,
      actor: worker,
      facts: steps(['owner', 'head'], [1, 1]),
    } as const;
    expect(decideRecipients(queued, event, { officeHolders: office, maxHops: 3 })).toEqual([]);
  });
});
