import { ImportRepository } from '@app/application';
import { type ImportRun, type ImportStatus } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { toImportDocument, toImportRun } from './import.mapper';
import { IMPORT, type ImportDocument } from './import.schema';

/** A worker ought to be busy with a run in one of these. */
const UNDER_WAY: readonly ImportStatus[] = ['queued', 'reading', 'committing'];

@Injectable()
export class MongoImportRepository extends ImportRepository {
  constructor(@InjectModel(IMPORT) private readonly model: Model<ImportDocument>) {
    super();
  }

  async create(run: ImportRun): Promise<void> {
    await this.model.collection.insertOne(toImportDocument(run) as never);
  }

  async byId(id: string): Promise<ImportRun | undefined> {
    const document = await this.model.findOne({ _id: id }).lean<ImportDocument>();
    return document ? toImportRun(document) : undefined;
  }

  async update(id: string, from: readonly ImportStatus[], change: Partial<ImportRun>): Promise<boolean> {
    const { matchedCount } = await this.model.collection.updateOne(
      { _id: id as never, status: { $in: [...from] } },
      { $set: change },
    );
    return matchedCount === 1;
  }

  async startTry(id: string): Promise<ImportRun | undefined> {
    const document = await this.model.collection.findOneAndUpdate(
      { _id: id as never, status: { $in: [...UNDER_WAY] } },
      { $inc: { tries: 1 } },
      { returnDocument: 'after' },
    );
    return document ? toImportRun(document as unknown as ImportDocument) : undefined;
  }

  async silentSince(before: Date, limit: number): Promise<readonly ImportRun[]> {
    const found = await this.model
      .find({ status: { $in: [...UNDER_WAY] }, touchedAt: { $lt: before } })
      .sort({ touchedAt: 1 })
      .limit(limit)
      .lean<ImportDocument[]>();
    return found.map(toImportRun);
  }
}
