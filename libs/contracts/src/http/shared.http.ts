import { z } from 'zod';

/** An instant on the wire: RFC 3339 in UTC, `2026-11-22T03:00:00.000Z`. */
export const isoInstant = z.string().meta({ format: 'date-time', example: '2026-11-22T03:00:00.000Z' });

const instantWith = (timeOfDate: string) =>
  z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()]).transform((value) => {
    const written = /T/.test(value) ? value : `${value}T${timeOfDate}`;
    return new Date(/(Z|[+-]\d\d:?\d\d)$/.test(written.slice(10)) ? written : `${written}+08:00`);
  });

/** An instant on the way in: RFC 3339 with any offset, or a date alone (midnight in Asia/Shanghai). */
export const instant = instantWith('00:00:00').meta({ type: 'string', example: '2026-04-20T15:00:00+08:00' });

/** By when, on the way in: as `instant`, but a date alone means the whole of that day. */
export const deadline = instantWith('23:59:59').meta({
  type: 'string',
  example: '2026-04-20',
  description: 'RFC 3339; a date alone means the whole of that day in Asia/Shanghai.',
});

export const pageQuery = z.object({
  cursor: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Where the last page ended: its `nextCursor`.' }),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}

/** RFC 9457, with a stable `code`; `errors` point into the body where a field is at fault. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.string(),
  correlationId: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});

/** What a problem's `type` leads to. */
export const problemDefinitionSchema = z.object({
  code: z.string(),
  status: z.int(),
  title: z.string(),
  titleZh: z.string(),
});
