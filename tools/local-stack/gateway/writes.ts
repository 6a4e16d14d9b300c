import { deserialize, serialize, type Document } from 'bson';
import { codeOfSqlState, CommandError, sqlStateOf, unpackSqlState } from './command-error';
import { collectionOf, type CommandCall } from './command-call';
import { bytesOf, type SqlRow } from './sql-pool';

const DUPLICATE_KEY = 11000;
/** Deadlock and serialization failure: the statement was undone whole, so it may simply run again. */
const UNDONE: ReadonlySet<string> = new Set(['40P01', '40001']);
const TRIES = 5;

type SqlWrite = 'insert' | 'update' | 'delete' | 'find_and_modify';
interface WriteError extends Document {
  index: number;
  code: number;
  errmsg: string;
}

/** A writing command: one SQL function that answers with its reply and whether every part of it succeeded. */
export function write(sqlFunction: SqlWrite, batch?: string): (call: CommandCall) => Promise<Uint8Array> {
  const args = `$1, $2::bytea::documentdb_core.bson${batch ? ', $3::bytea::documentdb_core.bsonsequence' : ''}`;
  const sqlCall = {
    name: sqlFunction,
    text: `SELECT p_result::bytea, p_success FROM documentdb_api.${sqlFunction}(${args})`,
  };
  return async (call) => {
    if (call.sequence && call.sequence.name !== batch)
      throw new CommandError(
        9,
        'FailedToParse',
        `${call.command.name} takes no sequence '${call.sequence.name}'`,
      );
    const values = [call.database, call.command.spec(), ...(batch ? [call.sequence?.documents ?? null] : [])];
    for (let attempt = 1; ; attempt++) {
      let row: SqlRow;
      try {
        row = await call.sql.call(sqlCall, values);
      } catch (error) {
        if (attempt < TRIES && mayRunAgain(sqlStateOf(error), call, sqlFunction)) continue;
        throw await explained(error, call);
      }
      const [result, success] = row;
      if (success !== 'f') return bytesOf(result);
      const document = deserialize(bytesOf(result), { promoteValues: true }) as Document & {
        writeErrors?: WriteError[];
      };
      const [first] = document.writeErrors ?? [];
      if (attempt < TRIES && first && mayRunAgain(unpackSqlState(first.code), call, sqlFunction)) continue;
      for (const failure of document.writeErrors ?? []) await translate(failure, call, sqlFunction);
      return serialize(document);
    }
  };
}

/**
 * Whether the whole command had no effect and may run again. An upsert that lost the race for a unique key finds
 * the winner's document the next time; MongoDB itself retries those. Of a batch some parts may have taken effect.
 */
function mayRunAgain(state: string | undefined, call: CommandCall, sqlFunction: SqlWrite): boolean {
  if (state === undefined) return false;
  if (sqlFunction === 'find_and_modify')
    return UNDONE.has(state) || (state === 'M001C' && isUpsert(call.command.decode()));
  const updates =
    sqlFunction === 'update'
      ? partsOf(call, 'updates')
      : partsOf(call, sqlFunction === 'insert' ? 'documents' : 'deletes');
  const [only] = updates;
  if (updates.length !== 1 || !only) return false;
  return UNDONE.has(state) || (state === 'M001C' && sqlFunction === 'update' && isUpsert(only));
}

const isUpsert = ({ upsert }: Document): boolean => Boolean(upsert);

/** The documents of a batch, from the sequence or from the command itself. */
function partsOf({ sequence, command }: CommandCall, field: string): Document[] {
  if (!sequence) {
    const parts: unknown = command.decode(false)[field];
    return Array.isArray(parts) ? (parts as Document[]) : [];
  }
  const parts: Document[] = [];
  const { documents } = sequence;
  for (let at = 0; at < documents.length; at += documents.readInt32LE(at))
    parts.push(deserialize(documents.subarray(at, at + documents.readInt32LE(at))));
  return parts;
}

async function explained(error: unknown, call: CommandCall): Promise<unknown> {
  if (sqlStateOf(error) !== 'M001C' || !(error instanceof Error)) return error;
  return new DuplicateKey(await duplicate(error.message, call));
}

/** A duplicate key in a reply of its own; carries the index's keys as MongoDB's does. */
class DuplicateKey extends CommandError {
  constructor(private readonly facts: { errmsg: string; keyPattern?: Document; keyValue?: Document }) {
    super(DUPLICATE_KEY, 'DuplicateKey', facts.errmsg);
  }

  override toReply(): Uint8Array {
    return serialize({ ok: 0, ...this.facts, code: this.code, codeName: this.codeName });
  }
}

async function translate(failure: WriteError, call: CommandCall, sqlFunction: SqlWrite): Promise<void> {
  const [code] = codeOfSqlState(unpackSqlState(failure.code));
  failure.code = code;
  if (code !== DUPLICATE_KEY) return;
  const inserted = sqlFunction === 'insert' ? partsOf(call, 'documents')[failure.index] : undefined;
  Object.assign(failure, await duplicate(failure.errmsg, call, inserted));
}

/** MongoDB's words for a duplicate key, with the index's key pattern and, for an insert, the offending values. */
async function duplicate(
  message: string,
  call: CommandCall,
  inserted?: Document,
): Promise<{ errmsg: string; keyPattern?: Document; keyValue?: Document }> {
  const index = /Index '(.*)'/.exec(message)?.[1];
  if (index === undefined) return { errmsg: `E11000 duplicate key error: ${message}` };
  const collection = collectionOf(call);
  const errmsg = `E11000 duplicate key error collection: ${call.database}.${collection} index: ${index}`;
  const keyPattern = index === '_id_' ? { _id: 1 } : await keyPatternOf(index, collection, call);
  if (!keyPattern) return { errmsg };
  if (!inserted) return { errmsg, keyPattern };
  const keyValue = Object.fromEntries(Object.keys(keyPattern).map((path) => [path, valueAt(inserted, path)]));
  return { errmsg: `${errmsg} dup key: ${JSON.stringify(keyValue)}`, keyPattern, keyValue };
}

async function keyPatternOf(
  index: string,
  collection: string,
  { sql, database }: CommandCall,
): Promise<Document | undefined> {
  const text =
    'SELECT (i.index_spec).index_key::bytea FROM documentdb_api_catalog.collection_indexes i' +
    ' JOIN documentdb_api_catalog.collections c USING (collection_id)' +
    ' WHERE c.database_name = $1 AND c.collection_name = $2 AND (i.index_spec).index_name = $3';
  const [key] = await sql.call({ name: 'keyPattern', text }, [database, collection, index]);
  return key ? deserialize(bytesOf(key)) : undefined;
}

function valueAt(document: Document, path: string): unknown {
  let value: unknown = document;
  for (const part of path.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Document)[part] : undefined;
  return value ?? null;
}
