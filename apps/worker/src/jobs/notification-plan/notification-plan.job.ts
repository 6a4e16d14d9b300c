import { PlanNotificationsHandler } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { HandlesJob } from '@app/queue';
import { Injectable } from '@nestjs/common';

@Injectable()
export class NotificationPlanJob {
  constructor(private readonly handler: PlanNotificationsHandler) {}

  @HandlesJob('notification.plan')
  handle({ ticketId, eventId }: JobPayload<'notification.plan'>): Promise<void> {
    return this.handler.execute(ticketId, eventId);
  }
}
