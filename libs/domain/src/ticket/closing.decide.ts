import { addAllowance } from '../calendar/deadline.decide';
import { capacitiesOf } from './capacities.decide';
import { refuse } from './ticket.errors';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { withClockStopped, withPauseEnded } from './ticket-clocks.decide';
import { redoWithShortDeadline } from './result.decide';
import { withReminders } from './supervision.decide';
import { type Ticket } from './ticket.types';

/** How many times a reporter may reopen; leadership may at any time. */
const REPORTER_REOPENS = 1;

/** One leader proposes to close what cannot or need not be solved here; the text goes to the reporter. */
export function decideCloseByDecision(
  ticket: Ticket,
  command: CommandOf<'closeByDecision'>,
  context: DecisionContext,
): Decision {
  const text = command.text.trim();
  const { actor, now } = context;
  if (text === '')
    return refuse('TICKET.TEXT_REQUIRED', 'The reporter is told why, so there has to be a text.');
  if (ticket.closingProposal)
    return refuse('TICKET.CLOSING_PROPOSED', 'A closing is proposed; confirm or reject that one.');
  if (actor.kind !== 'person') throw new Error('a closing is proposed by a person');
  const by = { id: actor.id, name: actor.name };
  return {
    ok: true,
    next: { ...ticket, closingProposal: { closure: command.closure, text, at: now, by } },
    events: [eventOf('ticket.closing-proposed', context, { closure: command.closure }, text)],
  };
}

/** → closed, by a leader other than the one who proposed it; counted apart from what was solved. */
export function decideConfirmClosing(
  ticket: Ticket,
  _command: CommandOf<'confirmClosing'>,
  context: DecisionContext,
): Decision {
  const { closingProposal: proposal, autoCloseAt: _autoCloseAt, ...rest } = ticket;
  const { actor, now, calendar } = context;
  if (!proposal) return refuse('TICKET.NO_CLOSING_PROPOSED', 'No closing is proposed.');
  if (actor.kind === 'person' && actor.id === proposal.by.id)
    return refuse('TICKET.SECOND_LEADER_NEEDED', 'A second leader confirms what the first one proposed.');
  const next = withClockStopped(withPauseEnded(rest, calendar, now, 'closed'), 'resolution', now);
  const facts = { closure: proposal.closure, proposedBy: proposal.by.name };
  return {
    ok: true,
    next: { ...next, status: 'closed', closure: proposal.closure, closedAt: now },
    events: [eventOf('ticket.closed', context, facts, proposal.text)],
  };
}

/** The proposal is off the table: by the second leader, or taken back by the first. */
export function decideRejectClosing(
  ticket: Ticket,
  command: CommandOf<'rejectClosing'>,
  context: DecisionContext,
): Decision {
  const { closingProposal: proposal, ...next } = ticket;
  const reason = command.reason.trim();
  if (!proposal) return refuse('TICKET.NO_CLOSING_PROPOSED', 'No closing is proposed.');
  if (reason === '') return refuse('TICKET.REASON_REQUIRED', 'Say why it is not closed.');
  const facts = { closure: proposal.closure, proposerId: proposal.by.id };
  return { ok: true, next, events: [eventOf('ticket.closing-rejected', context, facts, reason)] };
}

/** → in-progress with a short new deadline: by the reporter once and in time, by leadership at any time. */
export function decideReopen(
  ticket: Ticket,
  command: CommandOf<'reopen'>,
  context: DecisionContext,
): Decision {
  const reason = command.reason.trim();
  const { actor, now, calendar, policy } = context;
  if (reason === '') return refuse('TICKET.REASON_REQUIRED', 'Say what is wrong again.');
  const held = capacitiesOf(ticket, actor);
  const byReporter = !held.includes('director') && !held.includes('leader');
  if (byReporter && !hasReopeningLeft(ticket))
    return refuse('TICKET.REOPEN_LIMIT', 'It has been reopened once; please report the problem anew.');
  if (byReporter && ticket.closedAt && now > addAllowance(calendar, ticket.closedAt, policy.reopenWithin))
    return refuse('TICKET.REOPEN_TOO_LATE', 'The time for reopening has passed; please report it anew.');
  const {
    closure: _closure,
    closedAt: _closedAt,
    autoCloseAt: _autoCloseAt,
    result: _result,
    // What was said of the work before; the record has it.
    rating: _rating,
    ...rest
  } = ticket;
  const running = withReminders(redoWithShortDeadline(rest, context, 'reopened'), context);
  const reopens = ticket.reopens + 1;
  const facts = { byReporter, reopens, resolveDueAt: running.clocks.resolution?.dueAt.toISOString() };
  return {
    ok: true,
    next: { ...running, reopens },
    events: [eventOf('ticket.reopened', context, facts, reason)],
  };
}

/** Whether its reporter has not used up their reopening; leadership's own do not count against it. */
export function hasReopeningLeft({ log }: Pick<Ticket, 'log'>): boolean {
  const theirs = log.filter(({ type, facts }) => type === 'ticket.reopened' && facts.byReporter === true);
  return theirs.length < REPORTER_REOPENS;
}
