import { PermanentFailure, SendNotificationHandler } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { Metrics } from '@app/platform';
import { HandlesJob } from '@app/queue';
import { Injectable } from '@nestjs/common';

@Injectable()
export class NotificationSendJob {
  constructor(
    private readonly handler: SendNotificationHandler,
    private readonly metrics: Metrics,
  ) {}

  @HandlesJob('notification.send')
  async handle({ notificationId }: JobPayload<'notification.send'>): Promise<void> {
    try {
      await this.handler.execute(notificationId);
      this.metrics.notificationEnded('email', 'sent');
    } catch (error) {
      this.metrics.notificationEnded('email', error instanceof PermanentFailure ? 'failed' : 'retried');
      throw error;
    }
  }
}
