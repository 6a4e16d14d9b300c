import { type timelineEntrySchema, type trackedTicketSchema } from '@app/contracts/http';
import { type Ticket, type TicketEvent, type TicketEventType } from '@app/domain';
import { type z } from 'zod';
import { type OfficeNames } from '../reference/office-names';
import { isOverdue } from './overdue.presenter';

type Entry = z.input<typeof timelineEntrySchema>;

const PUBLIC_EVENTS: ReadonlySet<TicketEventType> = new Set([
  'ticket.submitted',
  'ticket.declined',
  'ticket.dispatched',
  'ticket.accepted',
  'ticket.result-approved',
  'ticket.redo-started',
  'ticket.closed',
]);

/** Whether the reporter may know of an event; of comments only the public ones. */
export function isPublicEvent({ type, facts }: Pick<TicketEvent, 'type' | 'facts'>): boolean {
  return PUBLIC_EVENTS.has(type) || (type === 'ticket.commented' && facts['visibility'] === 'public');
}

/**
 * What whoever has the tracking code may see. Written field by field: contact data, internal comments, offices held
 * and the log itself have no way out through here.
 */
export function presentTracked(
  ticket: Ticket,
  { names, now, can }: { readonly names: OfficeNames; readonly now: Date; readonly can: readonly string[] },
): z.input<typeof trackedTicketSchema> {
  const { result, rating } = ticket;
  return {
    number: ticket.number,
    status: ticket.status,
    title: ticket.title,
    submittedAt: ticket.submittedAt.toISOString(),
    department: names.department(ticket.department),
    owner: ticket.owner?.name,
    responseDueAt: ticket.clocks.response?.dueAt.toISOString(),
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
    can: [...can],
    timeline: timelineOf(ticket, names),
  };
}

function timelineOf({ log }: Ticket, names: OfficeNames): Entry[] {
  const entries: Entry[] = [];
  let resultText: string | undefined;
  for (const event of log) {
    if (event.type === 'ticket.result-submitted') resultText = event.text;
    if (!isPublicEvent(event)) continue;
    entries.push({ at: event.at.toISOString(), type: event.type, ...wordsOf(event, names, resultText) });
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
    case 'ticket.declined':
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
