import { type ImportRun } from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS } from '../database/document.schema';

export interface ImportDocument extends Omit<ImportRun, 'id'> {
  readonly _id: string;
}

export const IMPORT = 'Import';

export const importSchema = new Schema<ImportDocument>(
  {
    _id: String,
    sessionId: String,
    fileName: String,
    fileKey: String,
    mapping: Schema.Types.Mixed,
    commit: Boolean,
    status: String,
    requestedBy: String,
    createdAt: Date,
    startedAt: Date,
    finishedAt: Date,
    touchedAt: Date,
    tries: Number,
    total: Number,
    processed: Number,
    created: Number,
    skipped: Number,
    linked: Number,
    rejected: Number,
    faultCount: Number,
    problem: Schema.Types.Mixed,
    correlationId: String,
  },
  { ...DOCUMENT_OPTIONS, collection: 'imports' },
);

/** ImportRepository.silentSince. */
importSchema.index({ status: 1, touchedAt: 1 });
