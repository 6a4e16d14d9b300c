import { type OwnerCandidate } from './routing.types';

/**
 * The id of the person who receives the next ticket, undefined where nobody is active and on duty: fewest open
 * tickets, then the longest time since the last assignment (never comes first), then the smaller id.
 */
export function chooseOwner(candidates: readonly OwnerCandidate[]): string | undefined {
  return candidates.filter(({ active, onDuty }) => active && onDuty).toSorted(compareCandidates)[0]?.id;
}

function compareCandidates(a: OwnerCandidate, b: OwnerCandidate): number {
  return (
    a.openTickets - b.openTickets ||
    (a.lastAssignedAt?.getTime() ?? -Infinity) - (b.lastAssignedAt?.getTime() ?? -Infinity) ||
    (a.id < b.id ? -1 : 1)
  );
}
