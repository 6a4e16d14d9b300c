import { PlaceTicketHandler } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { HandlesJob } from '@app/queue';
import { Injectable } from '@nestjs/common';

@Injectable()
export class TicketDispatchJob {
  constructor(private readonly handler: PlaceTicketHandler) {}

  @HandlesJob('ticket.dispatch')
  handle({ ticketId, correlationId }: JobPayload<'ticket.dispatch'>): Promise<void> {
    return this.handler.execute(ticketId, correlationId);
  }
}
