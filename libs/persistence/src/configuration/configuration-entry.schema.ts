import { type ConfigurationLogEntry } from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS } from '../database/document.schema';

/** One sealed change. The place in the chain is the key, so that of two that want the same place one is refused. */
export interface ConfigurationEntryDocument extends Omit<ConfigurationLogEntry, 'seq'> {
  readonly _id: number;
}

export const CONFIGURATION_ENTRY = 'ConfigurationEntry';

export const configurationEntrySchema = new Schema<ConfigurationEntryDocument>(
  {
    _id: Number,
    id: String,
    at: Date,
    actor: Schema.Types.Mixed,
    kind: String,
    subject: String,
    before: Schema.Types.Mixed,
    after: Schema.Types.Mixed,
    reason: String,
    previousHash: String,
    hash: String,
  },
  { ...DOCUMENT_OPTIONS, id: false, collection: 'configuration_log' },
);

/** ConfigurationLog.append: a change is recorded once. */
configurationEntrySchema.index({ id: 1 }, { unique: true });
/** ConfigurationLog.list of one kind, or of one subject of it. */
configurationEntrySchema.index({ kind: 1, subject: 1, _id: -1 });
