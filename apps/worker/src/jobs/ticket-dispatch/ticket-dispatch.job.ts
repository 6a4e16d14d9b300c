import { OutboxStore, PlaceTicketHandler } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { HandlesJob } from '@app/queue';
import { Injectable } from '@nestjs/common';

@Injectable()
export class TicketDispatchJob {
  constructor(
    private readonly handler: PlaceTicketHandler,
    private readonly outbox: OutboxStore,
  ) {}

  @HandlesJob('ticket.dispatch')
  async handle({ ticketId, eventId, correlationId }: JobPayload<'ticket.dispatch'>): Promise<void> {
    await this.handler.execute(ticketId, correlationId);
    await this.outbox.remove([{ ticketId, eventId, job: 'ticket.dispatch' }]);
  }
}
