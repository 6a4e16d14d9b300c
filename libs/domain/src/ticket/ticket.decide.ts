import {
  decideAccept,
  decideDecline,
  decideDispatch,
  decideQueue,
  decideReturn,
  decideTransfer,
} from './placement.decide';
import { decideApproveResult, decideRate, decideReturnResult, decideSubmitResult } from './result.decide';
import { decideComment } from './comment.decide';
import { decideCloseUnanswered, decideFireSteps } from './timer.decide';
import { refuse } from './ticket.errors';
import { type Capacity, transitionOf, type TicketCommandName } from './ticket.transitions';
import {
  type CommandOf,
  type Decision,
  type DecisionContext,
  type TicketCommand,
} from './ticket-decision.types';
import { withNextStep } from './ticket-clocks.decide';
import { type Actor } from './actor.types';
import { type Ticket } from './ticket.types';

type Decide<N extends TicketCommand['name']> = (
  ticket: Ticket,
  command: CommandOf<N>,
  context: DecisionContext,
) => Decision;

const DECIDE: { readonly [N in TicketCommand['name']]: Decide<N> } = {
  decline: decideDecline,
  queue: decideQueue,
  dispatch: decideDispatch,
  return: decideReturn,
  accept: decideAccept,
  transfer: decideTransfer,
  submitResult: decideSubmitResult,
  returnResult: decideReturnResult,
  approveResult: decideApproveResult,
  rate: decideRate,
  comment: decideComment,
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
  return decision.ok ? { ...decision, next: withNextStep(decision.next) } : decision;
}

/** What the owner of a ticket may never do to it, whatever other office they hold. */
const NEVER_ON_OWN_WORK: readonly TicketCommandName[] = ['returnResult', 'approveResult', 'rate', 'followUp'];

/** The refusal that follows from the transition table alone, or undefined where the table allows the command. */
export function refuseByTable(ticket: Ticket, command: TicketCommandName, actor: Actor) {
  const row = transitionOf(command);
  const held = capacitiesOf(ticket, actor);
  if (!row.by.some((capacity) => held.includes(capacity)))
    return refuse('TICKET.NOT_ALLOWED', `This account may not ${command} this ticket.`);
  if (NEVER_ON_OWN_WORK.includes(command) && held.includes('owner'))
    return refuse('TICKET.OWN_WORK', `An owner does not ${command} their own work.`);
  if (!row.available)
    return refuse('TICKET.COMMAND_NOT_AVAILABLE', `The command ${command} is not available yet.`);
  if (command === 'rate' && ticket.status === 'closed' && ticket.rating)
    return refuse('TICKET.ALREADY_RATED', 'This ticket has been rated.');
  if (row.moves[ticket.status] === undefined)
    return refuse('TICKET.ILLEGAL_TRANSITION', `A ticket that is ${ticket.status} cannot take ${command}.`);
  return undefined;
}

/** Every capacity in which the actor stands to this ticket; an office holder who owns it holds both. */
export function capacitiesOf(ticket: Ticket, actor: Actor): Capacity[] {
  if (actor.kind === 'reporter') return ['reporter'];
  if (actor.kind === 'system') return ['system'];
  const capacities: Capacity[] = [];
  if (ticket.reporter.userId === actor.id) capacities.push('reporter');
  if (ticket.owner?.id === actor.id) capacities.push('owner');
  if (actor.role === 'head' && actor.department !== undefined && actor.department === ticket.department)
    capacities.push('head');
  if (actor.role !== 'owner' && actor.role !== 'head' && actor.role !== 'reporter')
    capacities.push(actor.role);
  return capacities;
}
