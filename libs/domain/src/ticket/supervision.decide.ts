import { addAllowance } from '../calendar/deadline.decide';
import { localDateOf } from '../calendar/local-time.decide';
import { personOf } from './capacities.decide';
import { refuse } from './ticket.errors';
import { type TicketEvent } from './ticket.events';
import { eventOf } from './ticket-event.decide';
import {
  type CommandOf,
  type Decision,
  type DecisionContext,
  type TicketCommand,
} from './ticket-decision.types';
import { unfired, withdrawSteps } from './ticket-clocks.decide';
import { type Notice, type NoticeKind, type Owner, type PlannedStep, type Ticket } from './ticket.types';

/** A reply is due after this where whoever issues the notice names no date. */
const DEFAULT_REPLY = { unit: 'working-days', amount: 3 } as const;
const LONGEST_REPLY_MS = 366 * 86_400_000;
const MOST_NOTICES = 50;
/** So many urges, or so often redone, and the director is to look at it. */
const RAISING_COUNT = 3;

/** The reporter asks to hurry: not right after the report, once a day at most; every third one raises supervision. */
export function decideUrge(ticket: Ticket, command: CommandOf<'urge'>, context: DecisionContext): Decision {
  const { calendar, policy, now } = context;
  const quietUntil = addAllowance(calendar, ticket.submittedAt, policy.urgeQuiet);
  if (now < quietUntil)
    return refuse('TICKET.URGE_TOO_EARLY', `It can be urged from ${quietUntil.toISOString()} on.`);
  const last = ticket.urges.at(-1);
  if (last && localDateOf(last.at) === localDateOf(now))
    return refuse('TICKET.URGED_TODAY', 'It has been urged today; once a day is heard.');
  const text = command.text?.trim() || undefined;
  const urges = [...ticket.urges, { at: now, ...(text === undefined ? {} : { text }) }];
  const urged = eventOf('ticket.urged', context, { count: urges.length }, text);
  const raised = raiseSupervision({ ...ticket, urges }, 'urges', urges.length, context);
  return { ok: true, next: raised.ticket, events: [urged, ...raised.events] };
}

/** A supervision order (督办单) by leadership, on top of the owner's list, answered before the result. */
export function decideSupervise(
  ticket: Ticket,
  command: CommandOf<'supervise'>,
  context: DecisionContext,
): Decision {
  return issue(ticket, 'supervision-order', command, context);
}

/** An instruction (批示) by leadership, answered before the result. */
export function decideInstruct(
  ticket: Ticket,
  command: CommandOf<'instruct'>,
  context: DecisionContext,
): Decision {
  return issue(ticket, 'instruction', command, context);
}

/** Received and read; by the dispatcher while nobody owns the ticket. */
export function decideAcknowledgeNotice(
  ticket: Ticket,
  command: CommandOf<'acknowledgeNotice'>,
  context: DecisionContext,
): Decision {
  const refusal = refuseAddressee(ticket, context);
  if (refusal) return refusal;
  const notice = ticket.notices.find(({ id }) => id === command.noticeId);
  if (!notice) return refuse('TICKET.NOTICE_NOT_FOUND', 'There is no such notice on this ticket.');
  if (notice.acknowledgedAt) return refuse('TICKET.NOTICE_SETTLED', 'It has been acknowledged.');
  return settle(ticket, notice, acknowledgement(context), 'ticket.notice-acknowledged', context);
}

