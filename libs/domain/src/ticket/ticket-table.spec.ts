import { aPerson, aPolicy, CALENDAR, ENERGY } from '../../../../test/builders/fixtures.builder';
import {
  actorOf,
  AFTER_DEADLINE,
  aTicket,
  nextId,
  REPORTER,
  type TicketBuilder,
  TIMER,
  WORKER,
} from '../../../../test/builders/ticket.builder';
import { decide } from './ticket.decide';
import { TICKET_COMMANDS, type TicketCommandName, transitionOf } from './ticket.transitions';
import { type CommandOf, type TicketCommand } from './ticket-decision.types';
import { type Actor } from './actor.types';
import { type Ticket, TICKET_STATUSES, type TicketStatus } from './ticket.types';

const OWNER = aPerson();
const CO_HANDLER = aPerson({ id: 'co-handler', name: '周', department: 'catering' });
const SUCCESSOR = aPerson({ id: 'successor', name: '赵敏' });
const person = (overrides: Parameters<typeof aPerson>[0], duties: object = {}): Actor => ({
  ...actorOf(aPerson(overrides)),
  ...duties,
});

/** Everyone who could try, and in which capacities they stand to the ticket; those in quotes are the table's. */
const ACTORS: Readonly<Record<string, { actor: Actor; as: readonly string[] }>> = {
  'the reporter, by tracking code': { actor: REPORTER, as: ['reporter'] },
  'the reporter, by account': { actor: person({ role: 'reporter', id: 'reporter-1' }), as: ['reporter'] },
  'another reporter': { actor: person({ role: 'reporter', id: 'reporter-2' }), as: [] },
  'the owner': { actor: actorOf(OWNER), as: ['owner'] },
  "the owner's stand-in": { actor: person({ id: 'b' }, { standsInFor: [OWNER.id] }), as: ['owner'] },
  'another owner': { actor: person({ id: 'owner-2' }), as: [] },
  'the co-handler': { actor: actorOf(CO_HANDLER), as: ['co-handler'] },
  "the co-handler's stand-in": {
    actor: person({ id: 'c', department: 'catering' }, { standsInFor: [CO_HANDLER.id] }),
    as: ['co-handler'],
  },
  'the head': { actor: person({ role: 'head', id: 'head-1' }), as: ['head'] },
  'the acting head': { actor: person({ id: 'acting' }, { headOf: [ENERGY.code] }), as: ['head'] },
  'the head who stands in for the owner': {
    actor: person({ role: 'head', id: 'head-3' }, { headOf: [ENERGY.code], standsInFor: [OWNER.id] }),
    as: ['head', 'owner'],
  },
  "another department's head": {
    actor: person({ role: 'head', id: 'head-2', department: 'catering' }),
    as: [],
  },
  'a head whose department another one heads for now': {
    actor: person({ role: 'head', id: 'head-4' }, { headOf: [] }),
    as: [],
  },
  'a dispatcher': { actor: person({ role: 'dispatcher' }), as: ['dispatcher'] },
  'a verifier': { actor: person({ role: 'verifier' }), as: ['verifier'] },
  'the director': { actor: person({ role: 'director' }), as: ['director'] },
  'the leader': { actor: person({ role: 'leader' }), as: ['leader'] },
  'an administrator': { actor: person({ role: 'admin' }), as: [] },
  'the worker': { actor: WORKER, as: ['system'] },
  'the timer': { actor: TIMER, as: ['system'] },
};

type Moves = Partial<Record<TicketStatus, TicketStatus>>;
const OPEN = 'submitted dispatched in-progress in-review resolved';
const OWNED = 'dispatched in-progress in-review resolved';
const EVERYONE_CONCERNED = 'reporter owner co-handler head dispatcher verifier director leader';
const LEADERSHIP = 'director leader';
const stay = (states: string): Moves => Object.fromEntries(states.split(' ').map((state) => [state, state]));

/**
 * The life that was agreed with the office, written out once more and by hand: command → who, and from where to where.
 * `own`: nobody who owns the ticket, or stands in for its owner, whatever other office they hold.
 */
