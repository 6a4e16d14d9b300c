import { aPerson } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, REPORTER, type TicketBuilder } from '../../../../test/builders/ticket.builder';
import { availableCommands } from './available.decide';

const owner = aPerson();
const OWNER = actorOf(owner);
const HEAD = actorOf(aPerson({ role: 'head' }));
const LEADER = actorOf(aPerson({ role: 'leader' }));
const DISPATCHER = actorOf(aPerson({ role: 'dispatcher' }));
const working = () => aTicket().dispatched(owner).inProgress();

const SITUATIONS: readonly (readonly [
  string,
  TicketBuilder,
  Parameters<typeof availableCommands>[1],
  string[],
])[] = [
  [
    'an owner at work',
    working(),
    OWNER,
    ['addCoHandler', 'requestExtension', 'requestPause', 'submitResult', 'comment', 'attach'],
  ],
  [
    'an owner who waits for a decision',
    working().extensionRequested(),
    OWNER,
    ['addCoHandler', 'withdrawRequest', 'submitResult', 'comment', 'attach'],
  ],
  [
    'a head who has a request to decide',
    working().extensionRequested(),
    HEAD,
    ['transfer', 'addCoHandler', 'approve', 'refuse', 'comment', 'attach'],
  ],
  [
    'an owner whose clock stands still',
    working().paused(),
    OWNER,
    ['addCoHandler', 'resume', 'submitResult', 'comment', 'attach'],
  ],
  [
    'a second leader',
    working().closingProposed(),
    LEADER,
    ['confirmClosing', 'rejectClosing', 'supervise', 'instruct', 'comment', 'attach'],
  ],
  [
    'an owner with a notice to answer',
    working().supervised(),
    OWNER,
    [
      'addCoHandler',
      'requestExtension',
      'requestPause',
      'submitResult',
      'acknowledgeNotice',
      'answerNotice',
      'comment',
      'attach',
    ],
  ],
  [
    'a dispatcher where an owner has left',
    working().reassignmentFlagged(),
    DISPATCHER,
    ['reassign', 'comment', 'attach'],
  ],
  ['a reporter', working(), REPORTER, ['urge', 'comment', 'attach']],
];

describe('what is offered', () => {
  it.each(SITUATIONS)('to %s', (_, builder, actor, expected) => {
    const offered = availableCommands(builder.build(), actor).filter((command) => command !== 'noteIdentity');
    expect(offered).toEqual(expected);
  });
});