/** What is being done about it; an answer acknowledges as well. */
export function decideAnswerNotice(
  ticket: Ticket,
  command: CommandOf<'answerNotice'>,
  context: DecisionContext,
): Decision {
  const refusal = refuseAddressee(ticket, context);
  if (refusal) return refusal;
  const text = command.text.trim();
  if (text === '') return refuse('TICKET.TEXT_REQUIRED', 'An answer says what is being done.');
  const notice = ticket.notices.find(({ id }) => id === command.noticeId);
  if (!notice) return refuse('TICKET.NOTICE_NOT_FOUND', 'There is no such notice on this ticket.');
  if (notice.answeredAt) return refuse('TICKET.NOTICE_SETTLED', 'It has been answered.');
  const { acknowledgedAt, acknowledgedBy } = acknowledgement(context);
  const answer = { answeredAt: acknowledgedAt, answeredBy: acknowledgedBy, answer: text };
  const acknowledged = notice.acknowledgedAt ? {} : { acknowledgedAt, acknowledgedBy };
  return settle(ticket, notice, { ...acknowledged, ...answer }, 'ticket.notice-answered', context, text);
}

/** The kind of notice a command may issue now, so that its number can be allocated before the decision. */
export function noticeToIssue(
  ticket: Ticket,
  command: TicketCommand['name'],
  now: Date,
): NoticeKind | undefined {
  if (command === 'supervise') return 'supervision-order';
  if (command === 'instruct') return 'instruction';
  if (command !== 'fireSteps') return undefined;
  return noticeOfSteps(ticket.steps.filter((step) => step.state === 'planned' && step.dueAt <= now));
}

/** Of steps that fire together only the highest one's notice is issued, as each person hears only once. */
export function noticeOfSteps(due: readonly PlannedStep[]): NoticeKind | undefined {
  return due.filter(({ notice }) => notice !== undefined).toSorted((a, b) => b.level - a.level)[0]?.notice;
}

const OFFICIAL_NAMES: Readonly<Record<NoticeKind, string>> = {
  'urge-notice': '催办',
  'supervision-order': '督办',
  instruction: '批示',
};

/** The official number of a notice, such as 督办〔2026〕12号 (GB/T 9704: office code, year in 〔〕, running number). */
export function noticeNumberOf(kind: NoticeKind, year: number, running: number): string {
  return `${OFFICIAL_NAMES[kind]}〔${year}〕${running}号`;
}

/** Issued by the ladder, without a person behind it. */
export function withLadderNotice(
  ticket: Ticket,
  kind: NoticeKind,
  text: string,
  context: DecisionContext,
): { readonly ticket: Ticket; readonly notice: Notice } {
  return withNotice(ticket, { kind, text, mustAnswer: kind !== 'urge-notice' }, context);
}

/** The ticket on a higher level of supervision, where the count has come to it. */
export function raiseSupervision(
  ticket: Ticket,
  cause: 'urges' | 'redo',
  count: number,
  context: DecisionContext,
): { readonly ticket: Ticket; readonly events: readonly TicketEvent[] } {
  if (count < RAISING_COUNT) return { ticket, events: [] };
  const level = count < 2 * RAISING_COUNT ? 2 : 3;
  if (level <= ticket.escalationLevel && count % RAISING_COUNT !== 0) return { ticket, events: [] };
  return {
    ticket: level > ticket.escalationLevel ? { ...ticket, escalationLevel: level } : ticket,
    events: [eventOf('ticket.supervision-raised', context, { cause, count, level })],
  };
}

function issue(
  ticket: Ticket,
  kind: NoticeKind,
  command: { readonly text: string; readonly replyBy?: Date },
  context: DecisionContext,
): Decision {
  const text = command.text.trim();
  if (text === '') return refuse('TICKET.TEXT_REQUIRED', 'A notice says what is asked for.');
  if (ticket.notices.length >= MOST_NOTICES)
    return refuse('TICKET.NOTICE_LIMIT', `A ticket takes ${MOST_NOTICES} notices at most.`);
  const { replyBy } = command;
  const now = context.now.getTime();
  if (replyBy && (replyBy.getTime() <= now || replyBy.getTime() > now + LONGEST_REPLY_MS))
    return refuse('TICKET.DATE_INVALID', 'The reply is due after now and within a year.');
  const by = personOf(context.actor);
  const order = { kind, text, mustAnswer: true, ...(replyBy ? { replyBy } : {}) };
  const { ticket: next, notice } = withNotice(ticket, by ? { ...order, by } : order, context);
  const type = kind === 'instruction' ? 'ticket.instructed' : 'ticket.supervised';
  return { ok: true, next, events: [eventOf(type, context, factsOf(notice), text)] };
}

