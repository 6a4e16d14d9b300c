import { type Account, type AccountFilter, AccountRepository, type AccountSummary } from '@app/application';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { toAccount, toAccountSummary } from './person.mapper';
import { PERSON, type PersonDocument, worksIn } from './person.schema';

@Injectable()
export class MongoAccountRepository extends AccountRepository {
  constructor(@InjectModel(PERSON) private readonly model: Model<PersonDocument>) {
    super();
  }

  async byUsername(username: string): Promise<Account | undefined> {
    const document = await this.model.findOne({ username }).lean<PersonDocument>();
    return document ? toAccount(document) : undefined;
  }

  async countFailure(personId: string): Promise<number> {
    const { failedLogins } = await this.model
      .findOneAndUpdate({ _id: personId }, { $inc: { failedLogins: 1 } }, { returnDocument: 'after' })
      .lean<PersonDocument>()
      .orFail();
    return failedLogins;
  }

  async lock(personId: string, until: Date): Promise<void> {
    await this.model.updateOne({ _id: personId }, { $set: { lockedUntil: until } });
  }

  async clearFailures(personId: string): Promise<void> {
    await this.model.updateOne({ _id: personId }, { $set: { failedLogins: 0 } });
  }

  async unlock(personId: string): Promise<void> {
    await this.model.updateOne({ _id: personId }, { $set: { failedLogins: 0 }, $unset: { lockedUntil: '' } });
  }

  async setPassword(
    personId: string,
    passwordHash: string,
    { mustChange }: { readonly mustChange: boolean },
  ): Promise<void> {
    await this.model.updateOne(
      { _id: personId },
      {
        $set: { passwordHash, failedLogins: 0, ...(mustChange ? { mustChangePassword: true } : {}) },
        $unset: { lockedUntil: '', ...(mustChange ? {} : { mustChangePassword: '' }) },
      },
    );
  }

  async list(
    { q, role, department, active }: AccountFilter,
    { after, limit }: { readonly after?: string; readonly limit: number },
  ): Promise<readonly AccountSummary[]> {
    const conditions = [
      ...(department === undefined ? [] : [worksIn(department)]),
      ...(q === undefined ? [] : [named(q)]),
    ];
    const found = await this.model
      .find({
        ...(role === undefined ? {} : { role }),
        ...(active === undefined ? {} : { active }),
        ...(after === undefined ? {} : { username: { $gt: after } }),
        ...(conditions.length === 0 ? {} : { $and: conditions }),
      })
      .sort({ username: 1 })
      .limit(limit)
      .lean<PersonDocument[]>();
    return found.map(toAccountSummary);
  }
}

/** Whose user name or name contains the text. */
function named(text: string) {
  const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
  return { $or: [{ username: pattern }, { name: pattern }] };
}
