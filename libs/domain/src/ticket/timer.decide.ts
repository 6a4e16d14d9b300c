import { officialTimeText } from '../calendar/local-time.decide';
import { refuse } from './ticket.errors';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { noticeOfSteps, withLadderNotice } from './supervision.decide';
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
  const fired = { ...ticket, steps, escalationLevel: highest([ticket.escalationLevel, level]) };
  const kind = noticeOfSteps(due);
  const issued = kind && withLadderNotice(fired, kind, noticeText(ticket), context);
  const leading = due.reduce((last, step) => (step.level >= last.level ? step : last));
  const facts = {
    steps: due.map(stepKeyOf),
    level,
    recipients: [...recipients.keys()],
    recipientLevels: [...recipients.values()],
    clock: leading.clock,
    subject: leading.subject,
    noticeId: issued?.notice.id,
    noticeNumber: issued?.notice.number,
    noticeKind: kind,
  };
  return {
    ok: true,
    next: issued?.ticket ?? fired,
    events: [eventOf('ticket.step-fired', context, facts)],
  };
}

/** What time asks of a ticket now: a granted pause is over, a silent reporter's time is up, or steps are due. */
export function dueCommand(
  ticket: Pick<Ticket, 'pausedUntil' | 'autoCloseAt' | 'status'>,
  now: Date,
): 'resume' | 'closeUnanswered' | 'fireSteps' {
  if (ticket.pausedUntil && ticket.pausedUntil <= now) return 'resume';
  const silent =
    ticket.status === 'resolved' && ticket.autoCloseAt !== undefined && ticket.autoCloseAt <= now;
  return silent ? 'closeUnanswered' : 'fireSteps';
}

/** Names a step among all of its ticket's: what fires once fires under this key. */
function stepKeyOf({ clock, subject, deadlineVersion, key }: PlannedStep): string {
  return `${subject === undefined ? clock : `${clock}:${subject}`}/${deadlineVersion}/${key}`;
}

/** The text of a notice that no person wrote. */
function noticeText({ clocks }: Ticket): string {
  const due = clocks.resolution?.dueAt ?? clocks.acceptance.dueAt;
  return `该事项应于${officialTimeText(due)}前办结，现已超期。请立即办理，并说明原因和预计完成时间。`;
}

function recipientsOf(due: readonly PlannedStep[]): Map<PlannedStep['recipients'][number], number> {
  const recipients = new Map<PlannedStep['recipients'][number], number>();
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
