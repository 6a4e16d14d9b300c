import { type Ticket } from '@app/domain';
import { type TicketRepository } from '../../ports/ticket-repository.port';

/** Longer chains of merged tickets are somebody's mistake. */
export const LONGEST_CHAIN = 20;

/** What the ticket follows in the end, through everything that was merged on the way; itself where it follows nothing. */
export async function endOfMerges(tickets: Pick<TicketRepository, 'byId'>, ticket: Ticket): Promise<Ticket> {
  let last = ticket;
  for (let steps = 0; last.mergedInto && steps < LONGEST_CHAIN; steps += 1) {
    const target = await tickets.byId(last.mergedInto.id);
    if (!target) break;
    last = target;
  }
  return last;
}
