import { z } from 'zod';
import { sightSchema } from './ticket-change';

const meta = {
  eventId: z.string(),
  correlationId: z.string().optional(),
  occurredAt: z.iso.datetime(),
};
const ofTicketEvent = z.strictObject({ ...meta, ticketId: z.string() });

const steady = {
  attempts: 12,
  backoff: { type: 'exponential', delay: 500, jitter: 0.3 },
} as const;

/**
 * Every job there is: its queue, what it carries (ids and facts that will not change, nothing personal) and how
 * often it is tried before the sweep that watches over it starts anew. A finished job is not kept: what was done
 * stands in the documents, and a kept id would block a repeat. Names are wire values; a changed payload is a new
 * version of the job.
 */
export const JOBS = {
  'ticket.dispatch': { queue: 'ticket-processing', payload: ofTicketEvent, version: 1, ...steady },
  'notification.plan': { queue: 'ticket-processing', payload: ofTicketEvent, version: 1, ...steady },
  /** A queue of its own: telling those who watch keeps nothing else waiting. */
  'ticket.announce': {
    queue: 'announcements',
    payload: ofTicketEvent.extend({ before: z.exactOptional(sightSchema) }),
    version: 1,
    ...steady,
  },
  'notification.send': {
    queue: 'notifications',
    payload: z.strictObject({ ...meta, notificationId: z.string() }),
    version: 1,
    attempts: 10,
    backoff: { type: 'exponential', delay: 1000, jitter: 0.3 },
  },
  'import.run': {
    queue: 'imports',
    payload: z.strictObject({ ...meta, importId: z.string() }),
    version: 1,
    ...steady,
  },
  /** Beside the sweeps: it reads every open ticket and must hold up nothing else. */
  'calendar.apply': {
    queue: 'maintenance',
    payload: z.strictObject({ ...meta, calendarVersion: z.int() }),
    version: 1,
    ...steady,
  },
  'person.release-duties': {
    queue: 'ticket-processing',
    payload: z.strictObject({ ...meta, personId: z.string() }),
    version: 1,
    ...steady,
  },
  'sweep.run': {
    queue: 'maintenance',
    payload: z.strictObject({
      sweep: z.enum([
        'due-steps',
        'outbox',
        'office',
        'anchors',
        'notifications',
        'imports',
        'identities',
        'calendar-changes',
        'calendar-years',
        'attachments',
        'duties',
      ]),
    }),
    version: 1,
    attempts: 1,
    backoff: { type: 'exponential', delay: 1000, jitter: 0 },
  },
} as const satisfies Record<string, JobDefinition>;

interface JobDefinition {
  readonly queue: string;
  readonly payload: z.ZodType;
  readonly version: number;
  readonly attempts: number;
  readonly backoff: { readonly type: 'exponential'; readonly delay: number; readonly jitter: number };
}

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>;
export type QueueName = (typeof JOBS)[JobName]['queue'];
/** One handler for every job; a gap does not compile. */
export type JobHandlers = { readonly [N in JobName]: (payload: JobPayload<N>) => Promise<void> };

export const JOB_NAMES = Object.keys(JOBS) as JobName[];
export const QUEUE_NAMES = [...new Set(JOB_NAMES.map((name) => JOBS[name].queue))] as QueueName[];
