import { AttachmentRepository } from '@app/application';
import { type Attachment, type AttachmentClaim } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { toAttachment, toAttachmentDocument } from './attachment.mapper';
import { ATTACHMENT, type AttachmentDocument } from './attachment.schema';

const UNSETTLED: readonly Attachment['state'][] = ['pending', 'claimed', 'discarded'];

@Injectable()
export class MongoAttachmentRepository extends AttachmentRepository {
  constructor(@InjectModel(ATTACHMENT) private readonly model: Model<AttachmentDocument>) {
    super();
  }

  async create(attachment: Attachment): Promise<void> {
    await this.model.collection.insertOne(toAttachmentDocument(attachment) as never);
  }

  async byIds(ids: readonly string[]): Promise<readonly Attachment[]> {
    const found = await this.model.find({ _id: { $in: [...ids] } }).lean<AttachmentDocument[]>();
    return found.map(toAttachment);
  }

  /** The filter says what `mayClaim` says. */
  async claim(
    id: string,
    {
      uploader,
      claim,
      at,
    }: { readonly uploader: string | undefined; readonly claim: AttachmentClaim; readonly at: Date },
  ): Promise<boolean> {
    const { matchedCount } = await this.model.collection.updateOne(
      {
        _id: id as never,
        uploadedBy: uploader ?? { $exists: false },
        $or: [{ state: 'pending' }, { claim, state: { $ne: 'discarded' } }],
      },
      { $set: { state: 'claimed', claim, touchedAt: at } },
    );
    return matchedCount === 1;
  }

  async unsettled(before: Date, limit: number): Promise<readonly Attachment[]> {
    const found = await this.model
      .find({ state: { $in: [...UNSETTLED] }, touchedAt: { $lt: before } })
      .sort({ touchedAt: 1 })
      .limit(limit)
      .lean<AttachmentDocument[]>();
    return found.map(toAttachment);
  }

  async settle(
    { id, state: from, touchedAt }: Attachment,
    state: 'attached' | 'discarded',
  ): Promise<boolean> {
    const { matchedCount } = await this.model.collection.updateOne(
      { _id: id as never, state: from, touchedAt },
      { $set: { state } },
    );
    return matchedCount === 1;
  }

  async remove(id: string): Promise<void> {
    await this.model.collection.deleteOne({ _id: id as never });
  }
}
