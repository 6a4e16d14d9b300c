import { type TicketStatus } from './ticket.types';

/** In what capacity someone acts on a ticket. `owner` and `head` are relative to it, the rest are offices held. */
export type Capacity =
  'reporter' | 'owner' | 'head' | 'dispatcher' | 'verifier' | 'director' | 'leader' | 'admin' | 'system';

interface TransitionRow {
  readonly by: readonly Capacity[];
  /** From each state it may be given in, the state it leads to. */
  readonly moves: Readonly<Partial<Record<TicketStatus, TicketStatus>>>;
  /** False: part of the agreed life, not yet carried out; refused with TICKET.COMMAND_NOT_AVAILABLE. */
  readonly available: boolean;
}

const stay = <S extends TicketStatus>(...states: readonly S[]): Readonly<Record<S, S>> =>
  Object.fromEntries(states.map((state) => [state, state])) as Record<S, S>;
const open = stay('submitted', 'dispatched', 'in-progress', 'in-review', 'resolved');
const staff = ['owner', 'head', 'dispatcher', 'verifier', 'director', 'leader'] as const;

/**
 * The life of a ticket: every command, who may give it, and where it leads. Guards that need more than state and
 * capacity stand in the decide functions. `submit` creates and so has no row. Source: docs/life-of-a-ticket.md.
 */
export const TRANSITIONS = {
  withdraw: { by: ['reporter'], moves: { submitted: 'withdrawn' }, available: false },
  decline: { by: ['dispatcher'], moves: { submitted: 'declined' }, available: true },
  merge: { by: ['dispatcher'], moves: { submitted: 'merged' }, available: false },
  unmerge: { by: ['dispatcher'], moves: { merged: 'submitted' }, available: false },
  queue: { by: ['system'], moves: stay('submitted'), available: true },
  dispatch: {
    by: ['system', 'dispatcher', 'director', 'leader'],
    moves: { submitted: 'dispatched' },
    available: true,
  },
  return: { by: ['owner', 'head'], moves: { dispatched: 'submitted' }, available: true },
  accept: { by: ['owner'], moves: { dispatched: 'in-progress' }, available: true },
  transfer: { by: ['head'], moves: stay('dispatched', 'in-progress'), available: true },
  addCoHandler: { by: ['owner', 'head'], moves: stay('in-progress'), available: false },
  requestExtension: { by: ['owner'], moves: stay('in-progress'), available: false },
  requestPause: { by: ['owner'], moves: stay('in-progress'), available: false },
  approve: { by: ['head', 'director'], moves: stay('in-progress'), available: false },
  refuse: { by: ['head', 'director'], moves: stay('in-progress'), available: false },
  submitResult: { by: ['owner'], moves: { 'in-progress': 'in-review' }, available: true },
  /** The director too, since a head may be the owner, and nobody reviews their own work. */
  returnResult: { by: ['head', 'director'], moves: { 'in-review': 'in-progress' }, available: true },
  approveResult: { by: ['head', 'director'], moves: { 'in-review': 'resolved' }, available: true },
  /** Leads to `closed` when solved; to `in-progress` when not, decided by the answer. */
  rate: { by: ['reporter'], moves: { resolved: 'closed' }, available: true },
  followUp: { by: ['verifier'], moves: { resolved: 'in-progress' }, available: false },
  closeUnanswered: { by: ['system'], moves: { resolved: 'closed' }, available: true },
  closeByDecision: {
    by: ['director', 'leader'],
    moves: { resolved: 'closed', 'in-progress': 'closed' },
    available: false,
  },
  reopen: { by: ['reporter', 'director', 'leader'], moves: { closed: 'in-progress' }, available: false },
  urge: { by: ['reporter'], moves: open, available: false },
  supervise: { by: ['director', 'leader'], moves: open, available: false },
  instruct: { by: ['director', 'leader'], moves: open, available: false },
  comment: { by: ['reporter', ...staff], moves: open, available: true },
  attach: { by: ['reporter', ...staff], moves: open, available: false },
  /** Timer: warn and escalate, all steps that are due at once. */
  fireSteps: { by: ['system'], moves: stay('submitted', 'dispatched', 'in-progress'), available: true },
} as const satisfies Record<string, TransitionRow>;

export type TicketCommandName = keyof typeof TRANSITIONS;

export const TICKET_COMMANDS = Object.keys(TRANSITIONS) as TicketCommandName[];

export function transitionOf(command: TicketCommandName): TransitionRow {
  return TRANSITIONS[command];
}
