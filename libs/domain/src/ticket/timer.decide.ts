import { type RelativeRecipient } from '../policy/policy.types';
import { refuse } from './ticket.errors';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { type PlannedStep, type Ticket } from './ticket.types';

/**
 * Fires every step that is due, together: one event, in which each recipient stands once, at the highest level
 * that concerns them. A step whose time passed during an outage is thus recorded, and nobody hears twice.
 */
export function decideFireSteps(
  ticket: Ticket,
  _command: CommandOf<'fireSteps'>,
  context: DecisionContext,
): Decision {
  const { now } = context;
  const due = ticket.steps.filter((step) => step.state === 'planned' && step.dueAt <= now);
  if (due.length === 0) return refuse('TICKET.NOTHING_DUE', 'No step of this ticket is due.');
  const level = highest(due.map((step) => step.level));
  const steps = ticket.steps.map((step) =>
    due.includes(step) ? { ...step, state: 'fired' as const, settledAt: now } : step,
  );
  const recipients = recipientsOf(due);
  const facts = {
    steps: due.map((step) => `${step.clock}/${step.deadlineVersion}/${step.key}`),
    level,
    recipients: [...recipients.keys()],
    recipientLevels: [...recipients.values()],
    clock: due.reduce((last, step) => (step.level >= last.level ? step : last)).clock,
  };
  return {
    ok: true,
    next: { ...ticket, steps, escalationLevel: highest([ticket.escalationLevel, level]) },
    events: [eventOf('ticket.step-fired', context, facts)],
  };
}

function recipientsOf(due: readonly PlannedStep[]): Map<RelativeRecipient, number> {
  const recipients = new Map<RelativeRecipient, number>();
  for (const step of due)
    for (const recipient of step.recipients)
      recipients.set(recipient, Math.max(recipients.get(recipient) ?? 0, step.level));
  return recipients;
}

function highest(levels: readonly (0 | 1 | 2 | 3)[]): 0 | 1 | 2 | 3 {
  return levels.reduce((a, b) => (b > a ? b : a), 0);
}

/** Closes a resolved ticket whose reporter stayed silent; it never counts as satisfied. */
export function decideCloseUnanswered(
  ticket: Ticket,
  _command: CommandOf<'closeUnanswered'>,
  context: DecisionContext,
): Decision {
  if (!ticket.autoCloseAt || ticket.autoCloseAt > context.now)
    return refuse('TICKET.NOTHING_DUE', 'The reporter still has time to answer.');
  return {
    ok: true,
    next: { ...ticket, status: 'closed', closure: 'unanswered', closedAt: context.now },
    events: [eventOf('ticket.closed', context, { closure: 'unanswered' })],
  };
}
