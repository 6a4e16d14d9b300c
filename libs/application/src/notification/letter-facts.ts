import {
  type Clock,
  type ClockName,
  type Department,
  type Notice,
  type Notification,
  openingOffices,
  type SubTask,
  subTasksDue,
  type Ticket,
  type TicketLogEntry,
} from '@app/domain';
import { type LetterFacts } from '../ports/letter-renderer.port';

/** What a letter is made of: all of it as it is at `now`, when the letter goes. */
export interface LetterOccasion {
  readonly notification: Pick<Notification, 'kind' | 'level' | 'recipient'>;
  /** The ticket whose event it is. */
  readonly ticket: Ticket;
  /** The ticket of whoever gets the letter: a reporter's own one, which may follow the other. */
  readonly addressed: Pick<Ticket, 'number' | 'title' | 'description' | 'location' | 'trackingCode'>;
  /** The ticket where the work is done: the event's own, or the one that has been merged into. */
  readonly worked: Ticket;
  readonly event: TicketLogEntry;
  readonly recipientName?: string | undefined;
  readonly departments: readonly Department[];
  readonly followers: number;
  /** Base of the links, without a trailing slash. */
  readonly publicUrl: string;
  readonly now: Date;
}

/** The facts of a letter, those left out that are not known. A reporter's link is a key, a person's is not. */
export function letterFactsOf(occasion: LetterOccasion): LetterFacts {
  const { notification, addressed, worked, departments, publicUrl } = occasion;
  const { response, resolution } = worked.clocks;
  const department = departments.find(({ code }) => code === worked.department)?.name;
  return {
    kind: notification.kind,
    ticketNumber: addressed.number,
    title: addressed.title,
    description: addressed.description,
    level: notification.level,
    link:
      notification.recipient.kind === 'reporter'
        ? `${publicUrl}/track/${addressed.trackingCode}`
        : `${publicUrl}/tickets/${addressed.number}`,
    ...withoutGaps({
      location: addressed.location,
      recipientName: occasion.recipientName,
      department,
      ownerName: worked.owner?.name,
      responseDueAt: response?.stoppedAt ? undefined : response?.dueAt,
      resolveDueAt: resolution?.dueAt,
      answerBefore: worked.autoCloseAt ?? acceptanceDeadline(worked),
      mergedInto: worked.number === addressed.number ? undefined : worked.number,
      ...subjectOf(occasion),
    }),
  };
}

/** What the event is about, beside the ticket. */
function subjectOf(occasion: LetterOccasion) {
  const { ticket, event, notification, followers, now } = occasion;
  const { facts, type } = event;
  // Whatever else fell due with it, a co-handler is reminded of the sub-task.
  const reminder = notification.kind === 'sub-task-due';
  const clock = reminder ? 'sub-task' : (facts.clock as LetterFacts['clock']);
  const task = subTaskOf(occasion);
  const notice = ticket.notices.find(({ id }) => id === (facts.noticeId ?? facts.subject));
  const request = ticket.requests.find(({ id }) => id === facts.requestId);
  const clockDueAt = clockDeadline(clock, ticket, task, notice);
  const subject = {
    text: event.text,
    personName: personOf(occasion, task),
    notice: notice && { number: notice.number, kind: notice.kind, mustAnswer: notice.mustAnswer },
    requestKind: request?.kind,
    subjectDueAt: (reminder ? undefined : notice?.replyBy) ?? task?.dueAt ?? request?.until,
    clock,
    overdue: clock && clockDueAt && clockDueAt < now,
    closure: facts.closure as LetterFacts['closure'],
    count: type === 'ticket.withdrawn' ? followers : (facts.count as number | undefined),
    cause: facts.cause as LetterFacts['cause'],
  };
  switch (notification.kind) {
    // The reporter is told why, in the words of whoever asked for it.
    case 'reporter-extended':
    case 'reporter-paused':
      return { ...subject, text: request?.reason };
    case 'reporter-asked':
    case 'reporter-result':
      return { ...subject, text: ticket.result?.text };
    // Offices, and no names.
    case 'reporter-identity-opened':
      return { text: event.text, offices: openingOffices(ticket.log, event) };
    case 'notice-issued':
      return { ...subject, text: notice?.text };
    case 'sub-task-assigned':
    case 'sub-task-due':
      return { ...subject, text: task?.text };
    default:
      return subject;
  }
}

/** The sub-task that the event names, or the recipient's among those that are due by it. */
function subTaskOf({ ticket, event, notification: { recipient } }: LetterOccasion): SubTask | undefined {
  const { subTaskId } = event.facts;
  if (subTaskId !== undefined) return ticket.subTasks.find(({ id }) => id === subTaskId);
  const due = subTasksDue(ticket, event);
  const theirs = due.find(
    ({ coHandler }) => recipient.kind === 'person' && recipient.personId === coHandler.id,
  );
  return theirs ?? due[0];
}

function personOf(
  { event: { actor, facts } }: LetterOccasion,
  task: SubTask | undefined,
): string | undefined {
  if (typeof facts.personName === 'string') return facts.personName;
  if (task) return task.coHandler.name;
  return actor.kind === 'person' ? actor.name : undefined;
}

function clockDeadline(
  name: LetterFacts['clock'],
  { clocks }: Ticket,
  task: SubTask | undefined,
  notice: Notice | undefined,
): Date | undefined {
  if (name === 'sub-task') return task?.dueAt;
  if (name === 'notice') return notice?.replyBy;
  return name && (clocks as Partial<Record<ClockName, Clock>>)[name]?.dueAt;
}

/** What a dispatcher has to keep: the acceptance deadline, while the ticket waits to be placed. */
function acceptanceDeadline({ status, clocks }: Ticket): Date | undefined {
  return status === 'submitted' ? clocks.acceptance.dueAt : undefined;
}

function withoutGaps<T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
