import {
  type Actor,
  type CommandOf,
  DECIDED_CLOSURES,
  pendingRequestOf,
  type Person,
  type Policy,
  type Ticket,
  TICKET_COMMANDS,
  type TicketCommand,
  type TicketCommandName,
  transitionOf,
} from '@app/domain';
import fc from 'fast-check';
import { aPolicy } from './fixtures.builder';
import { actorsOn, NAMEABLE, whoMay } from './ticket-cast.builder';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Chance, as numbers that what can be chosen from is only known when the move is made. */
export interface Draw {
  readonly pick: number;
  readonly who: number;
  readonly a: number;
  readonly b: number;
  /** 0: any command by anyone; otherwise one that the table allows, by somebody who may. */
  readonly stray: number;
}

export type Move =
  | { readonly kind: 'command'; readonly draw: Draw }
  /** Two commands on the same state; the second is decided anew on what the first has left. */
  | { readonly kind: 'race'; readonly draw: Draw; readonly rival: Draw }
  /** The timer comes by, on time or late, and does all that is due. */
  | { readonly kind: 'timer'; readonly late: number }
  | { readonly kind: 'calendar'; readonly to: number; readonly rival?: Draw | undefined };

export interface Turn {
  readonly move: Move;
  /** Minutes since the turn before. */
  readonly wait: number;
  /** How duties lie: see `actorsOn`. */
  readonly day: number;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  pick: fc.nat(9_999),
  who: fc.nat(99),
  a: fc.nat(999),
  b: fc.nat(999),
  stray: fc.nat(7),
});
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 12, arbitrary: draw.map((drawn): Move => ({ kind: 'command', draw: drawn })) },
  {
    weight: 2,
    arbitrary: fc.tuple(draw, draw).map(([first, rival]): Move => ({ kind: 'race', draw: first, rival })),
  },
  {
    weight: 2,
    arbitrary: fc.nat(3_000).map((late): Move => ({ kind: 'timer', late: late < 1_500 ? 0 : late - 1_500 })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(3), fc.option(draw, { nil: undefined }))
      .map(([to, rival]): Move => ({ kind: 'calendar', to, rival })),
  },
);

/** A life of a ticket: what is tried, by whom, when. Mostly hours pass, sometimes days. */
export const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    move,
    wait: fc.oneof(
      { weight: 20, arbitrary: fc.nat(60) },
      { weight: 3, arbitrary: fc.nat(1_440) },
      { weight: 1, arbitrary: fc.nat(10_000) },
    ),
    day: fc.nat(7),
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
);

/** What ends a ticket soon is drawn less often; what leads it on, or is possible only now and then, more often. */
const WEIGHTS: { readonly [N in TicketCommandName]?: number | ((ticket: Ticket) => number) } = {
  withdraw: 1,
  decline: 1,
  merge: 2,
  queue: 1,
  dispatch: 30,
  accept: 14,
  return: 6,
  flagReassignment: 1,
  reassign: ({ reassignment, subTasks }) =>
    reassignment || subTasks.some((task) => task.reassignment) ? 10 : 1,
  addCoHandler: 8,
  completeSubTask: (ticket) => (subTasksOpen(ticket) ? 12 : 1),
  cancelSubTask: (ticket) => (subTasksOpen(ticket) ? 4 : 1),
  requestExtension: 8,
  requestPause: 8,
  approve: (ticket) => (pendingRequestOf(ticket) ? 20 : 1),
  refuse: (ticket) => (pendingRequestOf(ticket) ? 6 : 1),
  withdrawRequest: (ticket) => (pendingRequestOf(ticket) ? 4 : 1),
  resume: ({ pausedUntil }) => (pausedUntil ? 8 : 1),
  confirmClosing: ({ closingProposal }) => (closingProposal ? 8 : 1),
  rejectClosing: ({ closingProposal }) => (closingProposal ? 8 : 1),
  answerNotice: ({ notices }) =>
    notices.some(({ mustAnswer, answeredAt }) => mustAnswer && !answeredAt) ? 16 : 1,
  acknowledgeNotice: 2,
  submitResult: 6,
  approveResult: 14,
  returnResult: 8,
  rate: 10,
  followUp: 10,
  reopen: 12,
  unmerge: 12,
  supervise: 1,
  instruct: 1,
  moveDeadlines: 1,
  comment: 1,
  attach: 1,
  noteIdentity: 1,
  fireSteps: 1,
  closeUnanswered: 1,
  closeByDecision: 1,
};

const subTasksOpen = ({ subTasks }: Ticket): boolean => subTasks.some(({ state }) => state === 'open');

