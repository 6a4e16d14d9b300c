import { AnnounceChangeHandler, OutboxStore } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { HandlesJob } from '@app/queue';
import { Injectable } from '@nestjs/common';

@Injectable()
export class TicketAnnounceJob {
  constructor(
    private readonly handler: AnnounceChangeHandler,
    private readonly outbox: OutboxStore,
  ) {}

  @HandlesJob('ticket.announce')
  async handle({ ticketId, eventId, before }: JobPayload<'ticket.announce'>): Promise<void> {
    await this.handler.execute(ticketId, eventId, before);
    await this.outbox.remove([{ ticketId, eventId, job: 'ticket.announce' }]);
  }
}
