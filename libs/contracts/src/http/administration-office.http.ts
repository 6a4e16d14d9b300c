import { z } from 'zod';
import { isoInstant, page, pageQuery } from './shared.http';
import { text } from './tickets.http';

const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {
    message: '由小写字母、数字和连字符组成，最长 40 个字符 / lower-case letters, digits and hyphens',
  })
  .meta({ description: 'Given out once, never again.', example: 'canteen-1' });
/** What was looked at when the change was made; another one there now refuses the change. */
export const versionSchema = z
  .int()
  .min(1)
  .meta({ description: 'The version that the change goes by; past ones are refused.' });
export const versionQuerySchema = z.strictObject({ version: z.coerce.number().pipe(versionSchema) });
const aliases = z.array(text(50)).max(100);
const reference = text(50);
const active = z.boolean();
const versioned = { version: z.int() };

const department = {
  name: text(50),
  aliases: aliases.meta({ description: 'Other ways people write it; one name leads to one department.' }),
  defaultCategory: z.exactOptional(reference),
};
export const newDepartmentSchema = z.strictObject({ code, ...department });
export const saveDepartmentSchema = z.strictObject({ ...department, active, version: versionSchema });
export const officeDepartmentSchema = z.object({ code: z.string(), ...department, active, ...versioned });
export const officeDepartmentListSchema = z.object({ items: z.array(officeDepartmentSchema) });

export const questionSchema = z.strictObject({
  key: text(40),
  label: text(100),
  kind: z.enum(['text', 'choice', 'number', 'date']),
  required: z.boolean(),
  options: z.exactOptional(z.array(text(100)).min(2).max(50)),
});

const category = {
  name: text(50),
  aliases,
  department: reference,
  parent: z.exactOptional(reference).meta({ description: 'The category above; at most three levels.' }),
  policies: z.strictObject({
    normal: reference,
    urgent: z.exactOptional(reference),
    danger: z.exactOptional(reference),
  }),
  photosRequired: z.boolean(),
  questions: z.array(questionSchema).max(20),
};
export const newCategorySchema = z.strictObject({ code, ...category });
export const saveCategorySchema = z.strictObject({ ...category, active, version: versionSchema });
export const officeCategorySchema = z.object({ code: z.string(), ...category, active, ...versioned });
export const officeCategoryListSchema = z.object({ items: z.array(officeCategorySchema) });

const servicePoint = {
  name: text(50),
  kind: z.enum(['canteen', 'dormitory', 'office', 'facility', 'other']),
  department: reference,
  location: z.exactOptional(text(200)),
};
/** What anybody may see of a place to report from. */
export const servicePointSchema = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  department: z.string().meta({ description: "The department's name." }),
  location: z.string().optional(),
});
export const servicePointListSchema = z.object({ items: z.array(servicePointSchema) });
export const newServicePointSchema = z.strictObject({ code, ...servicePoint });
export const saveServicePointSchema = z.strictObject({ ...servicePoint, active, version: versionSchema });
export const officeServicePointSchema = z.object({
  code: z.string(),
  ...servicePoint,
  active,
  token: z.string().meta({ description: 'For the QR code that hangs there; stands for the code.' }),
  ...versioned,
});
export const officeServicePointListSchema = z.object({ items: z.array(officeServicePointSchema) });

export const configurationEntrySchema = z.object({
  seq: z.int(),
  at: isoInstant,
  by: z.string().meta({ description: "The person's name, or the part of the system that acted." }),
  kind: z.string(),
  subject: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  reason: z.string().optional(),
  hash: z.string().meta({ description: 'SHA-256 over the entry and the hash before it.' }),
});
export const configurationLogSchema = page(configurationEntrySchema);
export const listConfigurationLogSchema = pageQuery.extend({
  kind: z
    .enum([
      'department',
      'category',
      'service-point',
      'policy',
      'keyword-rules',
      'calendar',
      'person',
      'template',
      'configuration',
      'checkpoint',
    ])
    .optional(),
  subject: z.string().max(100).optional(),
});
