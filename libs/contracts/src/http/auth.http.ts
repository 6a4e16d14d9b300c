import { z } from 'zod';
import { ownDuties } from './people.http';

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
  csrfToken: z.string().meta({ description: 'Send as X-CSRF-Token with requests that change something.' }),
});
