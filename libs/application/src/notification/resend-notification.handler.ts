import { type Notification } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { JobPublisher } from '../ports/job-publisher.port';
import { NotificationRepository } from '../ports/notification-repository.port';
import { done, refused, type Result } from '../result.types';
import { sendJobOf } from './send-job';

@Injectable()
export class ResendNotificationHandler {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly publisher: JobPublisher,
    private readonly clock: Clock,
  ) {}

  /** Starts a new round of tries for a failed letter; it keeps its Message-ID. */
  async execute(notificationId: string): Promise<Result<Notification>> {
    const notification = await this.notifications.byId(notificationId);
    if (!notification) return refused('NOTIFICATION.NOT_FOUND', 'There is no such notification.');
    const { lastError: _, failingSince: __, ...rest } = notification;
    const next: Notification = {
      ...rest,
      status: 'pending',
      attempts: 0,
      round: notification.round + 1,
      notBefore: this.clock.now(),
    };
    if (notification.status !== 'failed' || !(await this.notifications.save(notification, next)))
      return refused(
        'NOTIFICATION.NOT_RESENDABLE',
        `A notification that is ${notification.status} is not sent again.`,
      );
    await this.publisher.publish([sendJobOf(next)]).catch(() => undefined);
    return done(next);
  }
}
