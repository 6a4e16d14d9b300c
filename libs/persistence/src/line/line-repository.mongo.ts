import { LineRepository } from '@app/application';
import { LINE_OUTCOMES, type LineFault, type LineOutcome, type SessionLine } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { Counters } from '../counter/counters.mongo';
import { insertNew } from '../database/insert.mongo';
import { isDuplicateKey } from '../database/mongo.errors';
import { committed, toLine, toLineDocument } from './line.mapper';
import { LINE, type LineDocument } from './line.schema';

@Injectable()
export class MongoLineRepository extends LineRepository {
  constructor(
    @InjectModel(LINE) private readonly model: Model<LineDocument>,
    private readonly counters: Counters,
  ) {
    super();
  }

  async add(lines: readonly SessionLine[]): Promise<void> {
    await insertNew(this.model, lines.map(toLineDocument));
  }

  async ofImport(
    importId: string,
    afterRow: number,
    limit: number,
    outcome?: LineOutcome,
  ): Promise<readonly SessionLine[]> {
    const found = await this.model
      .find({ importId, row: { $gt: afterRow }, ...(outcome === undefined ? {} : { outcome }) })
      .sort({ row: 1 })
      .limit(limit)
      .lean<LineDocument[]>();
    return found.map(toLine);
  }

  async ofSession(
    sessionId: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly SessionLine[]> {
    const last =
      after === undefined ? undefined : await this.model.findOne({ _id: after }).lean<LineDocument>();
    const found = await this.model
      .find({ sessionId, place: { $exists: true, $gt: last?.place ?? '' } })
      .sort({ place: 1 })
      .limit(limit)
      .lean<LineDocument[]>();
    return found.map(toLine);
  }

  countOfSession(sessionId: string): Promise<number> {
    return this.model.countDocuments({ sessionId, place: { $exists: true } });
  }

  async committedByKey(sessionId: string, key: string): Promise<SessionLine | undefined> {
    const document = await this.model.findOne({ sessionId, committedKey: key }).lean<LineDocument>();
    return document ? toLine(document) : undefined;
  }

  async settle(
    line: SessionLine,
    change: Pick<SessionLine, 'outcome'> & Partial<Pick<SessionLine, 'ticketId' | 'lineNumber'>>,
  ): Promise<boolean> {
    try {
      const { matchedCount } = await this.model.collection.updateOne(
        { _id: line.id as never, outcome: 'pending' },
        { $set: { ...change, ...committed({ ...line, ...change }) } },
      );
      return matchedCount === 1 || (await this.isSettledAs(line.id, change));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }

  async assignNumbers(lines: readonly { readonly id: string; readonly lineNumber: string }[]): Promise<void> {
    if (lines.length === 0) return;
    await this.model.collection.bulkWrite(
      lines.map(({ id, lineNumber }) => ({
        // A number once given stays.
        updateOne: {
          filter: { _id: id as never, lineNumber: { $exists: false } },
          update: { $set: { lineNumber } },
        },
      })),
      { ordered: false },
    );
  }

  async countByOutcome(importId: string): Promise<Readonly<Record<LineOutcome, number>>> {
    const counts = await this.model.aggregate<{ readonly _id: LineOutcome; readonly count: number }>([
      { $match: { importId } },
      { $group: { _id: '$outcome', count: { $sum: 1 } } },
    ]);
    const known = new Map(counts.map(({ _id, count }) => [_id, count]));
    return Object.fromEntries(LINE_OUTCOMES.map((outcome) => [outcome, known.get(outcome) ?? 0])) as Record<
      LineOutcome,
      number
    >;
  }

  async faultsOfImport(importId: string, limit: number): Promise<readonly LineFault[]> {
    const faulty = await this.model
      .find({ importId, 'faults.0': { $exists: true } }, { faults: 1 })
      .sort({ row: 1 })
      .limit(limit)
      .lean<Pick<LineDocument, 'faults'>[]>();
    return faulty.flatMap(({ faults }) => faults).slice(0, limit);
  }

  allocateOrdinals(sessionId: string, count: number): Promise<number> {
    return this.counters.allocate(`line/${sessionId}`, count);
  }

  /** A repeat of a settling that was carried out is a success. */
  private async isSettledAs(id: string, { outcome, ticketId }: Pick<SessionLine, 'outcome' | 'ticketId'>) {
    const line = await this.model.findOne({ _id: id }).lean<LineDocument>();
    return line?.outcome === outcome && line.ticketId === ticketId;
  }
}
