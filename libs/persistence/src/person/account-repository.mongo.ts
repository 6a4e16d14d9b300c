import { type Account, AccountRepository } from '@app/application';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { toAccount } from './person.mapper';
import { PERSON, type PersonDocument } from './person.schema';

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
}
