import { type timelineEntrySchema, type trackedTicketSchema } from '@app/contracts/http';
import {
  attachmentsForReporter,
  openingOffices,
  type Ticket,
  type TicketEvent,
  type TicketEventType,
} from '@app/domain';
import { type z } from 'zod';
import { type AttachmentLinks } from '../attachments/attachment-links';
import { presentAttachments } from '../attachments/attachment.presenter';
import { type OfficeNames } from '../reference/office-names';
import { isOverdue, responseDueAt } from './overdue.presenter';

type Entry = z.input<typeof timelineEntrySchema>;

const PUBLIC_EVENTS: ReadonlySet<TicketEventType> = new Set([
  'ticket.submitted',
  'ticket.declined',
  'ticket.dispatched',
  'ticket.accepted',
  'ticket.result-approved',
  'ticket.redo-started',
  'ticket.closed',
  'ticket.withdrawn',
  'ticket.merged',
  'ticket.unmerged',
  'ticket.transferred',
  'ticket.reassigned',
  'ticket.extension-approved',
  'ticket.pause-approved',
  'ticket.resumed',
  'ticket.deadlines-moved',
  'ticket.urged',
  'ticket.supervised',
  'ticket.reopened',
  'ticket.identity-opened',
]);

/** Events in which a reporter speaks, or is spoken to. */
const PRIVATE_TO_REPORTER: ReadonlySet<string> = new Set([
  'ticket.commented',
  'ticket.attached',
  'ticket.urged',
  'ticket.reopened',
  'ticket.identity-opened',
]);

/** Events whose words were written by the reporter or for the reporter; the words of others stay in the office. */
const PUBLIC_TEXTS: ReadonlySet<TicketEventType> = new Set([
  'ticket.declined',
  'ticket.withdrawn',
  'ticket.closed',
  'ticket.commented',
  'ticket.urged',
  'ticket.identity-opened',
]);

/** Whether the reporter may read what was written with an event that the reporter may know of. */
export function isPublicText({ type, facts }: Pick<TicketEvent, 'type' | 'facts'>): boolean {
  return PUBLIC_TEXTS.has(type) || (type === 'ticket.reopened' && facts['byReporter'] === true);
}

/** Whether the reporter may know of an event; of comments only the public ones. */
export function isPublicEvent({ type, facts }: Pick<TicketEvent, 'type' | 'facts'>): boolean {
  // A sub-task that changes hands is the office's own affair.
  if (type === 'ticket.reassigned' && facts['subTaskId'] !== undefined) return false;
  const shown = type === 'ticket.commented' || type === 'ticket.attached';
  return PUBLIC_EVENTS.has(type) || (shown && facts['visibility'] === 'public');
}

interface TrackedView {
  readonly names: OfficeNames;
  readonly now: Date;
  readonly can: readonly string[];
  /** The ticket that this one was merged into. */
  readonly followed: Ticket | undefined;
  readonly reopenBefore: Date | undefined;
  readonly links: AttachmentLinks;
}

/**
 * What whoever has the tracking code may see. Written field by field: contact data, internal comments, offices held
 * and the log itself have no way out through here.
 */
export function presentTracked(
  ticket: Ticket,
  { names, now, can, followed, reopenBefore, links }: TrackedView,
): z.input<typeof trackedTicketSchema> {
  const { result, rating } = ticket;
  return {
    number: ticket.number,
    status: ticket.status,
    title: ticket.title,
    identity: ticket.reporter.identity,
    submittedAt: ticket.submittedAt.toISOString(),
    department: names.department(ticket.department),
    owner: ticket.owner?.name,
    responseDueAt: responseDueAt(ticket),
    resolveDueAt: ticket.clocks.resolution?.dueAt.toISOString(),
    overdue: isOverdue(ticket, now),
    result: result?.approvedAt && result.text,
    rateBefore: ticket.status === 'resolved' ? ticket.autoCloseAt?.toISOString() : undefined,
    closure: ticket.closure,
    rating: rating && {
      solved: rating.solved,
      contacted: rating.contacted,
      satisfaction: rating.satisfaction,
    },
    pausedUntil: ticket.pausedUntil?.toISOString(),
    reopenBefore: reopenBefore?.toISOString(),
    can: [...can],
    attachments: presentAttachments(attachmentsForReporter(ticket), links),
    timeline: timelineOf(ticket, names),
    follows: followed && presentFollowed(followed, names, links),
  };
}

/** As much of another reporter's ticket as concerns the problem itself: what that reporter wrote stays theirs. */
function presentFollowed(
  ticket: Ticket,
  names: OfficeNames,
  links: AttachmentLinks,
): z.input<typeof trackedTicketSchema>['follows'] {
  const { result } = ticket;
  return {
    number: ticket.number,
    status: ticket.status,
    department: names.department(ticket.department),
    owner: ticket.owner?.name,
    resolveDueAt: ticket.clocks.resolution?.dueAt.toISOString(),
    result: result?.approvedAt && result.text,
    attachments: presentAttachments(
      attachmentsForReporter(ticket).filter(({ purpose }) => purpose === 'result'),
      links,
    ),
    timeline: timelineOf(ticket, names).filter(({ type }) => !PRIVATE_TO_REPORTER.has(type)),
  };
}

function timelineOf({ log }: Ticket, names: OfficeNames): Entry[] {
  const entries: Entry[] = [];
  let resultText: string | undefined;
  for (const event of log) {
    if (event.type === 'ticket.result-submitted') resultText = event.text;
    if (!isPublicEvent(event)) continue;
    entries.push({
      at: event.at.toISOString(),
      type: event.type,
      ...wordsOf(event, names, resultText),
      ...(event.type === 'ticket.identity-opened' ? { offices: openingOffices(log, event) } : {}),
    });
  }
  return entries;
}

function wordsOf(event: TicketEvent, names: OfficeNames, resultText: string | undefined): Partial<Entry> {
  const { type, facts, text, actor } = event;
  switch (type) {
    case 'ticket.dispatched':
      return { by: names.department(String(facts['department'])), text: String(facts['ownerName']) };
    case 'ticket.accepted':
      return actor.kind === 'person' ? { by: actor.name } : {};
    case 'ticket.result-approved':
      return resultText === undefined ? {} : { text: resultText };
    case 'ticket.transferred':
    case 'ticket.reassigned':
      return { by: String(facts['ownerName']) };
    case 'ticket.merged':
    case 'ticket.unmerged':
      return { text: String(facts['targetNumber']) };
    case 'ticket.extension-approved':
    case 'ticket.pause-approved':
      return { text: String(facts['requestReason']), dueAt: String(facts['resolveDueAt']) };
    case 'ticket.resumed':
    case 'ticket.deadlines-moved':
    case 'ticket.redo-started':
      return facts['resolveDueAt'] === undefined ? {} : { dueAt: String(facts['resolveDueAt']) };
    case 'ticket.reopened':
      return {
        ...(text !== undefined && isPublicText(event) ? { text } : {}),
        ...(facts['resolveDueAt'] === undefined ? {} : { dueAt: String(facts['resolveDueAt']) }),
      };
    case 'ticket.declined':
    case 'ticket.closed':
    case 'ticket.urged':
    case 'ticket.identity-opened':
      return text === undefined ? {} : { text };
    case 'ticket.commented':
      return {
        ...(text === undefined ? {} : { text }),
        ...(facts['byReporter'] !== true && actor.kind === 'person' ? { by: actor.name } : {}),
      };
    default:
      return {};
  }
}
