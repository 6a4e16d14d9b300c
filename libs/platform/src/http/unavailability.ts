/** Names under which drivers and the queue say that a server does not answer; known by name to keep drivers out. */
const NAMES = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoOperationTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'PoolClearedError',
  'PoolClearedOnNetworkError',
  'DisconnectedError',
  'MaxRetriesPerRequestError',
  'ClusterAllFailedError',
  'ConnectionClosedError',
  'QueueUnavailable',
  'StorageUnavailable',
  'ScannerUnavailable',
]);
const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** Where the error has no name of its own: ioredis, and Mongoose waiting for its first connection. */
const MESSAGES =
  /^(Connection is closed\.|Command timed out|Stream isn't writeable|Operation `.*` buffering timed out)/;

/** Whether `error`, or what caused it, means that a server we lean on is away for now. */
export function isUnavailability(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false;
  const { code, errorResponse } = error as { code?: unknown; errorResponse?: unknown };
  return (
    NAMES.has(error.name) ||
    (typeof code === 'string' && CODES.has(code)) ||
    MESSAGES.test(error.message) ||
    isUnavailability(error.cause, depth + 1) ||
    // What ended many writes at once is told by MongoBulkWriteError here.
    isUnavailability(errorResponse, depth + 1)
  );
}