const AGREED: { readonly [N in TicketCommandName]: { by: string; moves: Moves; own?: 'never' } } = {
  withdraw: { by: 'reporter', moves: { submitted: 'withdrawn' } },
  decline: { by: 'dispatcher', moves: { submitted: 'declined' } },
  merge: { by: 'dispatcher', moves: { submitted: 'merged' } },
  unmerge: { by: 'dispatcher', moves: { merged: 'submitted' } },
  queue: { by: 'system', moves: stay('submitted') },
  dispatch: { by: `system dispatcher ${LEADERSHIP}`, moves: { submitted: 'dispatched' } },
  return: { by: 'owner head', moves: { dispatched: 'submitted' } },
  accept: { by: 'owner', moves: { dispatched: 'in-progress' } },
  transfer: { by: 'head', moves: stay('dispatched in-progress') },
  reassign: { by: `head dispatcher ${LEADERSHIP}`, moves: stay(OWNED) },
  flagReassignment: { by: 'system', moves: stay(OWNED) },
  addCoHandler: { by: 'owner head', moves: stay('in-progress') },
  completeSubTask: { by: 'co-handler', moves: stay('in-progress') },
  cancelSubTask: { by: 'owner head', moves: stay('in-progress') },
  requestExtension: { by: 'owner', moves: stay('in-progress') },
  requestPause: { by: 'owner', moves: stay('in-progress') },
  withdrawRequest: { by: 'owner', moves: stay('in-progress') },
  approve: { by: 'head director', moves: stay('in-progress'), own: 'never' },
  refuse: { by: 'head director', moves: stay('in-progress'), own: 'never' },
  resume: { by: 'owner head system', moves: stay('in-progress') },
  moveDeadlines: { by: 'system', moves: stay('submitted dispatched in-progress') },
  submitResult: { by: 'owner', moves: { 'in-progress': 'in-review' } },
  returnResult: { by: 'head director', moves: { 'in-review': 'in-progress' }, own: 'never' },
  approveResult: { by: 'head director', moves: { 'in-review': 'resolved' }, own: 'never' },
  rate: { by: 'reporter', moves: { resolved: 'closed' }, own: 'never' },
  followUp: { by: 'verifier', moves: { resolved: 'closed' }, own: 'never' },
  closeUnanswered: { by: 'system', moves: { resolved: 'closed' } },
  closeByDecision: { by: LEADERSHIP, moves: stay('in-progress resolved'), own: 'never' },
  confirmClosing: { by: LEADERSHIP, moves: { 'in-progress': 'closed', resolved: 'closed' }, own: 'never' },
  rejectClosing: { by: LEADERSHIP, moves: stay('in-progress resolved') },
  reopen: { by: `reporter ${LEADERSHIP}`, moves: { closed: 'in-progress' } },
  urge: { by: 'reporter', moves: stay(OPEN) },
  supervise: { by: LEADERSHIP, moves: stay(OPEN) },
  instruct: { by: LEADERSHIP, moves: stay(OPEN) },
  acknowledgeNotice: { by: 'owner head dispatcher', moves: stay(OPEN) },
  answerNotice: { by: 'owner head dispatcher', moves: stay(OPEN) },
  comment: { by: EVERYONE_CONCERNED, moves: stay(OPEN) },
  attach: { by: EVERYONE_CONCERNED, moves: stay(OPEN) },
  noteIdentity: { by: `dispatcher ${LEADERSHIP}`, moves: stay(TICKET_STATUSES.join(' ')) },
  fireSteps: { by: 'system', moves: stay(OPEN) },
};

/** What the agreed table adds in words. */
function exception(command: TicketCommandName, status: TicketStatus, who: string): string | undefined {
  const answered = command === 'acknowledgeNotice' || command === 'answerNotice';
  if (answered && who === 'a dispatcher' && OWNED.includes(status)) return 'TICKET.NOT_ALLOWED';
  if (command === 'rate' && status === 'closed' && who.startsWith('the reporter'))
    return 'TICKET.ALREADY_RATED';
  return undefined;
}

function agreed(command: TicketCommandName, status: TicketStatus, who: string): string | undefined {
  const { by, moves, own } = AGREED[command];
  const capacities = ACTORS[who]?.as.filter((capacity) => isThere(capacity, status)) ?? [];
  if (!capacities.some((capacity) => by.split(' ').includes(capacity))) return 'TICKET.NOT_ALLOWED';
  if (own === 'never' && capacities.includes('owner')) return 'TICKET.OWN_WORK';
  return exception(command, status, who) ?? moves[status] ?? 'TICKET.ILLEGAL_TRANSITION';
}

