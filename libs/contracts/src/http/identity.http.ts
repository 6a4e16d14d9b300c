import { z } from 'zod';
import { isoInstant, page, pageQuery } from './shared.http';
import { text } from './tickets.http';

export const requestOpeningSchema = z.strictObject({
  reason: text(1_000)
    .min(10)
    .meta({ description: 'Why the identity is needed. The reporter is told when it is opened.' }),
});

export const refuseOpeningSchema = z.strictObject({ reason: text(1_000) });

export const listOpeningsSchema = pageQuery.extend({
  ticket: z.string().max(50).optional().meta({ description: 'Ticket number.' }),
});

const partySchema = z.object({ name: z.string(), role: z.string() });

export const identityOpeningSchema = z.object({
  id: z.string(),
  ticket: z.string().meta({ description: "The ticket's number." }),
  state: z.enum(['requested', 'approved', 'refused', 'expired', 'used']),
  reason: z.string(),
  requestedBy: partySchema,
  requestedAt: isoInstant,
  decidedBy: partySchema.optional(),
  decidedAt: isoInstant.optional(),
  decisionReason: z.string().optional(),
  expiresAt: isoInstant.meta({
    description: 'Until then it can be decided, or once approved be read.',
  }),
  readings: z.array(z.object({ name: z.string(), at: isoInstant })),
});

export const openingPageSchema = page(identityOpeningSchema);

export const openedIdentitySchema = z.object({
  name: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  username: z.string().optional().meta({ description: "The reporter's account, where there is one." }),
});
