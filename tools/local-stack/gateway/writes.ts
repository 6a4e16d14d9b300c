import { deserialize, serialize, type Document } from 'bson';
import type { CommandCall } from './command-call';
import { codeOfSqlState, CommandError, sqlStateOf, unpackSqlState } from './command-error';
import { DUPLICATE_KEY, duplicateKey, DuplicateKeyError } from './duplicate-key';
import { bytesOf, type SqlRow } from './sql-pool';

const WRITE_CONFLICT = 112;
const TRIES = 5;

type SqlWrite = 'insert' | 'update' | 'delete' | 'find_and_modify';
interface WriteError extends Document {
  index: number;
  code: number;
  errmsg: string;
}

/**
 * A writing command: one SQL function that answers with its reply and whether every part of it succeeded. `batch`
 * names the field that holds its parts, where it has parts.
 */
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
        const [code] = codeOfSqlState(sqlStateOf(error) ?? '');
        if (attempt < TRIES && mayRunAgain(code, call, batch)) continue;
        if (code !== DUPLICATE_KEY || !(error instanceof Error)) throw error;
        throw new DuplicateKeyError(await duplicateKey(error.message, call));
      }
      const [result, success] = row;
      if (success !== 'f') return bytesOf(result);
      const reply = deserialize(bytesOf(result)) as Document & { writeErrors?: WriteError[] };
      const { writeErrors = [] } = reply;
      for (const failure of writeErrors) [failure.code] = codeOfSqlState(unpackSqlState(failure.code));
      if (attempt < TRIES && writeErrors[0] && mayRunAgain(writeErrors[0].code, call, batch)) continue;
      for (const failure of writeErrors.filter(({ code }) => code === DUPLICATE_KEY)) {
        const inserted = sqlFunction === 'insert' ? partsOf(call, batch)[failure.index] : undefined;
        Object.assign(failure, await duplicateKey(failure.errmsg, call, inserted));
      }
      return serialize(reply);
    }
  };
}

/**
 * Whether a failed command had no effect at all and may run again. After a deadlock it may; and an upsert that
 * lost the race for a unique key finds the winner's document the next time (MongoDB itself retries those). Of a
 * batch, other parts may have taken effect.
 */
function mayRunAgain(code: number, call: CommandCall, batch: string | undefined): boolean {
  if (code !== WRITE_CONFLICT && code !== DUPLICATE_KEY) return false;
  const [only, another] = batch ? partsOf(call, batch) : [call.command.decode()];
  return only !== undefined && another === undefined && (code === WRITE_CONFLICT || only['upsert'] === true);
}

/** The parts of a batch, from the sequence or from the command itself. */
function partsOf({ sequence, command }: CommandCall, batch = ''): Document[] {
  if (!sequence) {
    const parts: unknown = command.decode()[batch];
    return Array.isArray(parts) ? (parts as Document[]) : [];
  }
  const { documents } = sequence;
  const parts: Document[] = [];
  for (let at = 0; at < documents.length; at += documents.readInt32LE(at))
    parts.push(deserialize(documents.subarray(at, at + documents.readInt32LE(at))));
  return parts;
}
