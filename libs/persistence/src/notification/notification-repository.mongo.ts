import { NotificationRepository } from '@app/application';
import { type Notification } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { insertNew } from '../database/insert.mongo';
import { identityOf, toNotification, toNotificationDocument } from './notification.mapper';
import { NOTIFICATION, type NotificationDocument } from './notification.schema';

@Injectable()
export class MongoNotificationRepository extends NotificationRepository {
  constructor(@InjectModel(NOTIFICATION) private readonly model: Model<NotificationDocument>) {
    super();
  }

  async createOnce(notifications: readonly Notification[]): Promise<readonly Notification[]> {
    const documents = notifications.map(toNotificationDocument);
    const refused = await insertNew(this.model, documents);
    if (refused.size === 0) return documents.map(toNotification);
    const eventIds = [...new Set(documents.map(({ eventId }) => eventId))];
    const stored = await this.model.find({ eventId: { $in: eventIds } }).lean<NotificationDocument[]>();
    const byIdentity = new Map(stored.map((document) => [identityOf(document), document]));
    return documents.map((document) => {
      const found = byIdentity.get(identityOf(document));
      if (!found) throw new Error(`notification id ${document._id} is taken by another notification`);
      return toNotification(found);
    });
  }

  async byId(id: string): Promise<Notification | undefined> {
    const document = await this.model.findOne({ _id: id }).lean<NotificationDocument>();
    return document ? toNotification(document) : undefined;
  }

  async save(previous: Notification, next: Notification): Promise<boolean> {
    const { id, status, attempts, round } = previous;
    const { _id, ...replacement } = toNotificationDocument(next);
    const { matchedCount } = await this.model.collection.replaceOne(
      { _id: id as never, status, attempts, round },
      replacement,
    );
    return matchedCount === 1;
  }

  async stuck(
    before: Date,
    limit: number,
    after?: Pick<Notification, 'notBefore' | 'id'>,
  ): Promise<readonly Notification[]> {
    const behind = after && [
      { notBefore: { $gt: after.notBefore } },
      { notBefore: after.notBefore, _id: { $gt: after.id } },
    ];
    const found = await this.model
      .find({ status: 'pending', notBefore: { $lt: before }, ...(behind ? { $or: behind } : {}) })
      .sort({ notBefore: 1, _id: 1 })
      .limit(limit)
      .lean<NotificationDocument[]>();
    return found.map(toNotification);
  }

  async list(
    { status, ticketNumber }: { readonly status?: Notification['status']; readonly ticketNumber?: string },
    { after, limit }: { readonly after?: string; readonly limit: number },
  ): Promise<readonly Notification[]> {
    const found = await this.model
      .find({
        ...(status === undefined ? {} : { status }),
        ...(ticketNumber === undefined ? {} : { ticketNumber }),
        ...(after === undefined ? {} : { _id: { $lt: after } }),
      })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<NotificationDocument[]>();
    return found.map(toNotification);
  }
}
