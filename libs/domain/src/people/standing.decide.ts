import { departmentsOf, hasWork, headedDepartments, isOnLeave } from './duty.decide';
import { type Person } from './people.types';

type Away = Pick<Person, 'id' | 'leave'>;

/** What a person's duties give them at one instant, beside their own role. */
export interface Standing {
  /** Departments headed: their own, those they act for, and those of a head they stand in for. */
  readonly headOf: readonly string[];
  /** Ids of those away for whom they stand in. */
  readonly standsInFor: readonly string[];
}

/**
 * The id of whoever stands in for a person who is away, undefined where nobody does. Where the stand-in is away too
 * it is the stand-in's own; two that name each other have none. `people` need hold only those with a leave.
 */
export function standInOf(person: Away, people: readonly Away[], at: Date): string | undefined {
  const passed = new Set<string>();
  let current: Away | undefined = person;
  while (current && isOnLeave(current, at)) {
    const next: string | undefined = current.leave?.standInId;
    passed.add(current.id);
    if (next === undefined || passed.has(next)) return undefined;
    current = people.find(({ id }) => id === next) ?? { id: next };
  }
  return current?.id === person.id ? undefined : current?.id;
}

/**
 * What a person's duties give them at an instant. Of somebody whose account is closed nothing is left to stand in for,
 * and whoever has come to another office since stands in no more. `people` need hold only those with a leave.
 */
export function standingOf(person: Person, people: readonly Person[], at: Date): Standing {
  const away = people.filter(
    (other) => other.active && hasOfficeFor(person, other) && standInOf(other, people, at) === person.id,
  );
  return {
    headOf: [...new Set([person, ...away].flatMap((one) => headedDepartments(one, at)))],
    standsInFor: away.map(({ id }) => id),
  };
}

function hasOfficeFor(person: Person, away: Person): boolean {
  return departmentsOf(away).length === 0 ? person.role === away.role : hasWork(person);
}
