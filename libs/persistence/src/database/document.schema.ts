import { type SchemaOptions } from 'mongoose';

/**
 * How every collection is kept. Indexes are made by `Database.prepare`, never as a side effect of a query; what
 * the domain leaves absent stays absent; a field that no schema knows is a mistake.
 */
export const DOCUMENT_OPTIONS = {
  autoIndex: false,
  autoCreate: false,
  versionKey: false,
  minimize: false,
  strict: 'throw',
  bufferCommands: false,
} as const satisfies SchemaOptions;

/** Index option: only documents that have the field at all, so that the others cost nothing. */
export function whereExists(field: string) {
  return { partialFilterExpression: { [field]: { $exists: true } } };
}
