import { type TicketStatus } from './ticket.types';

/** In what capacity someone acts on a ticket. `owner`, `co-handler` and `head` are relative to it, the rest are offices held. */
export type Capacity =
  | 'reporter'
  | 'owner'
  | 'co-handler'
  | 'head'
  | 'dispatcher'
  | 'verifier'
  | 'director'
  | 'leader'
  | 'admin'
  | 'system';

interface TransitionRow {
  readonly by: readonly Capacity[];
  /** From each state it may be given in, the state it leads to. */
  readonly moves: Readonly<Partial<Record<TicketStatus, TicketStatus>>>;
}

const stay = <S extends TicketStatus>(...states: readonly S[]): Readonly<Record<S, S>> =>
  Object.fromEntries(states.map((state) => [state, state])) as Record<S, S>;
const open = stay('submitted', 'dispatched', 'in-progress', 'in-review', 'resolved');
const owned = stay('dispatched', 'in-progress', 'in-review', 'resolved');
const staff = ['owner', 'co-handler', 'head', 'dispatcher', 'verifier', 'director', 'leader'] as const;
const leadership = ['director', 'leader'] as const;

/**
 * The life of a ticket: every command, who may give it, and where it leads. Guards that need more than state and
 * capacity stand in the decide functions. `submit` creates and so has no row. Source: docs/life-of-a-ticket.md.
 */
export const TRANSITIONS = {
  withdraw: { by: ['reporter'], moves: { submitted: 'withdrawn' } },
  decline: { by: ['dispatcher'], moves: { submitted: 'declined' } },
  merge: { by: ['dispatcher'], moves: { submitted: 'merged' } },
  unmerge: { by: ['dispatcher'], moves: { merged: 'submitted' } },
  queue: { by: ['system'], moves: stay('submitted') },
  dispatch: { by: ['system', 'dispatcher', ...leadership], moves: { submitted: 'dispatched' } },
  return: { by: ['owner', 'head'], moves: { dispatched: 'submitted' } },
  accept: { by: ['owner'], moves: { dispatched: 'in-progress' } },
  transfer: { by: ['head'], moves: stay('dispatched', 'in-progress') },
  /** The owner has left, or a co-handler has: another one, in whatever state the work is. */
  reassign: { by: ['head', 'dispatcher', ...leadership], moves: owned },
  flagReassignment: { by: ['system'], moves: owned },
  addCoHandler: { by: ['owner', 'head'], moves: stay('in-progress') },
  completeSubTask: { by: ['co-handler'], moves: stay('in-progress') },
  cancelSubTask: { by: ['owner', 'head'], moves: stay('in-progress') },
  requestExtension: { by: ['owner'], moves: stay('in-progress') },
  requestPause: { by: ['owner'], moves: stay('in-progress') },
  withdrawRequest: { by: ['owner'], moves: stay('in-progress') },
  approve: { by: ['head', 'director'], moves: stay('in-progress') },
  refuse: { by: ['head', 'director'], moves: stay('in-progress') },
  /** The system when the granted time is over; the others when the obstacle is gone earlier. */
  resume: { by: ['owner', 'head', 'system'], moves: stay('in-progress') },
  moveDeadlines: { by: ['system'], moves: stay('submitted', 'dispatched', 'in-progress') },
  submitResult: { by: ['owner'], moves: { 'in-progress': 'in-review' } },
  /** The director too, since a head may be the owner, and nobody reviews their own work. */
  returnResult: { by: ['head', 'director'], moves: { 'in-review': 'in-progress' } },
  approveResult: { by: ['head', 'director'], moves: { 'in-review': 'resolved' } },
  /** Leads to `closed` when solved; to `in-progress` when not, decided by the answer. */
  rate: { by: ['reporter'], moves: { resolved: 'closed' } },
  /** As `rate`; stays where the reporter was not reached. */
  followUp: { by: ['verifier'], moves: { resolved: 'closed' } },
  closeUnanswered: { by: ['system'], moves: { resolved: 'closed' } },
  /** Proposes; a second leader confirms. */
  closeByDecision: { by: leadership, moves: stay('in-progress', 'resolved') },
  confirmClosing: { by: leadership, moves: { 'in-progress': 'closed', resolved: 'closed' } },
  rejectClosing: { by: leadership, moves: stay('in-progress', 'resolved') },
  reopen: { by: ['reporter', ...leadership], moves: { closed: 'in-progress' } },
  urge: { by: ['reporter'], moves: open },
  supervise: { by: leadership, moves: open },
  instruct: { by: leadership, moves: open },
  /** The dispatcher only while nobody owns the ticket. */
  acknowledgeNotice: { by: ['owner', 'head', 'dispatcher'], moves: open },
  answerNotice: { by: ['owner', 'head', 'dispatcher'], moves: open },
  comment: { by: ['reporter', ...staff], moves: open },
  attach: { by: ['reporter', ...staff], moves: open },
  /** Only puts on record what happened to the reporter's hidden identity. */
  noteIdentity: {
    by: ['dispatcher', ...leadership],
    moves: { ...open, ...stay('closed', 'withdrawn', 'declined', 'merged') },
  },
  /** Timer: warn and escalate, all steps that are due at once. */
  fireSteps: { by: ['system'], moves: open },
} as const satisfies Record<string, TransitionRow>;

export type TicketCommandName = keyof typeof TRANSITIONS;

export const TICKET_COMMANDS = Object.keys(TRANSITIONS) as TicketCommandName[];

export function transitionOf(command: TicketCommandName): TransitionRow {
  return TRANSITIONS[command];
}
