import { serialize, type Document } from 'bson';
import { MAX_DOCUMENT_BYTES, MAX_MESSAGE_BYTES } from './wire';

/** MongoDB 7.0. */
const WIRE_VERSION = 21;
const VERSION = '7.0.0';
/** DocumentDB's own limit (documentdb.maxWriteBatchSize); clients split larger batches. */
const MAX_WRITE_BATCH = 25_000;

/**
 * A standalone server: no setName and no `msg`, so drivers use neither retryable writes nor transactions. Without
 * `topologyVersion` they poll instead of streaming.
 */
const hello = (): Uint8Array =>
  reply({
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: MAX_WRITE_BATCH,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
  });

const reply = (document: Document): Uint8Array => serialize({ ...document, ok: 1 });
const done = (): Uint8Array => reply({});

/** Commands about the server and the conversation, which need no database. */
export const aboutTheServer: Readonly<Record<string, () => Uint8Array>> = {
  hello,
  isMaster: hello,
  ping: done,
  buildInfo: () =>
    reply({
      version: VERSION,
      versionArray: VERSION.split('.').map(Number).concat(0),
      modules: [],
      maxBsonObjectSize: MAX_DOCUMENT_BYTES,
      bits: 64,
      debug: false,
    }),
  serverStatus: () =>
    reply({
      version: VERSION,
      process: 'mongod',
      pid: process.pid,
      uptime: process.uptime(),
      localTime: new Date(),
    }),
  connectionStatus: () => reply({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
  startSession: done,
  refreshSessions: done,
  endSessions: done,
};
