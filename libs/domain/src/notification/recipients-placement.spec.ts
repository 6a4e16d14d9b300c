import {
  by,
  dora,
  follower,
  followers,
  hana,
  office,
  olga,
  ownedByHead,
  reporter,
  told,
  type PlacementEvent,
  type Row,
  unreachable,
  waiting,
} from '../../../../test/builders/audience.builder';

const TABLE: { readonly [T in PlacementEvent]: readonly Row[] } = {
  'ticket.submitted': [
    ['acknowledged, to its own actor', { actor: reporter }, ['reporter reporter-received']],
    ['nobody without an address', { on: { reporter: unreachable } }, []],
    [
      'a hidden reporter, whose address is kept apart',
      { on: { reporter: { identity: 'hidden', anonymous: false } }, actor: reporter },
      ['reporter reporter-received'],
    ],
  ],
  'ticket.queued': [['active dispatchers', {}, ['dora dispatcher-queued']]],
  'ticket.declined': [
    ['the reporter', { actor: dora }, ['reporter reporter-declined']],
    [
      'those who follow it too',
      { actor: dora, followers },
      ['f1 reporter-declined', 'f2 reporter-declined', 'reporter reporter-declined'],
    ],
  ],
  'ticket.withdrawn': [
    ['nobody: the reporter did it', { actor: reporter, of: waiting }, []],
    [
      'dispatchers where others follow it',
      { actor: reporter, of: waiting, followers },
      ['dora dispatcher-orphaned'],
    ],
  ],
  'ticket.merged': [
    [
      'the reporter, and those who followed it',
      { actor: dora, followers: [follower('f1')] },
      ['f1 reporter-merged', 'reporter reporter-merged'],
    ],
  ],
  'ticket.unmerged': [
    ['the reporter, not those who follow it', { actor: dora, followers }, ['reporter reporter-unmerged']],
    [
      'dispatchers who did not do it',
      { actor: by('dan', 'dispatcher') },
      ['dora dispatcher-queued', 'reporter reporter-unmerged'],
    ],
  ],
  'ticket.dispatched': [
    [
      'owner and reporter',
      { facts: { ownerId: 'olga' } },
      ['olga owner-assigned', 'reporter reporter-dispatched'],
    ],
    [
      'the owner whom the event named, though another has it by now',
      { facts: { ownerId: 'omar' } },
      ['omar owner-assigned', 'reporter reporter-dispatched'],
    ],
    [
      'an owner who reported it themselves once, as owner',
      { facts: { ownerId: 'student' } },
      ['student owner-assigned'],
    ],
    [
      'no head who took it on themselves',
      { facts: { ownerId: 'hana' }, actor: hana },
      ['reporter reporter-dispatched'],
    ],
    [
      'every reporter once, whatever they reported',
      {
        facts: { ownerId: 'olga' },
        followers: [
          follower('f1'),
          follower('f2', { email: 'F1@example.edu' }),
          follower('f3', { userId: 'student' }),
          follower('f4', { userId: 'olga' }),
          { id: 'f5', reporter: { identity: 'anonymous', anonymous: true } },
          { id: 'f6', reporter: { identity: 'hidden', anonymous: false, accountAlias: 'a' } },
          { id: 'f7', reporter: { identity: 'hidden', anonymous: false, accountAlias: 'a' } },
        ],
      },
      [
        'f1 reporter-dispatched',
        'f6 reporter-dispatched',
        'olga owner-assigned',
        'reporter reporter-dispatched',
      ],
    ],
  ],
  'ticket.returned': [
    ['dispatchers', { facts: { hops: 2 }, actor: olga }, ['dora dispatcher-returned']],
    [
      'leadership too when it was the last one',
      { facts: { hops: 3 }, actor: olga },
      ['dirk dispatcher-returned', 'dora dispatcher-returned', 'lena dispatcher-returned'],
    ],
  ],
  'ticket.accepted': [['nobody', { actor: olga }, []]],
  'ticket.transferred': [
    [
      'the new owner',
      { facts: { ownerId: 'olga', fromOwnerId: 'omar' }, actor: hana },
      ['olga owner-assigned'],
    ],
  ],
  'ticket.reassignment-needed': [
    [
      'head and dispatchers where the owner is gone',
      { facts: { personId: 'olga', owner: true, subTaskIds: [] } },
      ['dora reassignment-needed', 'hana reassignment-needed'],
    ],
    [
      'the owner too where a co-handler is',
      { facts: { personId: 'cora', owner: false, subTaskIds: ['s1'] } },
      ['dora reassignment-needed', 'hana reassignment-needed', 'olga reassignment-needed'],
    ],
    [
      'the director where the only head is gone',
      { facts: { personId: 'hana', owner: true, subTaskIds: [] }, office: office.slice(1), on: ownedByHead },
      ['dirk reassignment-needed', 'dora reassignment-needed'],
    ],
  ],
  'ticket.reassigned': [
    [
      'the new owner',
      { facts: { ownerId: 'omar', fromOwnerId: 'olga' }, actor: hana },
      ['omar owner-assigned'],
    ],
    [
      'the new co-handler',
      { facts: { subTaskId: 's1', coHandlerId: 'cleo' }, actor: hana },
      ['cleo sub-task-assigned'],
    ],
  ],
  'ticket.co-handler-added': [
    [
      'the co-handler',
      { facts: { subTaskId: 's1', coHandlerId: 'cora' }, actor: olga },
      ['cora sub-task-assigned'],
    ],
  ],
  'ticket.sub-task-done': [
    [
      'the owner',
      { facts: { subTaskId: 's1', coHandlerId: 'cora' }, actor: by('cora') },
      ['olga sub-task-done'],
    ],
  ],
  'ticket.sub-task-cancelled': [
    [
      'the co-handler',
      { facts: { subTaskId: 's1', coHandlerId: 'cora' }, actor: olga },
      ['cora sub-task-cancelled'],
    ],
    [
      'the owner too where the head did it',
      { facts: { subTaskId: 's1', coHandlerId: 'cora' }, actor: hana },
      ['cora sub-task-cancelled', 'olga sub-task-cancelled'],
    ],
  ],
  'ticket.extension-requested': [
    ['the head', { facts: { level: 'head' }, actor: olga }, ['hana request-pending']],
    [
      'the director beyond the limit',
      { facts: { level: 'director' }, actor: olga },
      ['dirk request-pending'],
    ],
    [
      'the director where the head is the owner',
      { facts: { level: 'head' }, actor: hana, on: ownedByHead },
      ['dirk request-pending'],
    ],
  ],
  'ticket.pause-requested': [
    ['the head', { facts: { level: 'head' }, actor: olga }, ['hana request-pending']],
  ],
  'ticket.request-withdrawn': [['nobody', { actor: olga }, []]],
  'ticket.extension-approved': [
    ['owner and reporter', { actor: hana }, ['olga request-approved', 'reporter reporter-extended']],
  ],
  'ticket.pause-approved': [
    [
      'owner, reporter and those who follow it',
      { actor: hana, followers },
      ['f1 reporter-paused', 'f2 reporter-paused', 'olga request-approved', 'reporter reporter-paused'],
    ],
  ],
  'ticket.request-refused': [['the owner', { actor: hana }, ['olga request-refused']]],
  'ticket.resumed': [
    ['owner and reporter when the time is over', {}, ['olga owner-resumed', 'reporter reporter-resumed']],
    ['the reporter of an early one', { actor: olga, facts: { early: true } }, ['reporter reporter-resumed']],
  ],
  'ticket.deadlines-moved': [
    [
      'owner and reporter',
      { facts: { clocks: ['response', 'resolution'] } },
      ['olga owner-deadline-moved', 'reporter reporter-deadline-moved'],
    ],
    ['the owner of a response deadline', { facts: { clocks: ['response'] } }, ['olga owner-deadline-moved']],
    ['nobody of an acceptance deadline', { facts: { clocks: ['acceptance'] }, of: waiting }, []],
    [
      'the reporter alone while nobody owns it',
      { facts: { clocks: ['acceptance', 'resolution'] }, of: waiting },
      ['reporter reporter-deadline-moved'],
    ],
  ],
};

describe.each(Object.keys(TABLE) as (keyof typeof TABLE)[])('who hears of %s', (type) => {
  it.each(TABLE[type])('%s', (_rule, given, expected) => {
    expect(told(type, given)).toEqual(expected);
  });
});
