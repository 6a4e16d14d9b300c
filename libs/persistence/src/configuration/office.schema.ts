import {
  type ConfigurationChange,
  type LetterTemplate,
  type OfficeChange,
  type ServicePoint,
} from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS } from '../database/document.schema';

/**
 * The one document by which changes of the configuration are decided: whoever raises the revision has made the
 * change, which stays here until it has reached the things themselves and the log.
 */
export interface OfficeJournalDocument {
  readonly _id: 'office';
  readonly revision: number;
  readonly pending?: {
    readonly changes: readonly OfficeChange[];
    readonly entries: readonly ConfigurationChange[];
  };
}

export const OFFICE_JOURNAL = 'OfficeJournal';

export const officeJournalSchema = new Schema<OfficeJournalDocument>(
  { _id: String, revision: Number, pending: Schema.Types.Mixed },
  { ...DOCUMENT_OPTIONS, collection: 'office_journal' },
);

/** What the configuration's own documents carry beside the thing itself; a seeded one is version 1 without saying so. */
export interface Edited {
  readonly version?: number;
  readonly removed?: true;
}

export interface ServicePointDocument extends Omit<ServicePoint, 'code'>, Edited {
  readonly _id: string;
  readonly position: number;
}

export const SERVICE_POINT = 'ServicePoint';

export const servicePointSchema = new Schema<ServicePointDocument>(
  {
    _id: String,
    name: String,
    kind: String,
    department: String,
    location: String,
    token: String,
    active: Boolean,
    position: Number,
    version: Number,
    removed: Boolean,
  },
  { ...DOCUMENT_OPTIONS, collection: 'service_points' },
);

export interface LetterTemplateDocument extends Omit<LetterTemplate, 'code'>, Edited {
  readonly _id: LetterTemplate['code'];
  readonly position: number;
}

export const LETTER_TEMPLATE = 'LetterTemplate';

export const letterTemplateSchema = new Schema<LetterTemplateDocument>(
  { _id: String, text: Schema.Types.Mixed, position: Number, version: Number, removed: Boolean },
  { ...DOCUMENT_OPTIONS, collection: 'letter_templates' },
);
