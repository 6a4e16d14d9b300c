import { type Ticket } from '@app/domain';
import { type TicketRepository } from '../ports/ticket-repository.port';

/** The tickets that are merged into this one, and those merged into them, each once, this one never. */
export async function followersOf(
  tickets: Pick<TicketRepository, 'followersOf'>,
  ticketId: string,
): Promise<readonly Ticket[]> {
  const seen = new Set([ticketId]);
  const found: Ticket[] = [];
  for (let next = [ticketId]; next.length > 0;) {
    const direct = (await Promise.all(next.map((id) => tickets.followersOf(id)))).flat();
    const fresh = direct.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    found.push(...fresh);
    next = fresh.map(({ id }) => id);
  }
  return found;
}
