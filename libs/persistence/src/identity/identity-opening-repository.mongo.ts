import { IdentityOpeningRepository } from '@app/application';
import { type IdentityOpening } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { insertNew } from '../database/insert.mongo';
import { IDENTITY_OPENING, type IdentityOpeningDocument } from './identity.schema';
import { toOpening, toOpeningDocument } from './identity-opening.mapper';

@Injectable()
export class MongoIdentityOpeningRepository extends IdentityOpeningRepository {
  constructor(@InjectModel(IDENTITY_OPENING) private readonly model: Model<IdentityOpeningDocument>) {
    super();
  }

  async create(opening: IdentityOpening): Promise<boolean> {
    return (await insertNew(this.model, [toOpeningDocument(opening)])).size === 0;
  }

  byId(id: string): Promise<IdentityOpening | undefined> {
    return this.one({ _id: id });
  }

  underWay(ticketId: string): Promise<IdentityOpening | undefined> {
    return this.one({ underWay: ticketId });
  }

  async save(previous: IdentityOpening, next: IdentityOpening): Promise<boolean> {
    const { id, version } = previous;
    const { _id, ...replacement } = toOpeningDocument({ ...next, version: version + 1 });
    const { matchedCount } = await this.model.collection.replaceOne(
      { _id: id as never, version },
      replacement,
    );
    return matchedCount === 1;
  }

  async list(
    { ticketNumber }: { readonly ticketNumber?: string },
    { after, limit }: { readonly after?: string; readonly limit: number },
  ): Promise<readonly IdentityOpening[]> {
    const found = await this.model
      .find({
        ...(ticketNumber === undefined ? {} : { ticketNumber }),
        ...(after === undefined ? {} : { _id: { $lt: after } }),
      })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<IdentityOpeningDocument[]>();
    return found.map(toOpening);
  }

  async unrecorded(before: Date, limit: number): Promise<readonly IdentityOpening[]> {
    const found = await this.model
      .find({ unrecordedSince: { $exists: true, $lt: before } })
      .sort({ unrecordedSince: 1 })
      .limit(limit)
      .lean<IdentityOpeningDocument[]>();
    return found.map(toOpening);
  }

  private async one(filter: Partial<Pick<IdentityOpeningDocument, '_id' | 'underWay'>>) {
    const document = await this.model.findOne(filter).lean<IdentityOpeningDocument>();
    return document ? toOpening(document) : undefined;
  }
}
