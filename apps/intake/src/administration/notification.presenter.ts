import { type notificationSchema } from '@app/contracts/http';
import { type Notification } from '@app/domain';
import { type z } from 'zod';
import { type OfficeNames } from '../reference/office-names';

const ADDRESS = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g;

/** Who it is for by name, never by address; mail servers quote addresses, so an error is freed of them. */
export function presentNotification(
  notification: Notification,
  names: OfficeNames,
): z.input<typeof notificationSchema> {
  const { id, ticketNumber, kind, channel, recipient, status, attempts, lastError, createdAt, sentAt } =
    notification;
  return {
    id,
    ticketNumber,
    kind,
    channel,
    recipient:
      recipient.kind === 'reporter' ? 'reporter' : (names.person(recipient.personId) ?? recipient.personId),
    status,
    attempts,
    lastError: lastError?.replace(ADDRESS, '…@…'),
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString(),
  };
}
