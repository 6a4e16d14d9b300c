import { type Notification } from '@app/domain';
import { type NotificationDocument } from './notification.schema';

export function toNotificationDocument({ id, ...notification }: Notification): NotificationDocument {
  const { recipient } = notification;
  const recipientKey = recipient.kind === 'person' ? `person/${recipient.personId}` : recipient.kind;
  return { _id: id, ...notification, recipientKey };
}

export function toNotification({ _id: id, recipientKey: _, ...rest }: NotificationDocument): Notification {
  return { id, ...rest };
}

/** What there can be only one of: equal for two notifications that tell the same recipient the same thing. */
export function identityOf({ eventId, recipientKey, channel }: NotificationDocument): string {
  return `${eventId}/${channel}/${recipientKey}`;
}