/** A ticket that nobody owns has no owner and no head; a co-handler is one while the work goes on. */
function isThere(capacity: string, status: TicketStatus): boolean {
  if (capacity === 'co-handler') return status === 'in-progress';
  return (capacity !== 'owner' && capacity !== 'head') || [...OWNED.split(' '), 'closed'].includes(status);
}

const owned = (): TicketBuilder => fresh().dispatched(OWNER);
const working = (): TicketBuilder => owned().inProgress().coHandledBy(CO_HANDLER);
const fresh = (): TicketBuilder =>
  aTicket({ reporter: { identity: 'named', name: '李雷', userId: 'reporter-1' } });
const IN_STATE: Readonly<Record<TicketStatus, () => TicketBuilder>> = {
  submitted: fresh,
  dispatched: owned,
  'in-progress': working,
  'in-review': () => owned().inReview(),
  resolved: () => owned().resolved(),
  closed: () => owned().closed(),
  withdrawn: () => fresh().withdrawn(),
  declined: () => fresh().declined(),
  merged: () => fresh().merged(),
};

/** Brings about what a command needs beside the state, in every state where that can be. */
const PREPARED: { readonly [N in TicketCommandName]?: (ticket: TicketBuilder) => TicketBuilder } = {
  reassign: (ticket) => ticket.reassignmentFlagged(),
  withdrawRequest: (ticket) => ticket.extensionRequested(),
  approve: (ticket) => ticket.extensionRequested(),
  refuse: (ticket) => ticket.extensionRequested(),
  resume: (ticket) => ticket.paused(),
  submitResult: (ticket) =>
    ticket.give(
      { name: 'cancelSubTask', subTaskId: subTaskOf(ticket.build()), reason: '不需要' },
      actorOf(OWNER),
    ),
  confirmClosing: (ticket) => proposedByAThird(ticket),
  rejectClosing: (ticket) => proposedByAThird(ticket),
  acknowledgeNotice: (ticket) => ticket.supervised(),
  answerNotice: (ticket) => ticket.supervised(),
  fireSteps: (ticket) => ticket.supervised(),
};

function proposedByAThird(ticket: TicketBuilder): TicketBuilder {
  const third = actorOf(aPerson({ role: 'leader', id: 'leader-3' }));
  return ticket.give({ name: 'closeByDecision', closure: 'deferred', text: '列入明年计划' }, third);
}

const subTaskOf = ({ subTasks }: Ticket): string => subTasks[0]?.id ?? 'none';
const noticeOf = ({ notices }: Ticket): string => notices[0]?.id ?? 'none';

const COMMANDS: { readonly [N in TicketCommandName]: (ticket: Ticket) => Omit<CommandOf<N>, 'name'> } = {
  withdraw: () => ({}),
  decline: () => ({ reason: '与后勤无关' }),
  merge: () => ({ target: { id: 'other', number: '2026-000001', status: 'submitted' } }),
  unmerge: () => ({ reason: '不是同一问题' }),
  queue: () => ({ reason: '没有匹配的规则' }),
  dispatch: () => ({
    owner: OWNER,
    department: ENERGY.code,
    category: 'heating',
    priority: 'normal',
    basis: 'keyword',
  }),
  return: () => ({ reason: '不属于本部门' }),
  accept: () => ({}),
  transfer: () => ({ owner: SUCCESSOR }),
  reassign: () => ({ owner: SUCCESSOR }),
  flagReassignment: () => ({ personId: OWNER.id, reason: '已离职' }),
  addCoHandler: ({ clocks }) => ({
    coHandler: SUCCESSOR,
    department: ENERGY.code,
    text: '配合停水',
    dueAt: clocks.resolution?.dueAt ?? AFTER_DEADLINE,
  }),
  completeSubTask: (ticket) => ({ subTaskId: subTaskOf(ticket), text: '已配合' }),
  cancelSubTask: (ticket) => ({ subTaskId: subTaskOf(ticket), reason: '不需要' }),
  requestExtension: () => ({ until: AFTER_DEADLINE, reason: '配件未到货' }),
  requestPause: () => ({ until: AFTER_DEADLINE, reason: '等待检修窗口' }),
  withdrawRequest: () => ({}),
  approve: () => ({}),
  refuse: () => ({ reason: '可按期完成' }),
  resume: () => ({}),
  moveDeadlines: () => ({ reason: '校历调整' }),
  submitResult: () => ({ text: '已修好' }),
  returnResult: () => ({ reason: '请补充照片' }),
  approveResult: () => ({}),
  rate: () => ({ solved: true, contacted: true, satisfaction: 5 }),
  followUp: () => ({ reached: true, solved: true, contacted: true, satisfaction: 4 }),
  closeUnanswered: () => ({}),
  closeByDecision: () => ({ closure: 'adjudicated', text: '按校规处理' }),
  confirmClosing: () => ({}),
  rejectClosing: () => ({ reason: '应当修好' }),
  reopen: () => ({ reason: '又坏了' }),
  urge: () => ({}),
  supervise: () => ({ text: '请说明进展' }),
  instruct: () => ({ text: '务必解决' }),
  acknowledgeNotice: (ticket) => ({ noticeId: noticeOf(ticket) }),
  answerNotice: (ticket) => ({ noticeId: noticeOf(ticket), text: '已安排' }),
  comment: () => ({ text: '请尽快', visibility: 'public' }),
  attach: ({ submittedAt }) => ({
    attachments: [
      {
        id: nextId(),
        name: '现场.jpg',
        mediaType: 'image/jpeg',
        size: 1000,
        thumbnail: true,
        visibility: 'public',
        by: 'staff',
        at: submittedAt,
        purpose: 'other',
      },
    ],
  }),
  noteIdentity: () => ({ stage: 'requested', openingId: 'opening-1', reason: '联系不上' }),
  fireSteps: () => ({}),
};