function weightOf(name: TicketCommandName, ticket: Ticket): number {
  const weight = WEIGHTS[name] ?? 3;
  return typeof weight === 'number' ? weight : weight(ticket);
}

export const POLICIES: readonly Policy[] = [
  aPolicy({ steps: withSteps('urge-notice') }),
  aPolicy({
    code: 'danger',
    acceptance: { unit: 'clock-minutes', amount: 30 },
    response: { unit: 'clock-minutes', amount: 60 },
    resolution: { unit: 'clock-minutes', amount: 1_440 },
    redo: { unit: 'clock-minutes', amount: 720 },
    steps: withSteps('supervision-order'),
  }),
];

function withSteps(notice: 'urge-notice' | 'supervision-order'): Policy['steps'] {
  const { steps } = aPolicy();
  const due = {
    offset: { kind: 'share', share: 0 },
    kind: 'warn',
    level: 0,
    recipients: ['dispatcher'],
  } as const;
  return [
    { ...due, key: 'acceptance-due', clock: 'acceptance' },
    { ...due, key: 'response-due', clock: 'response' },
    ...steps.map((step) => (step.level < 2 ? step : { ...step, notice })),
  ];
}

/** The policy that a command on the ticket is decided by: a dispatch's own, or the ticket's. */
export function policyFor({ policy }: Ticket, command: TicketCommand): Policy {
  const code = command.name === 'dispatch' ? policyCodeOf(command) : policy.code;
  const found = POLICIES.find((known) => known.code === code);
  if (!found) throw new Error(`no policy ${code}`);
  return found;
}

const policyCodeOf = ({ priority }: CommandOf<'dispatch'>): string =>
  priority === 'danger' ? 'danger' : 'normal';

/** The command and the actor that a draw comes to on a ticket as it is now. */
export function drawn(
  ticket: Ticket,
  { pick, who, a, b, stray }: Draw,
  day: number,
  now: Date,
): { readonly command: TicketCommand; readonly actor: Actor } {
  const actors = actorsOn(day);
  const name = stray === 0 ? at(TICKET_COMMANDS, pick) : weighted(ticket, pick);
  const candidates = stray <= 1 ? actors : whoMay(name, ticket, actors);
  const content = CONTENTS[name];
  const command = { name, ...content({ ticket, now, a, b }) } as TicketCommand;
  return { command, actor: at(candidates, who) };
}

function weighted(ticket: Ticket, pick: number): TicketCommandName {
  const allowed = TICKET_COMMANDS.filter((name) => transitionOf(name).moves[ticket.status] !== undefined);
  const weights = allowed.map((name) => weightOf(name, ticket));
  let left = pick % weights.reduce((sum, weight) => sum + weight, 0);
  return allowed.find((_, index) => (left -= weights[index] ?? 0) < 0) ?? 'comment';
}

interface Content {
  readonly ticket: Ticket;
  readonly now: Date;
  readonly a: number;
  readonly b: number;
}

