import { OutboxStore, PlanNotificationsHandler } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { HandlesJob } from '@app/queue';
import { Injectable } from '@nestjs/common';

@Injectable()
export class NotificationPlanJob {
  constructor(
    private readonly handler: PlanNotificationsHandler,
    private readonly outbox: OutboxStore,
  ) {}

  @HandlesJob('notification.plan')
  async handle({ ticketId, eventId }: JobPayload<'notification.plan'>): Promise<void> {
    await this.handler.execute(ticketId, eventId);
    await this.outbox.remove([{ ticketId, eventId, job: 'notification.plan' }]);
  }
}
