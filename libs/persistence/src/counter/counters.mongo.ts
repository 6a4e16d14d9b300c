import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { isDuplicateKey } from '../database/mongo.errors';
import { COUNTER, type CounterDocument } from './counter.schema';

/** Running numbers, each block given out once. */
@Injectable()
export class Counters {
  constructor(@InjectModel(COUNTER) private readonly model: Model<CounterDocument>) {}

  /** Reserves `count` consecutive numbers of the named counter, which starts at 1; answers the first. */
  async allocate(name: string, count: number): Promise<number> {
    try {
      return await this.advance(name, count);
    } catch (error) {
      // Two first users inserted the counter at once; now it is there for both.
      if (!isDuplicateKey(error)) throw error;
      return this.advance(name, count);
    }
  }

  private async advance(name: string, count: number): Promise<number> {
    const counter = await this.model
      .findOneAndUpdate({ _id: name }, { $inc: { value: count } }, { upsert: true, returnDocument: 'after' })
      .lean<CounterDocument>()
      .orFail();
    return counter.value - count + 1;
  }
}
