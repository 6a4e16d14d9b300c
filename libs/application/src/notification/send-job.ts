import { type Notification } from '@app/domain';
import { type JobToPublish } from '../ports/job-publisher.port';

/** The job that sends this notification; one id a try, so that each is queued once while it waits. */
export function sendJobOf(notification: Notification): JobToPublish<'notification.send'> {
  const { id, eventId, createdAt, notBefore, correlationId, round, attempts } = notification;
  return {
    name: 'notification.send',
    payload: {
      notificationId: id,
      eventId,
      occurredAt: createdAt.toISOString(),
      ...(correlationId === undefined ? {} : { correlationId }),
    },
    jobId: `notification.send-${id}-${round}-${attempts}`,
    notBefore,
  };
}
