import {
  decideAccept,
  decideDecline,
  decideDispatch,
  decideQueue,
  decideReturn,
  decideTransfer,
} from './placement.decide';
import { decideApproveResult, decideRate, decideReturnResult, decideSubmitResult } from './result.decide';
import { decideAttach } from './attach.decide';
import { capacitiesOf, speaksFor } from './capacities.decide';
import {
  decideCloseByDecision,
  decideConfirmClosing,
  decideRejectClosing,
  decideReopen,
} from './closing.decide';
import { decideComment } from './comment.decide';
import { decideMoveDeadlines } from './deadline-move.decide';
import {
  decideApprove,
  decideRefuse,
  decideRequestExtension,
  decideRequestPause,
  decideResume,
  decideWithdrawRequest,
  pendingRequestOf,
} from './deadline-request.decide';
import { decideFollowUp } from './follow-up.decide';
import { decideNoteIdentity } from './identity-note.decide';
import { decideFlagReassignment, decideReassign } from './reassignment.decide';
import {
  decideAddCoHandler,
  decideCancelSubTask,
  decideCompleteSubTask,
  withinDeadline,
} from './sub-task.decide';
import {
  decideAcknowledgeNotice,
  decideAnswerNotice,
  decideInstruct,
  decideSupervise,
  decideUrge,
} from './supervision.decide';
import { decideCloseUnanswered, decideFireSteps } from './timer.decide';
import { decideMerge, decideUnmerge, decideWithdraw } from './withdrawal.decide';
import { refuse } from './ticket.errors';
import { transitionOf, type TicketCommandName } from './ticket.transitions';
import {
  type CommandOf,
  type Decision,
  type DecisionContext,
  type TicketCommand,
} from './ticket-decision.types';
import { withNextStep } from './ticket-clocks.decide';
import { type Actor } from './actor.types';
import { type TicketEvent } from './ticket.events';
import { OPEN_STATUSES, type Ticket, type TicketStatus } from './ticket.types';

type Decide<N extends TicketCommand['name']> = (
  ticket: Ticket,
  command: CommandOf<N>,
  context: DecisionContext,
) => Decision;

const DECIDE: { readonly [N in TicketCommandName]: Decide<N> } = {
  withdraw: decideWithdraw,
  decline: decideDecline,
  merge: decideMerge,
  unmerge: decideUnmerge,
  queue: decideQueue,
  dispatch: decideDispatch,
  return: decideReturn,
  accept: decideAccept,
  transfer: decideTransfer,
  reassign: decideReassign,
  flagReassignment: decideFlagReassignment,
  addCoHandler: decideAddCoHandler,
  completeSubTask: decideCompleteSubTask,
  cancelSubTask: decideCancelSubTask,
  requestExtension: decideRequestExtension,
  requestPause: decideRequestPause,
  withdrawRequest: decideWithdrawRequest,
  approve: decideApprove,
  refuse: decideRefuse,
  resume: decideResume,
  moveDeadlines: decideMoveDeadlines,
  submitResult: decideSubmitResult,
  returnResult: decideReturnResult,
  approveResult: decideApproveResult,
  rate: decideRate,
  followUp: decideFollowUp,
  closeByDecision: decideCloseByDecision,
  confirmClosing: decideConfirmClosing,
  rejectClosing: decideRejectClosing,
  reopen: decideReopen,
  urge: decideUrge,
  supervise: decideSupervise,
  instruct: decideInstruct,
  acknowledgeNotice: decideAcknowledgeNotice,
  answerNotice: decideAnswerNotice,
  comment: decideComment,
  attach: decideAttach,
  noteIdentity: decideNoteIdentity,
  closeUnanswered: decideCloseUnanswered,
  fireSteps: decideFireSteps,
};

/**
 * Decides a command on a ticket. Returns the next state with its events, a refusal with a stable code, or, where
 * the same request was already carried out, the ticket unchanged without events. Pure: time, ids, calendar and
 * policy come in through the context.
 */
export function decide(ticket: Ticket, command: TicketCommand, context: DecisionContext): Decision {
  if (context.commandId !== undefined && ticket.log.some((entry) => entry.commandId === context.commandId))
    return { ok: true, next: ticket, events: [] };
  const refusal = refuseByTable(ticket, command.name, context.actor);
  if (refusal) return refusal;
  const decision = (DECIDE[command.name] as Decide<TicketCommand['name']>)(ticket, command, context);
  if (!decision.ok) return decision;
  const next = withNextStep(withinDeadline(withoutLeftovers(decision.next, context.now)));
  return { ok: true, next, events: decision.events.map((event) => onBehalf(event, ticket, context.actor)) };
}

