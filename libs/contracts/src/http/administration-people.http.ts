import { z } from 'zod';
import { initialPasswordSchema } from './auth.http';
import { versionSchema } from './administration-office.http';
import { isoInstant, page, pageQuery } from './shared.http';
import { text } from './tickets.http';

const role = z.enum(['reporter', 'owner', 'head', 'dispatcher', 'verifier', 'director', 'leader', 'admin']);
const profile = {
  name: text(50),
  role,
  department: z.exactOptional(text(50)).meta({ description: 'Code of the main department.' }),
  alsoIn: z.exactOptional(z.array(text(50)).max(20)).meta({ description: 'Codes of further departments.' }),
  email: z.exactOptional(z.email().max(254)),
  onDuty: z.boolean(),
};

export const newPersonSchema = z.strictObject({
  username: z.string().trim().toLowerCase().min(2).max(64),
  ...profile,
  ...initialPasswordSchema.shape,
});
export const savePersonSchema = z.strictObject({ ...profile, version: versionSchema });
export const personSchema = z.object({
  id: z.string(),
  username: z.string(),
  ...profile,
  active: z.boolean(),
  version: z.int(),
});
export const admittedPersonSchema = personSchema.extend({
  initialPassword: z.string().meta({ description: 'Shown once; it has to be changed at the first login.' }),
});
export const listedPersonSchema = personSchema.extend({
  hasPassword: z.boolean(),
  mustChangePassword: z.boolean(),
  lockedUntil: isoInstant.optional(),
});
export const personPageSchema = page(listedPersonSchema);
export const listPeopleSchema = pageQuery.extend({
  q: z.string().trim().max(100).optional().meta({ description: 'Part of the user name or the name.' }),
  role: role.optional(),
  department: z.string().max(50).optional().meta({ description: 'Code of a main or further department.' }),
  active: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
});
export const newPasswordSchema = z.object({
  initialPassword: z.string().meta({ description: 'Shown once; it has to be changed at the next login.' }),
});
