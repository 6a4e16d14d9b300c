import { type Sight, sightOf } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { TicketFeed } from '../../ports/ticket-feed.port';
import { TicketRepository } from '../../ports/ticket-repository.port';
import { PermanentFailure } from '../../result.types';

@Injectable()
export class AnnounceChangeHandler {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly feed: TicketFeed,
  ) {}

  /**
   * Tells whoever watches that an event has changed a ticket, and who may see it now; `before` says who could until
   * then. A repeat tells it once more, which makes them look once more.
   */
  async execute(ticketId: string, eventId: string, before?: Sight): Promise<void> {
    const ticket = await this.tickets.byId(ticketId);
    const event = ticket?.log.find(({ id }) => id === eventId);
    if (!ticket || !event) throw new PermanentFailure(`ticket ${ticketId} has no event ${eventId}`);
    await this.feed.append({
      ticketId,
      number: ticket.number,
      version: ticket.version,
      type: event.type,
      internal: event.facts['visibility'] === 'internal',
      ...(before === undefined ? {} : { before }),
      after: sightOf(ticket),
    });
  }
}