/** What made sense only while somebody worked on it ends with that work. */
function withoutLeftovers(ticket: Ticket, now: Date): Ticket {
  if (ticket.status === 'in-progress') return ticket;
  const { pausedUntil: _, closingProposal, ...rest } = ticket;
  const pending = pendingRequestOf(ticket);
  return {
    ...rest,
    ...(closingProposal && ticket.status === 'resolved' ? { closingProposal } : {}),
    requests: pending
      ? ticket.requests.map((request) =>
          request === pending ? { ...request, state: 'lapsed' as const, decidedAt: now } : request,
        )
      : ticket.requests,
    subTasks: isOver(ticket.status)
      ? ticket.subTasks.map((task) =>
          task.state === 'open' ? { ...task, state: 'cancelled' as const, settledAt: now } : task,
        )
      : ticket.subTasks,
    steps: isOver(ticket.status)
      ? ticket.steps.map((step) =>
          step.state === 'planned' ? { ...step, state: 'withdrawn' as const, settledAt: now } : step,
        )
      : ticket.steps,
  };
}

const isOver = (status: TicketStatus): boolean => !OPEN_STATUSES.includes(status);

/** Where a stand-in did an owner's or a co-handler's part, the record says for whom. */
function onBehalf(event: TicketEvent, { owner, subTasks }: Ticket, actor: Actor): TicketEvent {
  const task = subTasks.find(({ id }) => id === event.facts.subTaskId);
  const away = [task?.coHandler, owner].find((person) => person && speaksFor(actor, person.id));
  if (!away || actor.kind !== 'person' || actor.id === away.id) return event;
  return { ...event, facts: { ...event.facts, onBehalfOf: away.name } };
}

/** What only an owner does; whoever has done it for one has made the work their own. */
const OWNERS_PART: readonly TicketEvent['type'][] = [
  'ticket.accepted',
  'ticket.extension-requested',
  'ticket.pause-requested',
  'ticket.result-submitted',
];

/**
 * Whether the work is the actor's own though the ticket is not, or not any more: they handed in its result before it
 * was reassigned, or have done the owner's part as a stand-in. A tracking code does not hide an owner who reported it.
 */
function isOwnWork({ log, owner, reporter, result }: Ticket, actor: Actor): boolean {
  if (actor.kind === 'reporter') return owner !== undefined && reporter.userId === owner.id;
  if (actor.kind === 'system') return false;
  if (result?.submittedBy.id === actor.id) return true;
  return log.some(
    ({ type, actor: by, facts }) =>
      facts.onBehalfOf !== undefined &&
      OWNERS_PART.includes(type) &&
      by.kind === 'person' &&
      by.id === actor.id,
  );
}

/** What the owner of a ticket may never do to it, whatever other office they hold. */
const NEVER_ON_OWN_WORK: readonly TicketCommandName[] = [
  'approve',
  'refuse',
  'returnResult',
  'approveResult',
  'rate',
  'followUp',
  'closeByDecision',
  'confirmClosing',
];

/** The refusal that follows from the transition table alone, or undefined where the table allows the command. */
export function refuseByTable(ticket: Ticket, command: TicketCommandName, actor: Actor) {
  const row = transitionOf(command);
  const held = capacitiesOf(ticket, actor);
  if (!row.by.some((capacity) => held.includes(capacity)))
    return refuse('TICKET.NOT_ALLOWED', `This account may not ${command} this ticket.`);
  if (NEVER_ON_OWN_WORK.includes(command) && (held.includes('owner') || isOwnWork(ticket, actor)))
    return refuse('TICKET.OWN_WORK', `An owner does not ${command} their own work.`);
  if (command === 'rate' && ticket.status === 'closed' && ticket.rating)
    return refuse('TICKET.ALREADY_RATED', 'This ticket has been rated.');
  if (row.moves[ticket.status] === undefined)
    return refuse('TICKET.ILLEGAL_TRANSITION', `A ticket that is ${ticket.status} cannot take ${command}.`);
  return undefined;
}
