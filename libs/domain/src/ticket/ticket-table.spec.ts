import { aPerson, aPolicy, CALENDAR } from '../../../../test/builders/fixtures.builder';
import {
  actorOf,
  nextId,
  REPORTER,
  TicketBuilder,
  TIMER,
  WORKER,
} from '../../../../test/builders/ticket.builder';
import { decide, refuseByTable } from './ticket.decide';
import { TICKET_COMMANDS, type TicketCommandName, transitionOf } from './ticket.transitions';
import { type TicketCommand } from './ticket-decision.types';
import { type Actor } from './actor.types';
import { type Ticket, TICKET_STATUSES, type TicketStatus } from './ticket.types';

const OWNER = aPerson();
const HEAD = aPerson({ role: 'head', id: 'head-1' });

/** Everyone who could try: the ticket's own people, their like from elsewhere, the offices, and the machine. */
const ACTORS: Readonly<Record<string, Actor>> = {
  'the reporter': REPORTER,
  'the owner': actorOf(OWNER),
  'another owner': actorOf(aPerson({ id: 'owner-2' })),
  'the head': actorOf(HEAD),
  "another department's head": actorOf(aPerson({ role: 'head', id: 'head-2', department: 'catering' })),
  'a dispatcher': actorOf(aPerson({ role: 'dispatcher' })),
  'a verifier': actorOf(aPerson({ role: 'verifier' })),
  'the director': actorOf(aPerson({ role: 'director' })),
  'the leader': actorOf(aPerson({ role: 'leader' })),
  'an administrator': actorOf(aPerson({ role: 'admin' })),
  'another reporter': actorOf(aPerson({ role: 'reporter', id: 'reporter-2' })),
  'the machine': TIMER,
};

/** The agreed life, written out once more and by hand: command → who, and from where to where. */
const AGREED: Readonly<Record<string, { by: string[]; moves: Partial<Record<TicketStatus, TicketStatus>> }>> =
  {
    decline: { by: ['a dispatcher'], moves: { submitted: 'declined' } },
    queue: { by: ['the machine'], moves: { submitted: 'submitted' } },
    dispatch: {
      by: ['the machine', 'a dispatcher', 'the director', 'the leader'],
      moves: { submitted: 'dispatched' },
    },
    return: { by: ['the owner', 'the head'], moves: { dispatched: 'submitted' } },
    accept: { by: ['the owner'], moves: { dispatched: 'in-progress' } },
    transfer: { by: ['the head'], moves: { dispatched: 'dispatched', 'in-progress': 'in-progress' } },
    submitResult: { by: ['the owner'], moves: { 'in-progress': 'in-review' } },
    returnResult: { by: ['the head', 'the director'], moves: { 'in-review': 'in-progress' } },
    approveResult: { by: ['the head', 'the director'], moves: { 'in-review': 'resolved' } },
    rate: { by: ['the reporter'], moves: { resolved: 'closed' } },
    closeUnanswered: { by: ['the machine'], moves: { resolved: 'closed' } },
    comment: {
      by: [
        'the reporter',
        'the owner',
        'the head',
        'a dispatcher',
        'a verifier',
        'the director',
        'the leader',
      ],
      moves: {
        submitted: 'submitted',
        dispatched: 'dispatched',
        'in-progress': 'in-progress',
        'in-review': 'in-review',
        resolved: 'resolved',
      },
    },
    fireSteps: {
      by: ['the machine'],
      moves: { submitted: 'submitted', dispatched: 'dispatched', 'in-progress': 'in-progress' },
    },
  };

const LATER = new Date('2027-01-04T02:00:00.000Z');

const COMMANDS: { readonly [N in TicketCommand['name']]: TicketCommand & { name: N } } = {
  decline: { name: 'decline', reason: '与后勤无关' },
  queue: { name: 'queue', reason: '没有匹配的规则' },
  dispatch: {
    name: 'dispatch',
    owner: OWNER,
    department: 'energy',
    category: 'heating',
    priority: 'normal',
    basis: 'keyword',
  },
  return: { name: 'return', reason: '不属于本部门' },
  accept: { name: 'accept' },
  transfer: { name: 'transfer', owner: aPerson({ id: 'owner-3', name: '赵敏' }) },
  submitResult: { name: 'submitResult', text: '已修好' },
  returnResult: { name: 'returnResult', reason: '请补充照片' },
  approveResult: { name: 'approveResult' },
  rate: { name: 'rate', solved: true, contacted: true, satisfaction: 5 },
  comment: { name: 'comment', text: '请尽快', visibility: 'public' },
  closeUnanswered: { name: 'closeUnanswered' },
  fireSteps: { name: 'fireSteps' },
};

