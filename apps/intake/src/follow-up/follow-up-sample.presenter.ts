import { type TicketSummary } from '@app/application';
import {
  type followUpSampleSchema,
  type followUpSampleSummarySchema,
  type ticketSummarySchema,
} from '@app/contracts/http';
import { type FollowUpSample } from '@app/domain';
import { type z } from 'zod';
import { type OfficeNames } from '../reference/office-names';

export function presentSampleSummary(
  sample: FollowUpSample,
  names: OfficeNames,
): z.input<typeof followUpSampleSummarySchema> {
  const { id, drawnAt, drawnBy, department, seed, population, populationHash, ticketIds } = sample;
  return {
    id,
    drawnAt: drawnAt.toISOString(),
    drawnBy: drawnBy.name,
    department: names.department(department),
    seed,
    population,
    populationHash,
    size: ticketIds.length,
  };
}

/** The sample in the order of the draw; of each ticket the calls made since then. */
export function presentSample(
  sample: FollowUpSample,
  names: OfficeNames,
  tickets: readonly TicketSummary[],
  present: (ticket: TicketSummary) => z.input<typeof ticketSummarySchema>,
): z.input<typeof followUpSampleSchema> {
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const drawn = sample.ticketIds.flatMap((id) => {
    const ticket = byId.get(id);
    return ticket ? [{ ticket, calls: ticket.followUps.filter(({ at }) => at >= sample.drawnAt) }] : [];
  });
  return {
    ...presentSampleSummary(sample, names),
    reached: drawn.filter(({ calls }) => calls.some(({ reached }) => reached)).length,
    solved: drawn.filter(({ calls }) => calls.some(({ solved }) => solved === true)).length,
    tickets: drawn.map(({ ticket, calls }) => ({
      id: ticket.id,
      ticket: present(ticket),
      calls: calls.map((call) => ({ ...call, at: call.at.toISOString(), by: call.by.name })),
    })),
  };
}
