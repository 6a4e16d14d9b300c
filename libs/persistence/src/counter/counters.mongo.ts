import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { insertNew } from '../database/insert.mongo';
import { COUNTER, type CounterDocument } from './counter.schema';

/** Running numbers, each block given out once. */
@Injectable()
export class Counters {
  constructor(@InjectModel(COUNTER) private readonly model: Model<CounterDocument>) {}

  /** Reserves `count` consecutive numbers of the named counter, which starts at 1; answers the first. */
  async allocate(name: string, count: number): Promise<number> {
    const first = await this.advance(name, count);
    if (first !== undefined) return first;
    // Not an upsert: where two of them race, a compatible server was seen to answer both with the same number.
    await insertNew(this.model, [{ _id: name, value: 0 }]);
    const next = await this.advance(name, count);
    if (next === undefined) throw new Error(`counter ${name} vanished`);
    return next;
  }

  private async advance(name: string, count: number): Promise<number | undefined> {
    const counter = await this.model
      .findOneAndUpdate({ _id: name }, { $inc: { value: count } }, { returnDocument: 'after' })
      .lean<CounterDocument>();
    return counter ? counter.value - count + 1 : undefined;
  }
}
