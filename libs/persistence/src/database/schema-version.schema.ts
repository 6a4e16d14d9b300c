import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS } from './document.schema';

/** Raised by a release that older ones could not read after, or that reads nothing older: 2 has the whole life of a ticket. */
export const SCHEMA_VERSION_NUMBER = 2;

export interface SchemaVersionDocument {
  readonly _id: 'schema';
  readonly version: number;
}

export const SCHEMA_VERSION = 'SchemaVersion';

export const schemaVersionSchema = new Schema<SchemaVersionDocument>(
  { _id: String, version: Number },
  { ...DOCUMENT_OPTIONS, collection: 'schema_version' },
);
