import { type Sight, TICKET_EVENT_TYPES } from '@app/domain';
import { z } from 'zod';

/** Ids only, as everything that passes through Redis. */
export const sightSchema = z.object({
  department: z.exactOptional(z.string()),
  owner: z.exactOptional(z.object({ id: z.string() })),
  subTasks: z.array(z.object({ coHandler: z.object({ id: z.string() }) })).readonly(),
  reporter: z.object({
    userId: z.exactOptional(z.string()),
    accountAlias: z.exactOptional(z.string()),
  }),
}) satisfies z.ZodType<Sight>;

/**
 * That a ticket has changed, as the feed of changes carries it to whoever watches: which one, by what kind of event,
 * and what decides who may know. No text, no name; whoever is told reads the ticket anew.
 */
export const ticketChangeSchema = z.object({
  ticketId: z.string(),
  number: z.string(),
  version: z.int(),
  type: z.enum(TICKET_EVENT_TYPES),
  /** Nothing that a reporter sees has changed. */
  internal: z.boolean(),
  /** Who could see it until then; absent where nobody could. */
  before: z.exactOptional(sightSchema),
  after: sightSchema,
});

export type TicketChange = Readonly<z.infer<typeof ticketChangeSchema>>;
