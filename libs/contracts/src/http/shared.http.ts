import { z } from 'zod';

/** An instant on the wire: RFC 3339 in UTC, `2026-11-22T03:00:00.000Z`. */
export const isoInstant = z.string().meta({ format: 'date-time', example: '2026-11-22T03:00:00.000Z' });

/** An instant on the way in: RFC 3339 with any offset, or a date alone (midnight in Asia/Shanghai). */
export const instant = z
  .union([z.iso.datetime({ offset: true, local: true }), z.iso.date()])
  .transform(
    (value) =>
      new Date(
        /T/.test(value)
          ? /(Z|[+-]\d\d:?\d\d)$/.test(value)
            ? value
            : `${value}+08:00`
          : `${value}T00:00:00+08:00`,
      ),
  )
  .meta({ type: 'string', example: '2026-04-20T15:00:00+08:00' });

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
