import { z } from 'zod';
import { instant, isoInstant, page } from './shared.http';
import { text } from './tickets.http';

const period = {
  from: instant,
  to: instant.meta({ description: 'No longer included.' }),
};

export const setLeaveSchema = z.strictObject({
  ...period,
  standIn: text(64)
    .exactOptional()
    .meta({ description: 'User name of whoever acts for the one away (AB角).' }),
  note: text(200).exactOptional(),
});

export const setActingHeadSchema = z.strictObject({
  department: text(50).meta({ description: 'Department code or name.' }),
  ...period,
});

export const endActingHeadSchema = z.object({
  department: text(50).meta({ description: 'Department code or name.' }),
});

export const deactivatePersonSchema = z.strictObject({ reason: text(500) });
export const reactivatePersonSchema = z.strictObject({ reason: text(500).exactOptional() });

const namedPerson = z.object({ username: z.string(), name: z.string() });
const namedDepartment = z.object({ code: z.string(), name: z.string() });

export const leaveSchema = z.object({
  from: isoInstant,
  to: isoInstant,
  standIn: namedPerson.optional(),
  note: z.string().optional(),
});

/** Somebody's leave and acting headships. */
export const personDutiesSchema = namedPerson.extend({
  active: z.boolean(),
  leave: leaveSchema.optional(),
  actingHeadOf: z.array(z.object({ department: namedDepartment, from: isoInstant, to: isoInstant })),
});

/** What the one logged in has to do for others now. */
export const ownDuties = {
  leave: leaveSchema.optional(),
  standsInFor: z.array(namedPerson).meta({ description: 'Those away for whom this person acts now.' }),
  headOf: z
    .array(namedDepartment)
    .meta({ description: 'Departments headed now, also as acting head or stand-in of the head.' }),
};

export const employmentSchema = namedPerson.extend({ active: z.boolean() });

/** A ticket for the whole of which, or for a part, somebody else has to be named. */
export const reassignmentSchema = z.object({
  number: z.string(),
  title: z.string(),
  status: z.string(),
  department: namedDepartment.optional(),
  resolveDueAt: isoInstant.optional(),
  duties: z.array(
    z.object({
      subTaskId: z.string().optional().meta({ description: 'Absent where it is the ticket itself.' }),
      person: z.string().meta({ description: 'The name of whoever cannot do it any more.' }),
      username: z.string().optional(),
      department: namedDepartment.optional(),
      since: isoInstant,
      reason: z.string(),
    }),
  ),
});
export const reassignmentPageSchema = page(reassignmentSchema);
