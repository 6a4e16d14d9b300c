import { addAllowance } from '../calendar/deadline.decide';
import { exceedsLimit, MOST_ATTACHMENTS, newOnes } from './attach.decide';
import { raiseSupervision } from './supervision.decide';
import { refuse } from './ticket.errors';
import { type TicketEvent } from './ticket.events';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import {
  resolutionClockOf,
  restartClock,
  resumeClock,
  withClock,
  withClockStopped,
  withPauseEnded,
} from './ticket-clocks.decide';
import { type Rating, type Ticket } from './ticket.types';

/** → in-review; the resolution clock stops provisionally, and whether it was on time is settled here. */
export function decideSubmitResult(
  ticket: Ticket,
  command: CommandOf<'submitResult'>,
  context: DecisionContext,
): Decision {
  const text = command.text.trim();
  if (text === '') return refuse('TICKET.TEXT_REQUIRED', 'A result says what was done.');
  const refusal = refuseUnfinished(ticket) ?? refuseFiles(ticket, command, context);
  if (refusal) return refusal;
  const { owner } = ticket;
  const { now, calendar } = context;
  if (!owner) throw new Error(`ticket ${ticket.id} is in progress without an owner`);
  const running = withPauseEnded(ticket, calendar, now, 'result submitted');
  const clock = resolutionClockOf(running);
  const onTime = now <= clock.dueAt;
  const onTimeOriginally = now <= (clock.versions[clock.stretch - 1]?.dueAt ?? clock.dueAt);
  const next = withClockStopped(running, 'resolution', now);
  const attachments = newOnes(ticket, command.attachments ?? []);
  return {
    ok: true,
    next: {
      ...next,
      status: 'in-review',
      result: { text, submittedAt: now, submittedBy: owner, onTime, onTimeOriginally },
      attachments: [...ticket.attachments, ...attachments],
    },
    events: [
      eventOf(
        'ticket.result-submitted',
        context,
        { onTime, attachmentIds: attachments.map(({ id }) => id) },
        text,
      ),
    ],
  };
}

function refuseUnfinished({ subTasks, notices }: Ticket) {
  const open = subTasks.filter(({ state }) => state === 'open');
  if (open.length > 0)
    return refuse(
      'TICKET.SUB_TASKS_OPEN',
      `First finish or cancel the sub-tasks of ${open.map(({ coHandler }) => coHandler.name).join(', ')}.`,
    );
  const unanswered = notices.filter(({ mustAnswer, answeredAt }) => mustAnswer && !answeredAt);
  if (unanswered.length > 0)
    return refuse(
      'TICKET.NOTICES_OPEN',
      `First answer ${unanswered.map(({ number }) => number).join(', ')}.`,
    );
  return undefined;
}

function refuseFiles(
  ticket: Ticket,
  { attachments = [] }: CommandOf<'submitResult'>,
  { photosRequired = false }: DecisionContext,
) {
  if (exceedsLimit(ticket, newOnes(ticket, attachments)))
    return refuse('TICKET.ATTACHMENT_LIMIT', `A ticket takes ${MOST_ATTACHMENTS} files at most.`);
  const shown = [...ticket.attachments, ...attachments].some(
    ({ purpose, mediaType }) => purpose === 'result' && mediaType.startsWith('image/'),
  );
  return photosRequired && !shown
    ? refuse('TICKET.PHOTO_REQUIRED', 'This category asks for a photo of the result.')
    : undefined;
}

