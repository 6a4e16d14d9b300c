import { deserialize, serialize, type Document } from 'bson';
import { collectionOf, type CommandCall } from './command-call';
import { CommandError } from './command-error';
import { bytesOf } from './sql-pool';

export const DUPLICATE_KEY = 11000;

export interface DuplicateKeyFacts {
  readonly errmsg: string;
  readonly keyPattern?: Document;
  readonly keyValue?: Document;
}

/** A duplicate key as the whole answer to a command. */
export class DuplicateKeyError extends CommandError {
  constructor(private readonly facts: DuplicateKeyFacts) {
    super(DUPLICATE_KEY, 'DuplicateKey', facts.errmsg);
  }

  override toReply(): Uint8Array {
    return serialize({ ok: 0, ...this.facts, code: this.code, codeName: this.codeName });
  }
}

/**
 * MongoDB's words for a duplicate key and the index's key pattern, found by the index that the server's message
 * names; with the offending values where the document is at hand (an insert).
 */
export async function duplicateKey(
  message: string,
  call: CommandCall,
  inserted?: Document,
): Promise<DuplicateKeyFacts> {
  const [, name] = /Index '(.*)'/.exec(message) ?? [];
  const [, id] = /constraint "documents_rum_index_(\d+)"/.exec(message) ?? [];
  const collection = collectionOf(call);
  const known = await find(call, collection, name, id);
  const errmsg = `E11000 duplicate key error collection: ${call.database}.${collection} index: ${known?.name ?? name ?? message}`;
  if (!known) return { errmsg };
  const { keyPattern } = known;
  if (!inserted) return { errmsg, keyPattern };
  const keyValue = Object.fromEntries(Object.keys(keyPattern).map((path) => [path, valueAt(inserted, path)]));
  return { errmsg: `${errmsg} dup key: ${JSON.stringify(keyValue)}`, keyPattern, keyValue };
}

async function find(
  { sql, database }: CommandCall,
  collection: string,
  name?: string,
  id?: string,
): Promise<{ readonly name: string; readonly keyPattern: Document } | undefined> {
  if (name === '_id_') return { name, keyPattern: { _id: 1 } };
  const text =
    'SELECT (i.index_spec).index_name, (i.index_spec).index_key::bytea FROM documentdb_api_catalog.collection_indexes i' +
    ' JOIN documentdb_api_catalog.collections c USING (collection_id) WHERE c.database_name = $1 AND c.collection_name = $2' +
    ' AND ((i.index_spec).index_name = $3 OR i.index_id = $4::integer)';
  const [found, key] = await sql.call({ name: 'keyPattern', text }, [
    database,
    collection,
    name ?? null,
    id ?? null,
  ]);
  return found && key ? { name: found, keyPattern: deserialize(bytesOf(key)) } : undefined;
}

function valueAt(document: Document, path: string): unknown {
  let value: unknown = document;
  for (const part of path.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Document)[part] : undefined;
  return value ?? null;
}
