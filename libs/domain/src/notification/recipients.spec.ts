import * as fc from 'fast-check';
import {
  by,
  dirk,
  dora,
  follower,
  followers,
  hana,
  lena,
  letters,
  office,
  olga,
  opening,
  openingAsked,
  ownedByHead,
  person,
  reporter,
  steps,
  student,
  subTask,
  told,
  type PlacementEvent,
  type Row,
  waiting,
  worker,
} from '../../../../test/builders/audience.builder';
import { type Person } from '../people/people.types';
import { TICKET_EVENT_TYPES, type EventFacts, type TicketEventType } from '../ticket/ticket.events';
import { type Ticket } from '../ticket/ticket.types';
import { type PlannedLetter } from './recipients.decide';

const away = { from: new Date('2026-03-01T00:00+08:00'), to: new Date('2026-03-08T00:00+08:00') };

/** Every event has its rows, here or in recipients-placement.spec.ts: one without them does not compile. */
const TABLE: { readonly [T in Exclude<TicketEventType, PlacementEvent>]: readonly Row[] } = {
  'ticket.result-submitted': [
    ['the head of the department', { actor: olga }, ['hana head-review']],
    ['the director of the only head', { on: ownedByHead, actor: hana }, ['dirk head-review']],
    [
      'the director, where the only head stands in for the owner',
      {
        actor: hana,
        office: [...office, person('olga', 'owner', { leave: { ...away, standInId: 'hana' } })],
      },
      ['dirk head-review'],
    ],
    [
      'the other head of one of two',
      {
        on: ownedByHead,
        actor: hana,
        office: [...office, person('hilda', 'head', { department: 'canteen' })],
      },
      ['hilda head-review'],
    ],
  ],
  'ticket.result-returned': [['the owner', { actor: hana }, ['olga owner-result-returned']]],
  'ticket.result-approved': [
    ['the reporter, who is asked', { actor: hana }, ['reporter reporter-asked']],
    [
      'those who follow it, who are told',
      { actor: hana, followers },
      ['f1 reporter-result', 'f2 reporter-result', 'reporter reporter-asked'],
    ],
  ],
  'ticket.rated': [
    ['nobody of a good one', { facts: { solved: true }, actor: reporter }, []],
    [
      'owner and head of "not solved"',
      { facts: { solved: false }, actor: reporter },
      ['hana owner-redo', 'olga owner-redo'],
    ],
  ],
  'ticket.followed-up': [
    [
      'nobody where the reporter was not reached',
      { facts: { reached: false }, actor: by('vera', 'verifier') },
      [],
    ],
    ['nobody of "solved"', { facts: { reached: true, solved: true }, actor: by('vera', 'verifier') }, []],
    [
      'owner and head of "not solved"',
      { facts: { reached: true, solved: false }, actor: by('vera', 'verifier') },
      ['hana owner-redo', 'olga owner-redo'],
    ],
  ],
  'ticket.redo-started': [['nobody a second time', { actor: reporter }, []]],
  'ticket.closing-proposed': [
    [
      'every leader but the one who proposed it',
      { facts: { closure: 'deferred' }, actor: dirk },
      ['lena closing-proposed'],
    ],
  ],
  'ticket.closing-rejected': [
    ['who proposed it', { facts: { proposerId: 'dirk' }, actor: lena }, ['dirk closing-rejected']],
    ['nobody where they took it back', { facts: { proposerId: 'dirk' }, actor: dirk }, []],
  ],
  'ticket.closed': [
    ['the reporter of a silent one', { facts: { closure: 'unanswered' } }, ['reporter reporter-closed']],
    ['nobody of one they confirmed', { facts: { closure: 'confirmed' }, actor: reporter, followers }, []],
    [
      'the reporter of what a verifier noted',
      { facts: { closure: 'confirmed' }, actor: by('vera', 'verifier'), followers },
      ['reporter reporter-confirmed'],
    ],
    [
      'everyone of one by decision',
      { facts: { closure: 'deferred' }, actor: lena, followers: [follower('f1')] },
      ['f1 reporter-decided', 'olga owner-closed', 'reporter reporter-decided'],
    ],
    [
      'the co-handlers whose sub-tasks ended with it',
      {
        facts: { closure: 'deferred' },
        actor: lena,
        on: {
          subTasks: [
            { ...subTask('s1', 'cora'), state: 'cancelled', settledAt: new Date('2026-03-02T09:00+08:00') },
          ],
        },
      },
      ['cora owner-closed', 'olga owner-closed', 'reporter reporter-decided'],
    ],
  ],
  'ticket.reopened': [
    [
      'owner and head; those who follow it do not read what another reporter wrote',
      { facts: { byReporter: true }, actor: reporter, followers: [follower('f1')] },
      ['hana owner-reopened', 'olga owner-reopened'],
    ],
    [
      'the reporter where leadership did it',
      { facts: { byReporter: false }, actor: lena },
      ['hana owner-reopened', 'olga owner-reopened', 'reporter reporter-reopened'],
    ],
  ],
  'ticket.urged': [
    ['the owner', { facts: { count: 1 }, actor: reporter }, ['olga owner-urged']],
    [
      'dispatchers while nobody owns it',
      { facts: { count: 1 }, actor: reporter, of: waiting },
      ['dora owner-urged'],
    ],
  ],
  'ticket.supervision-raised': [
    [
      'head and director of the third',
      { facts: { cause: 'urges', count: 3, level: 2 }, actor: reporter },
      ['dirk supervision-raised/2', 'hana supervision-raised/2'],
    ],
    [
      'the university leader too of the sixth',
      { facts: { cause: 'redo', count: 6, level: 3 }, actor: reporter },
      ['dirk supervision-raised/3', 'hana supervision-raised/3', 'lena supervision-raised/3'],
    ],
  ],
  'ticket.supervised': [
    [
      'owner and head',
      { facts: { noticeId: 'n1' }, actor: dirk },
      ['hana notice-issued', 'olga notice-issued'],
    ],
    [
      'dispatchers while nobody owns it',
      { facts: { noticeId: 'n1' }, actor: dirk, of: waiting },
      ['dora notice-issued'],
    ],
  ],
  'ticket.instructed': [
    [
      'owner and head',
      { facts: { noticeId: 'n1' }, actor: lena },
      ['hana notice-issued', 'olga notice-issued'],
    ],
  ],
  'ticket.notice-acknowledged': [['nobody', { facts: { noticeId: 'n1' }, actor: olga }, []]],
  'ticket.notice-answered': [
    ['the leader who issued it', { facts: { noticeId: 'n1' }, actor: olga }, ['lena notice-answered']],
    [
      'the director where the ladder did',
      { facts: { noticeId: 'n2' }, actor: olga },
      ['dirk notice-answered'],
    ],
  ],
  'ticket.commented': [
    [
      "the owner of a reporter's",
      { facts: { visibility: 'public', byReporter: true }, actor: reporter },
      ['olga owner-commented'],
    ],
    [
      'the reporter of a public answer',
      { facts: { visibility: 'public', byReporter: false }, actor: olga },
      ['reporter reporter-commented'],
    ],
    [
      'the owner of an internal remark',
      { facts: { visibility: 'internal', byReporter: false }, actor: hana },
      ['olga owner-commented'],
    ],
    ['nobody of their own remark', { facts: { visibility: 'internal', byReporter: false }, actor: olga }, []],
  ],
  'ticket.attached': [
    ["the owner of a reporter's", { facts: { byReporter: true }, actor: reporter }, ['olga owner-attached']],
    ['nobody of the office’s own', { facts: { byReporter: false }, actor: olga }, []],
  ],
  'ticket.identity-requested': [
    [
      'those who may approve it',
      { facts: opening, actor: dora },
      ['dirk identity-requested', 'lena identity-requested'],
    ],
  ],
  'ticket.identity-opened': [
    [
      'the reporter alone of all reporters, and who asked',
      { facts: opening, actor: dirk, on: openingAsked, followers },
      ['dora identity-opened', 'reporter reporter-identity-opened'],
    ],
  ],
  'ticket.identity-refused': [
    ['who asked', { facts: opening, actor: dirk, on: openingAsked }, ['dora identity-refused']],
  ],
  'ticket.step-fired': [
    [
      'the dispatchers while nobody owns it',
      { facts: steps(['owner', 'head', 'director'], [1, 1, 2]), of: waiting },
      ['dirk step-escalated/2', 'dora step-escalated/1'],
    ],
    ['the owner of a warning', { facts: steps(['owner'], [0]) }, ['olga step-warned']],
    [
      'everyone at their own level after an outage',
      { facts: steps(['owner', 'head', 'director', 'leader', 'dispatcher'], [1, 1, 2, 3, 0]) },
      [
        'dirk step-escalated/2',
        'dora step-warned',
        'hana step-escalated/1',
        'lena step-escalated/3',
        'olga step-escalated/1',
      ],
    ],
    [
      'a head who is the owner once, at the higher level',
      { facts: steps(['owner', 'head'], [0, 1]), on: ownedByHead },
      ['hana step-escalated/1'],
    ],
    [
      'owner and head of the notice that comes with it',
      { facts: steps(['owner', 'head', 'director'], [1, 1, 2], { noticeId: 'n2' }) },
      ['dirk step-escalated/2', 'hana notice-issued/1', 'olga notice-issued/1'],
    ],
    [
      'each co-handler whose sub-task is due',
      {
        facts: steps(['co-handler', 'owner'], [0, 0], { steps: ['sub-task:s1/1/due', 'sub-task:s2/1/due'] }),
      },
      ['carl sub-task-due', 'cora sub-task-due', 'olga step-warned'],
    ],
    [
      'no co-handler who is done',
      {
        facts: steps(['co-handler'], [0], { steps: ['sub-task:s1/1/due'] }),
        on: { subTasks: [{ ...subTask('s1', 'cora'), state: 'done' }] },
      },
      [],
    ],
  ],
};