const CONTENTS: { readonly [N in TicketCommandName]: (drawn: Content) => Omit<CommandOf<N>, 'name'> } = {
  withdraw: () => ({}),
  decline: ({ a }) => ({ reason: words(a) }),
  merge: ({ ticket, a, b }) => ({
    target: {
      id: a % 9 === 0 ? ticket.id : 'other',
      number: '2026-000001',
      status: b % 4 === 0 ? 'closed' : 'in-progress',
    },
  }),
  unmerge: ({ a }) => ({ reason: words(a) }),
  queue: () => ({ reason: '没有匹配的规则' }),
  dispatch: ({ a, b }) => ({
    owner: personFor(a),
    department: a % 7 === 0 ? 'catering' : 'energy',
    category: 'heating',
    priority: b % 3 === 0 ? 'danger' : 'normal',
    basis: 'x',
  }),
  return: ({ a }) => ({ reason: words(a) }),
  accept: () => ({}),
  transfer: ({ a }) => ({ owner: personFor(a) }),
  reassign: ({ ticket, a, b }) => {
    const flagged = ticket.subTasks.filter(({ reassignment }) => reassignment);
    const subTask = b % 2 === 0 && flagged.length > 0 ? { subTaskId: at(flagged, a).id } : {};
    return { owner: personFor(a), ...subTask, ...(b % 3 === 0 ? { department: 'catering' } : {}) };
  },
  flagReassignment: ({ ticket, a }) => {
    const open = ticket.subTasks.filter(({ state }) => state === 'open').map(({ coHandler }) => coHandler);
    return { personId: at([ticket.owner, ...open], a)?.id ?? 'nobody', reason: '已离职' };
  },
  addCoHandler: ({ ticket, now, a, b }) => {
    const left = (ticket.clocks.resolution?.dueAt.getTime() ?? now.getTime()) - now.getTime();
    const dueAt = new Date(now.getTime() + Math.round(((b % 10) / 8) * (left / MINUTE)) * MINUTE);
    const coHandler = personFor(a);
    return { coHandler, department: coHandler.department ?? 'energy', text: words(b), dueAt };
  },
  completeSubTask: ({ ticket, a, b }) => ({ subTaskId: subTask(ticket, a), text: words(b) }),
  cancelSubTask: ({ ticket, a, b }) => ({ subTaskId: subTask(ticket, a), reason: words(b) }),
  requestExtension: ({ ticket, now, a, b }) => {
    const due = ticket.clocks.resolution?.dueAt ?? now;
    return {
      until: new Date(due.getTime() + ((a % 40) * 6 - 12) * HOUR + (b % 60) * MINUTE),
      reason: words(b),
    };
  },
  requestPause: ({ now, a, b }) => ({
    until: new Date(now.getTime() + ((a % 60) * 4 - 4) * HOUR),
    reason: words(b),
  }),
  withdrawRequest: () => ({}),
  approve: ({ ticket, a }) =>
    a % 3 === 0 ? { requestId: ticket.requests.at(a % 2 === 0 ? -1 : 0)?.id ?? 'none' } : {},
  refuse: ({ a }) => ({ reason: words(a) }),
  resume: () => ({}),
  moveDeadlines: () => ({ reason: '校历调整' }),
  submitResult: ({ a, b }) => ({ text: words(a), ...(b % 4 === 0 ? { attachments: files(a) } : {}) }),
  returnResult: ({ a }) => ({ reason: words(a) }),
  approveResult: () => ({}),
  rate: ({ a, b }) => ({
    solved: a % 2 === 0,
    contacted: true,
    satisfaction: 1 + (b % 5),
    comment: words(b),
  }),
  followUp: ({ a, b }) => ({
    reached: a % 4 !== 0,
    ...(a % 5 === 0 ? {} : { solved: b % 2 === 0, contacted: b % 3 !== 0, satisfaction: 1 + (b % 5) }),
    note: words(a),
  }),
  closeUnanswered: () => ({}),
  closeByDecision: ({ a, b }) => ({ closure: at(DECIDED_CLOSURES, a), text: words(b) }),
  confirmClosing: () => ({}),
  rejectClosing: ({ a }) => ({ reason: words(a) }),
  reopen: ({ a }) => ({ reason: words(a) }),
  urge: () => ({}),
  supervise: (drawn) => order(drawn),
  instruct: (drawn) => order(drawn),
  acknowledgeNotice: ({ ticket, a }) => ({ noticeId: notice(ticket, a) }),
  answerNotice: ({ ticket, a, b }) => ({ noticeId: notice(ticket, a), text: words(b) }),
  comment: ({ a, b }) => ({ text: words(a), visibility: b % 2 === 0 ? 'public' : 'internal' }),
  attach: ({ a }) => ({ attachments: files(a) }),
  noteIdentity: ({ a, b }) => ({
    stage: at(['requested', 'opened', 'refused'] as const, a),
    openingId: `opening-${b % 3}`,
    reason: '联系不上',
  }),
  fireSteps: () => ({}),
};

function order({ now, a, b }: Content): { readonly text: string; readonly replyBy?: Date } {
  return {
    text: words(a),
    ...(b % 3 === 0 ? { replyBy: new Date(now.getTime() + ((b % 50) - 3) * HOUR) } : {}),
  };
}

const words = (chance: number): string => (chance % 9 === 8 ? '  ' : '理由充分');
const personFor = (chance: number): Person => at(NAMEABLE, chance);
const subTask = ({ subTasks }: Ticket, chance: number): string =>
  at([...subTasks.filter(({ state }) => state === 'open').map(({ id }) => id), 'none'], chance);
/** Mostly one that waits for an answer. */
function notice({ notices }: Ticket, chance: number): string {
  const open = notices.filter(({ answeredAt }) => !answeredAt);
  return at(open.length > 0 && chance % 5 > 0 ? open : [...notices, { id: 'none' }], chance).id;
}

function files(chance: number): CommandOf<'attach'>['attachments'] {
  const at = new Date('2026-03-02T01:00:00.000Z');
  const shown = {
    mediaType: 'image/jpeg',
    size: 1,
    thumbnail: true,
    visibility: 'public',
    by: 'staff',
  } as const;
  return [{ ...shown, id: `file-${chance % 30}`, name: '现场.jpg', at, purpose: 'other' }];
}

function at<T>(list: readonly T[], chance: number): T {
  return list[chance % list.length] as T;
}
