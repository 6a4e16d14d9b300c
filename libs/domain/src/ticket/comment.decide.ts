import { capacitiesOf } from './capacities.decide';
import { refuse } from './ticket.errors';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { type Ticket } from './ticket.types';

/** More than anyone needs, and less than a document holds. */
const MOST_COMMENTS = 200;

/** A comment changes nothing but the record; a reporter's is always public. */
export function decideComment(
  ticket: Ticket,
  command: CommandOf<'comment'>,
  context: DecisionContext,
): Decision {
  const text = command.text.trim();
  if (text === '') return refuse('TICKET.TEXT_REQUIRED', 'A comment needs a text.');
  if (ticket.log.filter(({ type }) => type === 'ticket.commented').length >= MOST_COMMENTS)
    return refuse('TICKET.COMMENT_LIMIT', `A ticket takes ${MOST_COMMENTS} comments at most.`);
  const byReporter = capacitiesOf(ticket, context.actor).includes('reporter');
  const visibility = byReporter ? 'public' : command.visibility;
  return {
    ok: true,
    next: ticket,
    events: [eventOf('ticket.commented', context, { visibility, byReporter }, text)],
  };
}
