import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { type Ticket } from './ticket.types';

/** Puts on the ticket's record what happened to its reporter's hidden identity; a repeat adds nothing. */
export function decideNoteIdentity(
  ticket: Ticket,
  command: CommandOf<'noteIdentity'>,
  context: DecisionContext,
): Decision {
  const { stage, openingId, reason } = command;
  const type = `ticket.identity-${stage}` as const;
  const known = ticket.log.some((entry) => entry.type === type && entry.facts.openingId === openingId);
  return {
    ok: true,
    next: ticket,
    events: known ? [] : [eventOf(type, context, { openingId }, reason)],
  };
}
