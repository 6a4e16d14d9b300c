import { mongo } from 'mongoose';

const DUPLICATE_KEY = 11_000;

/** Whether the error is a breach of a unique index, and nothing else. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

/**
 * The positions that an unordered insert of `count` documents was refused as duplicates. Throws the error again
 * unless it accounts for every document: a broken connection also comes as a bulk error, one that names no position.
 */
export function duplicatePositions(error: unknown, count: number): number[] {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
  const refused: readonly mongo.WriteError[] = [error.writeErrors].flat();
  const accounted =
    refused.every(({ code }) => code === DUPLICATE_KEY) &&
    error.result.insertedCount + refused.length === count &&
    error.result.getWriteConcernError() === undefined;
  if (!accounted) throw error;
  return refused.map(({ index }) => index);
}

/** Whether the database could not be reached, as opposed to having refused: the same call may work later. */
export function isStoreUnavailable(error: unknown): boolean {
  return (
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoServerSelectionError ||
    error instanceof mongo.MongoNotConnectedError ||
    error instanceof mongo.MongoTopologyClosedError ||
    (error instanceof mongo.MongoBulkWriteError && isStoreUnavailable(error.errorResponse))
  );
}
