import { type Notification, type Recipient } from '@app/domain';
import { type NotificationDocument } from './notification.schema';

export function toNotificationDocument({ id, ...notification }: Notification): NotificationDocument {
  return { _id: id, ...notification, recipientKey: keyOf(notification.recipient) };
}

function keyOf(recipient: Recipient): string {
  if (recipient.kind === 'person') return `person/${recipient.personId}`;
  return recipient.followerId === undefined ? 'reporter' : `reporter/${recipient.followerId}`;
}

export function toNotification({ _id: id, recipientKey: _, ...rest }: NotificationDocument): Notification {
  return { id, ...rest };
}

/** What there can be only one of: equal for two notifications that tell the same recipient the same thing. */
export function identityOf({ eventId, recipientKey, channel }: NotificationDocument): string {
  return `${eventId}/${channel}/${recipientKey}`;
}
