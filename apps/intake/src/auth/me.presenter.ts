import { type meSchema } from '@app/contracts/http';
import { type Person } from '@app/domain';
import { type z } from 'zod';

/** The one logged in, as the web app needs to know them; no contact data. */
export function presentMe(
  { id, username, name, role, department }: Person,
  departmentName: string | undefined,
  csrfToken: string,
): z.input<typeof meSchema> {
  return { id, username, name, role, department: departmentName, departmentCode: department, csrfToken };
}
