import { type Sight, sightOf, type TicketEvent, type TicketEventType } from '@app/domain';
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
  'ticket.withdrawn': ['notification.plan'],
  'ticket.merged': ['notification.plan'],
  'ticket.unmerged': ['notification.plan'],
  'ticket.reassignment-needed': ['notification.plan'],
  'ticket.reassigned': ['notification.plan'],
  'ticket.co-handler-added': ['notification.plan'],
  'ticket.sub-task-done': ['notification.plan'],
  'ticket.sub-task-cancelled': ['notification.plan'],
  'ticket.extension-requested': ['notification.plan'],
  'ticket.pause-requested': ['notification.plan'],
  'ticket.request-withdrawn': [],
  'ticket.extension-approved': ['notification.plan'],
  'ticket.pause-approved': ['notification.plan'],
  'ticket.request-refused': ['notification.plan'],
  'ticket.resumed': ['notification.plan'],
  'ticket.deadlines-moved': ['notification.plan'],
  'ticket.followed-up': ['notification.plan'],
  'ticket.closing-proposed': ['notification.plan'],
  'ticket.closing-rejected': ['notification.plan'],
  'ticket.reopened': ['notification.plan'],
  'ticket.urged': ['notification.plan'],
  'ticket.supervision-raised': ['notification.plan'],
  'ticket.supervised': ['notification.plan'],
  'ticket.instructed': ['notification.plan'],
  'ticket.notice-acknowledged': [],
  'ticket.notice-answered': ['notification.plan'],
  'ticket.attached': ['notification.plan'],
  'ticket.identity-requested': ['notification.plan'],
  'ticket.identity-opened': ['notification.plan'],
  'ticket.identity-refused': ['notification.plan'],
};

/** Whoever watches is told of all but the first event, which another one follows at once. */
const UNANNOUNCED: TicketEventType = 'ticket.submitted';

/** What a ticket's new events leave to be done; `previous` is the ticket before them, absent for a new one. */
export function outboxOf(ticketId: string, events: readonly TicketEvent[], previous?: Sight): OutboxEntry[] {
  return events.flatMap(({ id: eventId, type, at, correlationId }) => {
    const entry = { eventId, ticketId, at, ...(correlationId === undefined ? {} : { correlationId }) };
    const entries: OutboxEntry[] = REACTIONS[type].map((job) => ({ ...entry, job }));
    return type === UNANNOUNCED ? entries : [...entries, announcementOf(entry, previous)];
  });
}

function announcementOf(entry: Omit<OutboxEntry, 'job'>, previous: Sight | undefined): OutboxEntry {
  return { ...entry, job: 'ticket.announce', ...(previous ? { before: sightOf(previous) } : {}) };
}

/** The job that does it; the same entry always gives the same job id. */
export function jobOf({ job, eventId, ticketId, at, correlationId, before }: OutboxEntry): JobToPublish {
  const payload = {
    eventId,
    ticketId,
    occurredAt: at.toISOString(),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(before === undefined ? {} : { before }),
  };
  return { name: job, payload, jobId: `${job}-${eventId}` };
}
