import { mongo } from 'mongoose';

const DUPLICATE_KEY = 11_000;

/** What a server says of a write that it refused, as far as every compatible server says it. */
interface RefusedWrite {
  readonly index: number;
  readonly code: number | string | undefined;
}

/** Whether the error is a breach of a unique index, and nothing else. */
export function isDuplicateKey(error: unknown): boolean {
  if (error instanceof mongo.MongoBulkWriteError) return refusedWrites(error).every(isDuplicate);
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

/**
 * The positions, within an unordered insert, that were refused as duplicates. Throws the error again where it is
 * anything else: then nothing is known about the rest of the batch.
 */
export function duplicatePositions(error: unknown): number[] {
  if (!(error instanceof mongo.MongoBulkWriteError) || !isDuplicateKey(error)) throw error;
  return refusedWrites(error).map(({ index }) => index);
}

function refusedWrites(error: mongo.MongoBulkWriteError): RefusedWrite[] {
  const errors = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  return errors.map(({ index, code }) => ({ index, code }));
}

function isDuplicate({ code }: RefusedWrite): boolean {
  return code === DUPLICATE_KEY;
}

/** Whether the database could not be reached, as opposed to having refused: the same call may work later. */
export function isStoreUnavailable(error: unknown): boolean {
  return (
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoServerSelectionError ||
    error instanceof mongo.MongoNotConnectedError ||
    error instanceof mongo.MongoTopologyClosedError
  );
}
