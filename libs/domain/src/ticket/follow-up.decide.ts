import { refuse } from './ticket.errors';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { settleAnswer } from './result.decide';
import { type FollowUpCall, type Ticket } from './ticket.types';

/** More calls than anyone makes. */
const MOST_CALLS = 20;

/**
 * A verifier, never the owner, asks the reporter. Not reached: only recorded. Solved: → closed (confirmed), as if the
 * reporter had rated. Not solved: → in-progress with a short new deadline.
 */
export function decideFollowUp(
  ticket: Ticket,
  command: CommandOf<'followUp'>,
  context: DecisionContext,
): Decision {
  const { reached, solved, contacted, satisfaction } = command;
  const { actor, now } = context;
  if (actor.kind !== 'person') throw new Error('a follow-up is made by a person');
  const note = command.note?.trim() || undefined;
  if (reached && (solved === undefined || contacted === undefined || satisfaction === undefined))
    return refuse(
      'TICKET.TEXT_REQUIRED',
      'Of a reporter who was reached, say whether the owner had been in touch, whether it is solved, and how satisfied.',
    );
  if (reached && solved === false && note === undefined)
    return refuse('TICKET.REASON_REQUIRED', 'Say what is still not solved.');
  if (ticket.followUps.length >= MOST_CALLS)
    return refuse('TICKET.COMMENT_LIMIT', `A ticket takes ${MOST_CALLS} calls at most.`);
  const by = { id: actor.id, name: actor.name };
  const call: FollowUpCall = {
    at: now,
    by,
    reached,
    ...(reached && solved !== undefined ? { solved } : {}),
    ...(reached && satisfaction !== undefined ? { satisfaction } : {}),
    ...(note === undefined ? {} : { note }),
  };
  const called: Ticket = { ...ticket, followUps: [...ticket.followUps, call] };
  const facts = { reached, solved: call.solved, satisfaction: call.satisfaction };
  const event = eventOf('ticket.followed-up', context, facts, note);
  if (!reached || solved === undefined || contacted === undefined || satisfaction === undefined)
    return { ok: true, next: called, events: [event] };
  const answer = { solved, contacted, satisfaction, ...(note === undefined ? {} : { comment: note }) };
  return settleAnswer(called, { ...answer, ratedAt: now, verifiedBy: by }, event, context);
}
