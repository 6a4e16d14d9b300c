import { ConfigurationLog } from '@app/application';
import {
  type ConfigurationChange,
  type ConfigurationKind,
  type ConfigurationLogEntry,
  sealChange,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { setTimeout as pass } from 'node:timers/promises';
import { insertNew } from '../database/insert.mongo';
import { sha256 } from '../database/sha256.mongo';
import { storable } from '../database/storable.mongo';
import { CONFIGURATION_ENTRY, type ConfigurationEntryDocument } from './configuration-entry.schema';

@Injectable()
export class MongoConfigurationLog extends ConfigurationLog {
  /** The appends of this process, one behind the other: only other processes are raced with. */
  private last: Promise<void> = Promise.resolve();

  constructor(@InjectModel(CONFIGURATION_ENTRY) private readonly model: Model<ConfigurationEntryDocument>) {
    super();
  }

  append(change: ConfigurationChange): Promise<void> {
    const own = this.last.then(() => this.place(storable(change)));
    this.last = own.catch(() => undefined);
    return own;
  }

  async list(
    { kind, subject }: { readonly kind?: ConfigurationKind; readonly subject?: string },
    { before, limit }: { readonly before?: number; readonly limit: number },
  ): Promise<readonly ConfigurationLogEntry[]> {
    const found = await this.model
      .find({
        kind: kind ?? { $ne: 'checkpoint' },
        ...(subject === undefined ? {} : { subject }),
        ...(before === undefined ? {} : { _id: { $lt: before } }),
      })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<ConfigurationEntryDocument[]>();
    return found.map(toEntry);
  }

  async *inOrder(): AsyncIterable<ConfigurationLogEntry> {
    const cursor = this.model.find().sort({ _id: 1 }).lean<ConfigurationEntryDocument[]>().cursor();
    for await (const document of cursor) yield toEntry(document);
  }

  /** Each refusal means that someone else has got on, so that this ends. */
  private async place(change: ConfigurationChange): Promise<void> {
    for (;;) {
      if (await this.model.exists({ id: change.id })) return;
      const newest = await this.model
        .findOne()
        .sort({ _id: -1 })
        .select({ hash: 1 })
        .lean<Pick<ConfigurationEntryDocument, '_id' | 'hash'>>();
      const last = newest ? { seq: newest._id, hash: newest.hash } : undefined;
      const { seq, ...entry } = sealChange(change, last, sha256);
      const refused = await insertNew(this.model, [{ _id: seq, ...entry }]);
      if (refused.size === 0) return;
      await pass(Math.random() * 20);
    }
  }
}

function toEntry({ _id: seq, ...entry }: ConfigurationEntryDocument): ConfigurationLogEntry {
  return { seq, ...entry };
}
