import { isAvailable, isOnLeave } from '../people/duty.decide';
import { type Person } from '../people/people.types';
import { standInOf } from '../people/standing.decide';
import { isEligible } from '../ticket/placement.decide';
import { type OwnerCandidate } from './routing.types';

/** Who works where at an instant, for finding stand-ins. */
export interface Staff {
  readonly department: string;
  readonly people: readonly Person[];
  readonly at: Date;
}

/**
 * The id of the person who receives the next ticket of a department: fewest open tickets, then the longest time since
 * the last assignment (never comes first), then the smaller id. Those away are passed over; where all are, it is the
 * stand-in of the first of them who has one at work. Undefined where nobody is active and on duty.
 */
export function chooseOwner(candidates: readonly OwnerCandidate[], staff: Staff): string | undefined {
  const working = candidates.filter(({ active, onDuty }) => active && onDuty).toSorted(compareCandidates);
  const present = working.find((candidate) => !isOnLeave(candidate, staff.at));
  return present?.id ?? working.map((candidate) => standInAtWork(candidate, staff)).find(Boolean);
}

function standInAtWork(candidate: OwnerCandidate, { department, people, at }: Staff): string | undefined {
  const id = standInOf(candidate, people, at);
  const standIn = people.find((person) => person.id === id);
  return standIn && isAvailable(standIn, at) && isEligible(standIn, department) ? id : undefined;
}

function compareCandidates(a: OwnerCandidate, b: OwnerCandidate): number {
  return (
    a.openTickets - b.openTickets ||
    (a.lastAssignedAt?.getTime() ?? -Infinity) - (b.lastAssignedAt?.getTime() ?? -Infinity) ||
    (a.id < b.id ? -1 : 1)
  );
}