describe.each(Object.keys(TABLE) as (keyof typeof TABLE)[])('who hears of %s', (type) => {
  it.each(TABLE[type])('%s', (_rule, given, expected) => {
    expect(told(type, given)).toEqual(expected);
  });
});

describe('whatever happens', () => {
  const ids = fc.constantFrom('olga', 'hana', 'dirk', 'lena', 'dora', 'cora', 'student', 'f1');
  const someone = fc.oneof(
    fc.constant(worker),
    fc.constant(reporter),
    fc
      .tuple(ids, fc.constantFrom<Person['role']>('owner', 'head', 'director'))
      .map(([id, role]) => by(id, role)),
  );
  const recipients = ['owner', 'head', 'dispatcher', 'director', 'leader', 'co-handler'];
  const anyFacts = fc
    .record(
      {
        ownerId: ids,
        coHandlerId: ids,
        personId: ids,
        proposerId: ids,
        level: fc.constantFrom<string | number>('head', 'director', 2, 3),
        hops: fc.nat(4),
        solved: fc.boolean(),
        byReporter: fc.boolean(),
        visibility: fc.constantFrom('public', 'internal'),
        closure: fc.constantFrom('confirmed', 'unanswered', 'deferred'),
        noticeId: fc.constantFrom('n1', 'n2'),
        recipients: fc.subarray(recipients),
        recipientLevels: fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
      },
      { requiredKeys: [] },
    )
    .map((facts) => facts as EventFacts);
  const reporters = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('f1', 'f2', 'f3'), userId: fc.option(ids, { nil: undefined }) }),
    { selector: ({ id }) => id },
  );
  const situations = fc.record({
    type: fc.constantFrom(...TICKET_EVENT_TYPES),
    actor: someone,
    facts: anyFacts,
    owner: ids,
    reporters,
  });

  /** The human being behind a letter. */
  const humanOf = ({ recipient }: PlannedLetter, all: readonly Pick<Ticket, 'id' | 'reporter'>[]): string => {
    if (recipient.kind === 'person') return recipient.personId;
    const reported = all.find(({ id }) => id === recipient.followerId)?.reporter ?? student;
    return reported.userId ?? reported.email ?? '';
  };

  it('tells each human being at most once, and never the one who did it', () => {
    fc.assert(
      fc.property(situations, ({ type, actor, facts, owner, reporters: given }) => {
        const all = given.map(({ id, userId }) => follower(id, userId === undefined ? {} : { userId }));
        const sent = letters(type, {
          actor,
          facts,
          on: { owner: { id: owner, name: owner } },
          followers: all,
        });
        const humans = sent.map((letter) => humanOf(letter, all));
        expect(new Set(humans).size).toBe(humans.length);
        if (type === 'ticket.submitted') return;
        if (actor.kind === 'person') expect(humans).not.toContain(actor.id);
        if (actor.kind === 'reporter') expect(humans).not.toContain('student');
      }),
      { numRuns: 2_000 },
    );
  });
});
