import { type TicketEvent, type TicketEventType } from '@app/domain';
import { type JobToPublish } from '../ports/job-publisher.port';
import { type EventJobName, type OutboxEntry } from '../ports/ticket-repository.port';

/** What follows from each event; total, so that a new event has to say what it causes. */
const REACTIONS: Readonly<Record<TicketEventType, readonly EventJobName[]>> = {
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

/** What a ticket's new events leave to be done. */
export function outboxOf(ticketId: string, events: readonly TicketEvent[]): OutboxEntry[] {
  return events.flatMap(({ id: eventId, type, at, correlationId }) =>
    REACTIONS[type].map((job) => ({
      eventId,
      job,
      ticketId,
      at,
      ...(correlationId === undefined ? {} : { correlationId }),
    })),
  );
}

/** The job that does it; the same entry always gives the same job id. */
export function jobOf({ job, eventId, ticketId, at, correlationId }: OutboxEntry): JobToPublish {
  const payload = {
    eventId,
    ticketId,
    occurredAt: at.toISOString(),
    ...(correlationId === undefined ? {} : { correlationId }),
  };
  return { name: job, payload, jobId: `${job}-${eventId}` };
}
