import { FollowUpSampleRepository } from '@app/application';
import { type FollowUpSample } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { FOLLOW_UP_SAMPLE, type FollowUpSampleDocument } from './follow-up-sample.schema';

@Injectable()
export class MongoFollowUpSampleRepository extends FollowUpSampleRepository {
  constructor(@InjectModel(FOLLOW_UP_SAMPLE) private readonly model: Model<FollowUpSampleDocument>) {
    super();
  }

  async add({ id, ...sample }: FollowUpSample): Promise<void> {
    await this.model.collection.insertOne({ _id: id, ...sample } as never);
  }

  async byId(id: string): Promise<FollowUpSample | undefined> {
    const document = await this.model.findOne({ _id: id }).lean<FollowUpSampleDocument>();
    return document ? toSample(document) : undefined;
  }

  async list(page: { readonly after?: string; readonly limit: number }): Promise<readonly FollowUpSample[]> {
    const found = await this.model
      .find(page.after === undefined ? {} : { _id: { $lt: page.after } })
      .sort({ _id: -1 })
      .limit(page.limit)
      .lean<FollowUpSampleDocument[]>();
    return found.map(toSample);
  }
}

function toSample({ _id: id, ...sample }: FollowUpSampleDocument): FollowUpSample {
  return { id, ...sample };
}