function withNotice(
  ticket: Ticket,
  order: Pick<Notice, 'kind' | 'text' | 'mustAnswer' | 'by' | 'replyBy'>,
  context: DecisionContext,
): { readonly ticket: Ticket; readonly notice: Notice } {
  const { now, calendar, noticeNumber } = context;
  if (noticeNumber === undefined) throw new Error(`no number was allocated for a ${order.kind}`);
  const replyBy = order.replyBy ?? addAllowance(calendar, now, DEFAULT_REPLY);
  const notice: Notice = {
    ...order,
    id: context.newId(),
    number: noticeNumber,
    issuedAt: now,
    ...(order.mustAnswer ? { replyBy } : {}),
  };
  const steps = order.mustAnswer
    ? [...ticket.steps, ...remindersOf(notice.id, replyBy, context)]
    : ticket.steps;
  return { ticket: { ...ticket, notices: [...ticket.notices, notice], steps }, notice };
}

/** Whoever still owes an answer when a ticket goes on after it was over is reminded again, but not twice of the same. */
export function withReminders(ticket: Ticket, context: DecisionContext): Ticket {
  const planned = ticket.notices.flatMap(({ id, mustAnswer, answeredAt, replyBy }) =>
    mustAnswer && !answeredAt && replyBy ? remindersOf(id, replyBy, context) : [],
  );
  return { ...ticket, steps: [...ticket.steps, ...unfired(planned, ticket.steps)] };
}

function remindersOf(noticeId: string, replyBy: Date, { calendar }: DecisionContext): PlannedStep[] {
  const step = { clock: 'notice', subject: noticeId, deadlineVersion: 1, state: 'planned' } as const;
  const later = addAllowance(calendar, replyBy, { unit: 'working-days', amount: 1 });
  return [
    { ...step, key: 'reply-due', kind: 'escalate', level: 1, recipients: ['owner', 'head'], dueAt: replyBy },
    { ...step, key: 'reply-director', kind: 'escalate', level: 2, recipients: ['director'], dueAt: later },
  ];
}

function refuseAddressee({ owner }: Ticket, { actor }: DecisionContext) {
  const isDispatcher = actor.kind === 'person' && actor.role === 'dispatcher';
  return isDispatcher && owner
    ? refuse('TICKET.NOT_ALLOWED', 'The notice is for the owner and the head.')
    : undefined;
}

function settle(
  ticket: Ticket,
  notice: Notice,
  change: Partial<Notice>,
  type: 'ticket.notice-acknowledged' | 'ticket.notice-answered',
  context: DecisionContext,
  text?: string,
): Decision {
  const settled = { ...notice, ...change };
  const isOver = settled.answeredAt !== undefined || !settled.mustAnswer;
  return {
    ok: true,
    next: {
      ...ticket,
      notices: ticket.notices.map((other) => (other === notice ? settled : other)),
      steps: isOver ? withdrawSteps(ticket.steps, 'notice', context.now, notice.id) : ticket.steps,
    },
    events: [eventOf(type, context, factsOf(notice), text)],
  };
}

function factsOf({ id, number, kind, replyBy }: Notice) {
  return { noticeId: id, noticeNumber: number, noticeKind: kind, replyBy: replyBy?.toISOString() };
}

function acknowledgement(context: DecisionContext): { acknowledgedAt: Date; acknowledgedBy: Owner } {
  const acknowledgedBy = personOf(context.actor);
  if (!acknowledgedBy) throw new Error('a notice is acknowledged by a person');
  return { acknowledgedAt: context.now, acknowledgedBy };
}
