import { type Notification } from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS } from '../database/document.schema';

export interface NotificationDocument extends Omit<Notification, 'id'> {
  readonly _id: string;
  /** Derived: the recipient in one word, so that an index can tell two apart. */
  readonly recipientKey: string;
}

export const NOTIFICATION = 'Notification';

export const notificationSchema = new Schema<NotificationDocument>(
  {
    _id: String,
    ticketId: String,
    ticketNumber: String,
    eventId: String,
    kind: String,
    channel: String,
    recipient: Schema.Types.Mixed,
    recipientKey: String,
    level: Number,
    status: String,
    attempts: Number,
    lastError: String,
    createdAt: Date,
    notBefore: Date,
    failingSince: Date,
    sentAt: Date,
    dropReason: String,
    correlationId: String,
    round: Number,
  },
  { ...DOCUMENT_OPTIONS, collection: 'notifications' },
);

/** NotificationRepository.createOnce: one per event, recipient and channel. */
notificationSchema.index({ eventId: 1, recipientKey: 1, channel: 1 }, { unique: true });
/** NotificationRepository.stuck. */
notificationSchema.index({ status: 1, notBefore: 1, _id: 1 });
/** NotificationRepository.list by status. */
notificationSchema.index({ status: 1, _id: -1 });
/** NotificationRepository.list of one ticket. */
notificationSchema.index({ ticketNumber: 1, _id: -1 });