/** → in-progress; the clock goes on from where it stopped. The review itself took none of the owner's time. */
export function decideReturnResult(
  ticket: Ticket,
  command: CommandOf<'returnResult'>,
  context: DecisionContext,
): Decision {
  const reason = command.reason.trim();
  if (reason === '')
    return refuse('TICKET.REASON_REQUIRED', 'Say what is missing, so that the owner can mend it.');
  const { result: _, ...rest } = ticket;
  const clock = resumeClock(context.calendar, resolutionClockOf(ticket), context.now, 'result returned');
  const redo = ticket.redo + 1;
  const running = withClock({ ...rest, status: 'in-progress', redo }, 'resolution', clock, planOf(context));
  const raised = raiseSupervision(running, 'redo', redo, context);
  const facts = { redo, resolveDueAt: isoOf(running) };
  return {
    ok: true,
    next: raised.ticket,
    events: [eventOf('ticket.result-returned', context, facts, reason), ...raised.events],
  };
}

/** → resolved; the reporter is asked, and has until `autoCloseAt` to answer. */
export function decideApproveResult(
  ticket: Ticket,
  _command: CommandOf<'approveResult'>,
  context: DecisionContext,
): Decision {
  const { actor, now, calendar, policy } = context;
  if (!ticket.result || actor.kind !== 'person')
    throw new Error(`ticket ${ticket.id} is in review without a result`);
  const autoCloseAt = addAllowance(calendar, now, policy.autoClose);
  // What was said of the work before is on record; whoever stays silent now has not rated this.
  const { rating: _, ...rest } = ticket;
  return {
    ok: true,
    next: {
      ...rest,
      status: 'resolved',
      result: { ...ticket.result, approvedAt: now, approvedBy: { id: actor.id, name: actor.name } },
      autoCloseAt,
    },
    events: [eventOf('ticket.result-approved', context, { autoCloseAt: autoCloseAt.toISOString() })],
  };
}

/** Solved: → closed (confirmed). Not solved: a reason, then → in-progress with a short new deadline. */
export function decideRate(ticket: Ticket, command: CommandOf<'rate'>, context: DecisionContext): Decision {
  const { solved, contacted, satisfaction } = command;
  const comment = command.comment?.trim() ?? '';
  if (!solved && comment === '') return refuse('TICKET.REASON_REQUIRED', 'Say what is still not solved.');
  const rating: Rating = {
    solved,
    contacted,
    satisfaction,
    ratedAt: context.now,
    ...(comment === '' ? {} : { comment }),
  };
  const rated = eventOf(
    'ticket.rated',
    context,
    { solved, contacted, satisfaction },
    comment === '' ? undefined : comment,
  );
  return settleAnswer(ticket, rating, rated, context);
}

/** What the reporter's answer leads to, whoever asked: closed when solved, otherwise done again. */
export function settleAnswer(
  ticket: Ticket,
  rating: Rating,
  answered: TicketEvent,
  context: DecisionContext,
): Decision {
  if (rating.solved)
    return {
      ok: true,
      next: { ...ticket, status: 'closed', closure: 'confirmed', closedAt: context.now, rating },
      events: [answered, eventOf('ticket.closed', context, { closure: 'confirmed' })],
    };
  const { autoCloseAt: _autoCloseAt, result: _result, ...rest } = ticket;
  const redo = ticket.redo + 1;
  const running = redoWithShortDeadline({ ...rest, rating, redo }, context, 'not solved');
  const raised = raiseSupervision(running, 'redo', redo, context);
  const started = eventOf('ticket.redo-started', context, { redo, resolveDueAt: isoOf(running) });
  return { ok: true, next: raised.ticket, events: [answered, started, ...raised.events] };
}

/** → in-progress on a clock that starts now with the policy's short allowance. */
export function redoWithShortDeadline(ticket: Ticket, context: DecisionContext, reason: string): Ticket {
  const { calendar, now, policy } = context;
  const clock = restartClock(calendar, resolutionClockOf(ticket), now, policy.redo, now, reason);
  return withClock({ ...ticket, status: 'in-progress' }, 'resolution', clock, planOf(context));
}

function planOf({ policy, calendar, now }: DecisionContext) {
  return { policy, calendar, at: now };
}

function isoOf(ticket: Ticket): string | undefined {
  return ticket.clocks.resolution?.dueAt.toISOString();
}
