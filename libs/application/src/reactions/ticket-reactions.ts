import { type TicketEvent, type TicketEventType } from '@app/domain';
import { type JobToPublish } from '../ports/job-publisher.port';
import { type OutboxEntry } from '../ports/ticket-repository.port';

type EventJob = 'ticket.dispatch' | 'notification.plan';

/** What follows from each event; total, so that a new event has to say what it causes. */
const REACTIONS: Readonly<Record<TicketEventType, readonly EventJob[]>> = {
  'ticket.submitted': ['ticket.dispatch', 'notification.plan'],
  'ticket.queued': ['notification.plan'],
  'ticket.declined': ['notification.plan'],
  'ticket.dispatched': ['notification.plan'],
  'ticket.returned': ['notification.plan'],
  'ticket.accepted': [],
  'ticket.transferred': ['notification.plan'],
  'ticket.result-submitted': ['notification.plan'],
  'ticket.result-returned': ['notification.plan'],
  'ticket.result-approved': ['notification.plan'],
  'ticket.rated': ['notification.plan'],
  'ticket.redo-started': [],
  'ticket.closed': ['notification.plan'],
  'ticket.commented': ['notification.plan'],
  'ticket.step-fired': ['notification.plan'],
};

/** The outbox entries for a ticket's new events; an event that causes nothing has none. */
export function outboxOf(ticketId: string, events: readonly TicketEvent[]): OutboxEntry[] {
  return events
    .filter((event) => REACTIONS[event.type].length > 0)
    .map(({ id, type, at, correlationId }) => ({
      eventId: id,
      type,
      ticketId,
      at,
      ...(correlationId === undefined ? {} : { correlationId }),
    }));
}

/** The jobs that an event causes; the same event always gives the same job ids. */
export function jobsOf(entry: OutboxEntry): JobToPublish[] {
  const { eventId, ticketId, at, correlationId } = entry;
  const payload = {
    eventId,
    ticketId,
    occurredAt: at.toISOString(),
    ...(correlationId === undefined ? {} : { correlationId }),
  };
  return REACTIONS[entry.type].map((name) => ({ name, payload, jobId: `${name}-${eventId}` }));
}
