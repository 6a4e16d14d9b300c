import { type meSchema } from '@app/contracts/http';
import { type Person, type Standing } from '@app/domain';
import { type z } from 'zod';
import { presentDepartment, presentLeave, presentPerson } from '../people/people.presenter';
import { type OfficeNames } from '../reference/office-names';

/** The one logged in, as the web app needs to know them; no contact data. */
export function presentMe(
  { id, username, name, role, department, leave }: Person,
  { headOf, standsInFor }: Standing,
  names: OfficeNames,
  csrfToken: string,
): Omit<z.input<typeof meSchema>, 'mustChangePassword'> {
  return {
    id,
    username,
    name,
    role,
    department: names.department(department),
    departmentCode: department,
    leave: leave && presentLeave(leave, names),
    standsInFor: standsInFor.map((away) => presentPerson(away, names)),
    headOf: headOf.map((code) => presentDepartment(code, names)),
    csrfToken,
  };
}
