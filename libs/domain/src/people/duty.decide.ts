import { type Person } from './people.types';

/** Every department a person works in, the main one first. */
export function departmentsOf({ department, alsoIn = [] }: Pick<Person, 'department' | 'alsoIn'>): string[] {
  return [...new Set([...(department === undefined ? [] : [department]), ...alsoIn])];
}

/** The departments for whose work a person can be accountable; none for who has left or holds another office. */
export function workDepartmentsOf(
  person: Pick<Person, 'active' | 'role' | 'department' | 'alsoIn'>,
): string[] {
  return person.active && hasWork(person) ? departmentsOf(person) : [];
}

/** Whether a person's office is one of those that handle tickets. */
export function hasWork({ role }: Pick<Person, 'role'>): boolean {
  return role === 'owner' || role === 'head';
}

/**
 * The departments a person heads at an instant: their own as head, others while acting for their head, which ends with
 * an office that handles tickets.
 */
export function headedDepartments(
  person: Pick<Person, 'role' | 'department' | 'alsoIn' | 'actingHeadOf'>,
  at: Date,
): string[] {
  const own = person.role === 'head' ? departmentsOf(person) : [];
  const acting = (hasWork(person) ? (person.actingHeadOf ?? []) : [])
    .filter(({ from, to }) => from <= at && at < to)
    .map(({ department }) => department);
  return [...new Set([...own, ...acting])];
}

/** Whether a person is away at an instant. */
export function isOnLeave({ leave }: Pick<Person, 'leave'>, at: Date): boolean {
  return leave !== undefined && leave.from <= at && at < leave.to;
}

/** Whether work can be given to a person now: employed, on duty and not away. */
export function isAvailable(person: Pick<Person, 'active' | 'onDuty' | 'leave'>, at: Date): boolean {
  return person.active && person.onDuty && !isOnLeave(person, at);
}
