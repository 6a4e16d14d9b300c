import { SendNotificationHandler } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { Metrics } from '@app/platform';
import { HandlesJob } from '@app/queue';
import { Injectable, Logger } from '@nestjs/common';

@Injectable()
export class NotificationSendJob {
  private readonly logger = new Logger(NotificationSendJob.name);

  constructor(
    private readonly handler: SendNotificationHandler,
    private readonly metrics: Metrics,
  ) {}

  @HandlesJob('notification.send')
  async handle({ notificationId }: JobPayload<'notification.send'>): Promise<void> {
    const outcome = await this.handler.execute(notificationId);
    if (outcome === undefined) return;
    this.metrics.notificationEnded('email', outcome);
    // The reason stands in the record.
    if (outcome === 'failed') this.logger.error({ notificationId }, 'letter failed');
    else if (outcome === 'pending') this.logger.warn({ notificationId }, 'letter will be tried again');
  }
}
