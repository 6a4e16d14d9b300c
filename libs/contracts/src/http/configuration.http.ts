import { z } from 'zod';
import { keywordRulesSchema, newPolicySchema } from './administration.http';
import { newCategorySchema, newDepartmentSchema, newServicePointSchema } from './administration-office.http';
import { newPersonSchema } from './administration-people.http';
import { letterTextSchema } from './administration-templates.http';
import { calendarSchema } from './calendar.http';
import { isoInstant } from './shared.http';
import { text } from './tickets.http';

const active = { active: z.boolean() };
const MOST = 2_000;

/** The whole configuration of an office. No passwords and no other secrets; staff only where asked for. */
export const configurationFileSchema = z.strictObject({
  format: z.literal('duban-configuration'),
  formatVersion: z.literal(1),
  exportedAt: isoInstant.optional(),
  departments: z.array(newDepartmentSchema.extend(active)).max(MOST).optional(),
  policies: z.array(newPolicySchema.extend(active)).max(MOST).optional(),
  categories: z.array(newCategorySchema.extend(active)).max(MOST).optional(),
  servicePoints: z
    .array(newServicePointSchema.extend({ ...active, token: text(100) }))
    .max(MOST)
    .optional(),
  keywordRules: keywordRulesSchema.shape.rules.optional(),
  templates: z
    .array(z.strictObject({ kind: z.string().max(60), ...letterTextSchema.shape }))
    .max(MOST)
    .optional()
    .meta({ description: "Letters with a text of the office's own." }),
  calendar: calendarSchema.optional(),
  people: z
    .array(newPersonSchema.omit({ password: true }).extend(active))
    .max(MOST)
    .optional(),
});

export const exportConfigurationSchema = z.object({
  people: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
});
export const importConfigurationSchema = z.object({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
});

export const importReportSchema = z.object({
  applied: z.boolean(),
  differences: z.array(
    z.object({
      part: z.string(),
      added: z.array(z.string()),
      changed: z.array(z.string()),
      untouched: z
        .array(z.string())
        .meta({ description: 'There, but not in the file: an import takes nothing away.' }),
    }),
  ),
  faults: z.array(z.object({ pointer: z.string(), message: z.string() })),
  calendar: z
    .object({ tickets: z.int(), earlier: z.int(), later: z.int() })
    .optional()
    .meta({ description: 'What another calendar would move; absent where it is the same.' }),
});
