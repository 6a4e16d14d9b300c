import { type TicketSummary } from '@app/application';
import { type leaveSchema, type personDutiesSchema, type reassignmentSchema } from '@app/contracts/http';
import { type Leave, type Owner, type Person, type Reassignment } from '@app/domain';
import { type z } from 'zod';
import { type OfficeNames } from '../reference/office-names';

export function presentPersonDuties(
  { username, name, active, leave, actingHeadOf = [] }: Person,
  names: OfficeNames,
): z.input<typeof personDutiesSchema> {
  return {
    username,
    name,
    active,
    leave: leave && presentLeave(leave, names),
    actingHeadOf: actingHeadOf.map(({ department, from, to }) => ({
      department: presentDepartment(department, names),
      from: from.toISOString(),
      to: to.toISOString(),
    })),
  };
}

export function presentLeave(
  { from, to, standInId, note }: Leave,
  names: OfficeNames,
): z.input<typeof leaveSchema> {
  const standIn = standInId === undefined ? undefined : presentPerson(standInId, names);
  return { from: from.toISOString(), to: to.toISOString(), standIn, note };
}

export function presentPerson(id: string, names: OfficeNames): { username: string; name: string } {
  return { username: names.username(id) ?? id, name: names.person(id) ?? id };
}

export function presentDepartment(code: string, names: OfficeNames): { code: string; name: string } {
  return { code, name: names.department(code) ?? code };
}

export function presentReassignment(
  { number, title, status, department, owner, reassignment, subTasks, clocks }: TicketSummary,
  names: OfficeNames,
): z.input<typeof reassignmentSchema> {
  const dutyOf = (holder: Owner, { since, reason }: Reassignment, where: string | undefined) => ({
    person: holder.name,
    username: names.username(holder.id),
    department: where === undefined ? undefined : presentDepartment(where, names),
    since: since.toISOString(),
    reason,
  });
  return {
    number,
    title,
    status,
    department: department === undefined ? undefined : presentDepartment(department, names),
    resolveDueAt: clocks.resolution?.dueAt.toISOString(),
    duties: [
      ...(owner && reassignment ? [dutyOf(owner, reassignment, department)] : []),
      ...subTasks.flatMap(({ id, state, coHandler, reassignment: flag, department: where }) =>
        state === 'open' && flag ? [{ subTaskId: id, ...dutyOf(coHandler, flag, where) }] : [],
      ),
    ],
  };
}
