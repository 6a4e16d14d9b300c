import { z } from 'zod';

export const liveQuerySchema = z.object({
  lastEventId: z.string().max(64).optional().meta({
    description:
      'The id of the last event received, for a stream opened anew; a `Last-Event-ID` header counts for more.',
  }),
});

const nothing = z.object({}).meta({ description: 'The event itself says everything.' });

/** The events of a person's stream, by name, with their data. */
export const LIVE_EVENTS = {
  /** The stream is open; what happens from its id on will be told. */
  ready: nothing,
  /** A ticket that the person may see has changed, or has come into sight. */
  ticket: z.object({ number: z.string().meta({ example: '2026-000123' }), version: z.int() }),
  /** A ticket is out of the person's sight. */
  gone: z.object({ number: z.string().meta({ example: '2026-000123' }) }),
  /** Something was missed, or the person may see other tickets now: everything is to be read anew. */
  reset: nothing,
} as const;

/** The events of a tracked ticket's stream. */
export const TRACKING_LIVE_EVENTS = {
  ready: nothing,
  /** The ticket has changed. */
  changed: nothing,
} as const;

export type LiveEventName = keyof typeof LIVE_EVENTS | keyof typeof TRACKING_LIVE_EVENTS;
