import { type IdentityToHide, IdentityUnreadable, IdentityVault } from '@app/application';
import { type HiddenIdentity } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { HIDDEN_IDENTITY, type HiddenIdentityDocument } from './identity.schema';
import { IdentityCipher } from './identity-cipher.mongo';

@Injectable()
export class MongoIdentityVault extends IdentityVault {
  constructor(
    @InjectModel(HIDDEN_IDENTITY) private readonly model: Model<HiddenIdentityDocument>,
    private readonly cipher: IdentityCipher,
  ) {
    super();
  }

  async store(entries: readonly IdentityToHide[]): Promise<void> {
    if (entries.length === 0) return;
    const documents = entries.map(({ ticketId, identity, at }): HiddenIdentityDocument => ({
      _id: ticketId,
      ...this.cipher.seal(ticketId, JSON.stringify(identity)),
      pendingSince: at,
    }));
    await this.model.collection.insertMany(documents as never[]);
  }

  async open(ticketId: string): Promise<HiddenIdentity> {
    const sealed = await this.model.findOne({ _id: ticketId }).lean<HiddenIdentityDocument>();
    if (!sealed) throw new IdentityUnreadable(`There is no identity kept for ticket ${ticketId}.`);
    return JSON.parse(this.cipher.open(ticketId, sealed)) as HiddenIdentity;
  }

  blind(text: string): string {
    return this.cipher.blind(text);
  }

  async unsettled(before: Date, limit: number): Promise<readonly string[]> {
    const found = await this.model
      .find({ pendingSince: { $exists: true, $lt: before } }, { _id: 1 })
      .sort({ pendingSince: 1 })
      .limit(limit)
      .lean<Pick<HiddenIdentityDocument, '_id'>[]>();
    return found.map(({ _id }) => _id);
  }

  async settle(ticketIds: readonly string[]): Promise<void> {
    if (ticketIds.length === 0) return;
    await this.model.updateMany({ _id: { $in: [...ticketIds] } }, { $unset: { pendingSince: '' } });
  }

  async discard(ticketIds: readonly string[]): Promise<void> {
    if (ticketIds.length === 0) return;
    await this.model.deleteMany({ _id: { $in: [...ticketIds] }, pendingSince: { $exists: true } });
  }
}
