import { type Actor } from './actor.types';
import { pendingRequestOf } from './deadline-request.decide';
import { refuseByTable } from './ticket.decide';
import { TICKET_COMMANDS, type TicketCommandName } from './ticket.transitions';
import { type Ticket } from './ticket.types';

/** What a command needs to find on the ticket; without it there is nothing to do, and nothing to offer. */
const FINDS: Readonly<Partial<Record<TicketCommandName, (ticket: Ticket, actor: Actor) => boolean>>> = {
  reassign: ({ reassignment, subTasks }) =>
    reassignment !== undefined || subTasks.some((task) => task.state === 'open' && task.reassignment),
  completeSubTask: hasOpenSubTask,
  cancelSubTask: hasOpenSubTask,
  requestExtension: mayAsk,
  requestPause: mayAsk,
  withdrawRequest: (ticket) => pendingRequestOf(ticket) !== undefined,
  approve: isToDecide,
  refuse: isToDecide,
  resume: ({ pausedUntil }) => pausedUntil !== undefined,
  closeByDecision: ({ closingProposal }) => closingProposal === undefined,
  confirmClosing: ({ closingProposal }, actor) =>
    closingProposal !== undefined && !(actor.kind === 'person' && actor.id === closingProposal.by.id),
  rejectClosing: ({ closingProposal }) => closingProposal !== undefined,
  acknowledgeNotice: ({ notices }) => notices.some(({ acknowledgedAt }) => !acknowledgedAt),
  answerNotice: ({ notices }) => notices.some(({ answeredAt }) => !answeredAt),
};

/**
 * The commands that make sense for the actor now: allowed by the table, with something on the ticket to act on. What
 * only the command's own words or the time decide (limits, dates) is not looked at.
 */
export function availableCommands(ticket: Ticket, actor: Actor): TicketCommandName[] {
  return TICKET_COMMANDS.filter(
    (command) =>
      (FINDS[command]?.(ticket, actor) ?? true) && refuseByTable(ticket, command, actor) === undefined,
  );
}

function hasOpenSubTask({ subTasks }: Ticket): boolean {
  return subTasks.some(({ state }) => state === 'open');
}

function mayAsk(ticket: Ticket): boolean {
  return pendingRequestOf(ticket) === undefined && ticket.pausedUntil === undefined;
}

/** Somebody else asked, and the decision is not a higher level's. */
function isToDecide(ticket: Ticket, actor: Actor): boolean {
  const pending = pendingRequestOf(ticket);
  if (!pending || actor.kind !== 'person' || actor.id === pending.requestedBy.id) return false;
  return pending.level === 'head' || actor.role === 'director';
}
