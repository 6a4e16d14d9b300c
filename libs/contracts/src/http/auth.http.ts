import { z } from 'zod';
import { ownDuties } from './people.http';

const newPassword = z.string().min(12).max(256);
/** An initial password that an administrator chooses; without it one is drawn. */
export const initialPasswordSchema = z.strictObject({ password: z.exactOptional(newPassword) });
export const changePasswordSchema = z.strictObject({
  current: z.string().min(1).max(256),
  next: newPassword,
});

export const loginSchema = z.strictObject({
  username: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(256),
});

export const meSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  role: z.string(),
  department: z.string().optional().meta({ description: "The department's name." }),
  departmentCode: z.string().optional(),
  ...ownDuties,
  mustChangePassword: z
    .boolean()
    .meta({ description: 'Until the password is changed, nothing else is open.' }),
  csrfToken: z.string().meta({ description: 'Send as X-CSRF-Token with requests that change something.' }),
});