const NOON = new Date('2026-03-02T04:00:00.000Z');
/** A moment at which the guards on time let each command through: noon of the first day, but for these. */
const MOMENTS: { readonly [N in TicketCommandName]?: Date } = {
  urge: new Date('2026-03-04T02:00:00.000Z'),
  resume: AFTER_DEADLINE,
  closeUnanswered: new Date('2027-01-04T02:00:00.000Z'),
  fireSteps: new Date('2027-01-04T02:00:00.000Z'),
};

function prepared(status: TicketStatus, command: TicketCommandName): Ticket {
  const inState = IN_STATE[status]();
  return (
    AGREED[command].moves[status] === undefined ? inState : (PREPARED[command]?.(inState) ?? inState)
  ).build();
}

function outcome(ticket: Ticket, name: TicketCommandName, actor: Actor): string {
  const decision = decide(ticket, { name, ...COMMANDS[name](ticket) } as TicketCommand, {
    now: MOMENTS[name] ?? NOON,
    actor,
    newId: nextId,
    calendar: CALENDAR,
    policy: aPolicy(),
    noticeNumber: '督办〔2026〕9号',
  });
  return decision.ok ? decision.next.status : decision.error.code;
}

describe('every state × command × actor', () => {
  let cells = 0;
  let allowed = 0;

  it.each(TICKET_COMMANDS)('%s', (command) => {
    const table = (decided: (ticket: Ticket, status: TicketStatus, who: string) => string | undefined) =>
      TICKET_STATUSES.map((status) => {
        const ticket = prepared(status, command);
        return [status, Object.keys(ACTORS).map((who) => `${who}: ${decided(ticket, status, who)}`)];
      });
    const actual = table((ticket, _, who) => {
      cells += 1;
      const result = outcome(ticket, command, ACTORS[who]?.actor ?? TIMER);
      allowed += result.startsWith('TICKET.') ? 0 : 1;
      return result;
    });
    expect(actual).toEqual(table((_, status, who) => agreed(command, status, who)));
  });

  it('counts its cells', () => {
    process.stdout.write(`ticket table: ${cells} cells of state × command × actor, ${allowed} allowed\n`);
    expect(cells).toBe(TICKET_STATUSES.length * TICKET_COMMANDS.length * Object.keys(ACTORS).length);
  });
});

describe('the transition table', () => {
  it('lets someone into every state but the first, and out of every one but the last', () => {
    const moves = TICKET_COMMANDS.flatMap((command) => Object.entries(transitionOf(command).moves));
    const led = moves.filter(([from, to]) => from !== to);
    const reached = new Set(led.map(([, to]) => to));
    const left = new Set(led.map(([from]) => from));
    expect(TICKET_STATUSES.filter((status) => !reached.has(status))).toEqual([]);
    expect(TICKET_STATUSES.filter((status) => !left.has(status))).toEqual(['withdrawn', 'declined']);
  });
});