const fresh = () => TicketBuilder.submit({});
const owned = () => fresh().dispatched(OWNER);
const IN_STATE: Readonly<Record<TicketStatus, () => Ticket>> = {
  submitted: () => fresh().build(),
  dispatched: () => owned().build(),
  'in-progress': () => owned().inProgress().build(),
  'in-review': () => owned().inReview().build(),
  resolved: () => owned().resolved().build(),
  closed: () => owned().closed().build(),
  declined: () => fresh().declined().build(),
  withdrawn: () => ({ ...fresh().build(), status: 'withdrawn' }),
  merged: () => ({ ...fresh().build(), status: 'merged' }),
};

/** The time at which the guards on time let the command through. */
function moment(ticket: Ticket, command: TicketCommandName): Date {
  return command === 'fireSteps' || command === 'closeUnanswered'
    ? LATER
    : new Date(ticket.submittedAt.getTime() + 3_600_000);
}

function outcome(ticket: Ticket, command: TicketCommandName, actor: Actor): string {
  if (!(command in COMMANDS)) return refuseByTable(ticket, command, actor)?.error.code ?? 'allowed';
  const decision = decide(ticket, COMMANDS[command as TicketCommand['name']], {
    now: moment(ticket, command),
    actor,
    newId: nextId,
    calendar: CALENDAR,
    policy: aPolicy({
      steps: aPolicy().steps.concat({ ...aPolicy().steps[1]!, key: 'acceptance-due', clock: 'acceptance' }),
    }),
  });
  return decision.ok ? decision.next.status : decision.error.code;
}

describe('every state × command × actor', () => {
  let cells = 0;

  for (const status of TICKET_STATUSES)
    for (const command of TICKET_COMMANDS)
      it(`${command} on a ticket that is ${status}`, () => {
        const ticket = IN_STATE[status]();
        for (const [who, actor] of Object.entries(ACTORS)) {
          cells += 1;
          const agreed = AGREED[command];
          const capable = agreed ? agreed.by.includes(relative(who, ticket)) : undefined;
          const got = outcome(ticket, command, actor);
          if (!agreed) expect(['TICKET.NOT_ALLOWED', 'TICKET.COMMAND_NOT_AVAILABLE']).toContain(got);
          else if (!capable) expect([who, got]).toEqual([who, 'TICKET.NOT_ALLOWED']);
          else if (agreed.moves[status] === undefined)
            expect(['TICKET.ILLEGAL_TRANSITION', 'TICKET.ALREADY_RATED']).toContain(got);
          else if (got !== 'TICKET.NOTHING_DUE') expect([who, got]).toEqual([who, agreed.moves[status]]);
        }
      });

  it('counts its cells', () => {
    process.stdout.write(`ticket table: ${cells} cells of state × command × actor decided\n`);
    expect(cells).toBe(TICKET_STATUSES.length * TICKET_COMMANDS.length * Object.keys(ACTORS).length);
  });

  /** A ticket that nobody owns yet has no owner and no head. */
  function relative(who: string, ticket: Ticket): string {
    if (who === 'the owner' && ticket.owner === undefined) return 'another owner';
    if (who === 'the head' && ticket.department === undefined) return "another department's head";
    return who;
  }
});

describe('the transition table', () => {
  it('lets someone into every state but the first', () => {
    const reached = new Set(TICKET_COMMANDS.flatMap((command) => Object.values(transitionOf(command).moves)));
    expect([...TICKET_STATUSES].filter((status) => status !== 'submitted' && !reached.has(status))).toEqual(
      [],
    );
  });

  it('marks as available exactly the commands that can be decided', () => {
    expect(TICKET_COMMANDS.filter((command) => transitionOf(command).available).sort()).toEqual(
      Object.keys(COMMANDS).sort(),
    );
  });

  it('is given by somebody in every row', () => {
    expect(TICKET_COMMANDS.filter((command) => transitionOf(command).by.length === 0)).toEqual([]);
    expect(WORKER.kind).toBe('system');
  });
});
