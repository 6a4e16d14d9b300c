import { type identityOpeningSchema } from '@app/contracts/http';
import { type IdentityOpening, type OpeningParty, openingStateAt } from '@app/domain';
import { type z } from 'zod';

/** An opening as the office sees it: who asked, who decided, who has read; nothing of what was read. */
export function presentOpening(opening: IdentityOpening, now: Date): z.input<typeof identityOpeningSchema> {
  const { requestedBy, decidedBy } = opening;
  return {
    id: opening.id,
    ticket: opening.ticketNumber,
    state: openingStateAt(opening, now),
    reason: opening.reason,
    requestedBy: presentParty(requestedBy),
    requestedAt: opening.requestedAt.toISOString(),
    decidedBy: decidedBy && presentParty(decidedBy),
    decidedAt: opening.decidedAt?.toISOString(),
    decisionReason: opening.decisionReason,
    expiresAt: opening.expiresAt.toISOString(),
    readings: opening.readings.map(({ personId, at }) => ({
      name: personId === requestedBy.id ? requestedBy.name : (decidedBy?.name ?? ''),
      at: at.toISOString(),
    })),
  };
}

function presentParty({ name, role }: OpeningParty) {
  return { name, role };
}
