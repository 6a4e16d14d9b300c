import { MINUTES_FIELDS } from '@app/domain';
import { z } from 'zod';
import { instant, isoInstant, page, pageQuery } from './shared.http';
import { text } from './tickets.http';

// By the calendar of Asia/Shanghai.
const FIRST_YEAR = new Date('1900-01-01T00:00:00+08:00');
const LAST_YEAR_ENDS = new Date('2200-01-01T00:00:00+08:00');

export const SESSION_KINDS = ['forum', 'reception-day', 'online', 'other'] as const;

export const createSessionSchema = z.strictObject({
  kind: z.enum(SESSION_KINDS),
  title: text(200),
  heldAt: instant
    .refine((at) => at >= FIRST_YEAR && at < LAST_YEAR_ENDS, {
      message: '年份须在 1900–2199 之间 / the year must lie between 1900 and 2199',
    })
    .meta({
      type: 'string',
      example: '2026-04-20T15:00:00+08:00',
      description:
        'When it was held, from 1900 to 2199; a fact, it may lie years back. Clocks start at submission.',
    }),
  place: text(200).optional(),
  host: text(100).optional(),
});

export const sessionSummarySchema = z.object({
  id: z.string(),
  number: z.string().meta({ example: '2026-座谈-03' }),
  kind: z.string(),
  title: z.string(),
  heldAt: isoInstant,
  place: z.string().optional(),
  host: z.string().optional(),
  createdAt: isoInstant,
  lineCount: z.int(),
});
export const listSessionsSchema = pageQuery;
export const sessionPageSchema = page(sessionSummarySchema);

export const lineMarkSchema = z.object({
  kind: z.enum(['probable-duplicate', 'two-problems', 'praise', 'no-department']),
  ofRow: z.int().optional(),
  similarity: z.number().optional(),
});

export const faultSchema = z.object({
  row: z.int(),
  code: z.string(),
  message: z.string(),
  severity: z.enum(['error', 'warning']),
});

export const lineTicketSchema = z.object({
  number: z.string(),
  status: z.string(),
  department: z.string().optional(),
  owner: z.string().optional(),
  responseDueAt: isoInstant.optional(),
  resolveDueAt: isoInstant.optional(),
  overdue: z.boolean(),
});

export const lineSchema = z.object({
  row: z.int().meta({ description: "The sheet's own row number." }),
  lineNumber: z.string().optional().meta({ example: '2026-座谈-03-07' }),
  reference: z.string().optional(),
  title: z.string().optional(),
  text: z.string(),
  proposer: z.string().optional(),
  unit: z.string().optional(),
  department: z.string().optional(),
  category: z.string().optional(),
  remark: z.string().optional(),
  instruction: z.string().optional(),
  raisedAt: isoInstant.optional(),
  outcome: z.enum(['pending', 'ticket', 'linked', 'skipped', 'rejected']).meta({
    description:
      'pending: not committed; ticket: made one; linked: repeats an earlier line; skipped: imported before; rejected: faulty.',
  }),
  marks: z.array(lineMarkSchema),
  faults: z.array(faultSchema),
  ticket: lineTicketSchema.optional(),
});

export const sessionQuerySchema = pageQuery.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});
export const sessionSchema = sessionSummarySchema.extend({
  lines: z.array(lineSchema),
  nextCursor: z.string().optional(),
});

export const importAcceptedSchema = z.object({ importId: z.string(), links: z.object({ self: z.string() }) });

/** Column letters or header texts by field, for minutes whose header the reader does not know; `-` leaves one out. */
export const mappingSchema = z.partialRecord(z.enum(MINUTES_FIELDS), z.string().trim().min(1).max(50));

export const importSchema = z.object({
  id: z.string(),
  sessionId: z.string(),
  fileName: z.string(),
  status: z.enum(['queued', 'reading', 'previewed', 'committing', 'done', 'failed']),
  committed: z.boolean(),
  total: z.int(),
  processed: z.int(),
  created: z.int(),
  skipped: z.int().meta({ description: 'Lines that made no ticket: linked, rejected or imported before.' }),
  linked: z.int(),
  rejected: z.int(),
  faultCount: z.int(),
  faults: z.array(faultSchema).meta({ description: 'The first thousand; `faultCount` counts all.' }),
  problem: z
    .object({ code: z.string(), detail: z.string() })
    .optional()
    .meta({ description: 'Why the whole file was refused.' }),
  startedAt: isoInstant.optional(),
  finishedAt: isoInstant.optional(),
});

export const importLinesSchema = page(lineSchema);
export const importLinesQuerySchema = pageQuery.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
