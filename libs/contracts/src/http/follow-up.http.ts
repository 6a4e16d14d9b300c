import { z } from 'zod';
import { isoInstant, page, pageQuery } from './shared.http';
import { followUpCallSchema, text, ticketSummarySchema } from './tickets.http';

export const drawSampleSchema = z.strictObject({
  size: z.int().min(1).max(500).meta({ description: 'How many tickets; all where there are fewer.' }),
  department: text(50).optional().meta({ description: 'Department code or name; all where absent.' }),
});

export const listSamplesSchema = pageQuery;

export const followUpSampleSummarySchema = z.object({
  id: z.string(),
  drawnAt: isoInstant,
  drawnBy: z.string(),
  department: z.string().optional(),
  seed: z.string().meta({
    description: 'Each id was ranked by SHA-256 of seed, line feed and id; the first ones were taken.',
  }),
  population: z.int(),
  populationHash: z.string().meta({ description: 'SHA-256 of the sorted ids, joined by line feeds.' }),
  size: z.int(),
});

export const followUpSamplePageSchema = page(followUpSampleSummarySchema);

export const followUpSampleSchema = followUpSampleSummarySchema.extend({
  reached: z.int(),
  solved: z.int(),
  tickets: z.array(
    z.object({
      id: z.string(),
      ticket: ticketSummarySchema,
      calls: z.array(followUpCallSchema).meta({ description: 'Calls made since the draw.' }),
    }),
  ),
});
