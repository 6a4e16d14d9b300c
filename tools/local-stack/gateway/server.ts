import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { CommandDocument } from './command-document';
import { toCommandError } from './command-error';
import { runCommand } from './commands';
import { CursorTable } from './cursors';
import { SqlPool } from './sql-pool';
import { encodeReply, MessageReader, parseMessage, WireError, type WireRequest } from './wire';

export interface GatewayOptions {
  /** Directory of the SQL server's socket. */
  readonly socketDirectory: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly connections?: number;
  /** How long an unused cursor lives, in milliseconds; ten minutes unless told. */
  readonly cursorIdleMs?: number;
}

export interface Gateway {
  readonly port: number;
  close(): Promise<void>;
}

/** How many unread messages one client may have here before its socket is paused. */
const QUEUE_LIMIT = 16;
/** A guess for two cores: enough for group commit to fill, few enough not to drown in switching. Other sizes were not measured. */
const DEFAULT_CONNECTIONS = 24;
const TEN_MINUTES = 600_000;

/** Listens on loopback and answers MongoDB's wire protocol from a DocumentDB server. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { socketDirectory, connections = DEFAULT_CONNECTIONS, cursorIdleMs = TEN_MINUTES } = options;
  const sql = new SqlPool(
    { host: socketDirectory, port: 5432, user: 'postgres', database: 'postgres' },
    connections,
  );
  const cursors = new CursorTable(sql, cursorIdleMs);
  const exclusively = queue();
  const sockets = new Set<Socket>();

  const answer = async (request: WireRequest): Promise<Uint8Array> => {
    const command = new CommandDocument(request.body);
    const database = command.string('$db') ?? request.database ?? 'test';
    return runCommand({ database, command, sequence: request.sequence, sql, cursors, exclusively });
  };
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, answer);
  });
  await listen(server, options.port);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      cursors.close();
      await sql.close();
      await closed;
    },
  };
}

/** Answers one client's messages in their order; a message that breaks the protocol ends this client only. */
function converse(socket: Socket, answer: (request: WireRequest) => Promise<Uint8Array>): void {
  const reader = new MessageReader();
  const queued: Buffer[] = [];
  let working = false;
  let replies = 0;
  const work = async (): Promise<void> => {
    working = true;
    for (let message = queued.shift(); message && !socket.destroyed; message = queued.shift()) {
      const request = parseMessage(message);
      const document = await answer(request).catch((error: unknown) => {
        if (error instanceof WireError) throw error;
        return toCommandError(error).toReply();
      });
      if (queued.length < QUEUE_LIMIT && socket.isPaused()) socket.resume();
      if (!request.wantsReply || socket.destroyed) continue;
      const [head, body] = encodeReply(request, ++replies, document);
      socket.cork();
      socket.write(head);
      socket.write(body);
      socket.uncork();
    }
    working = false;
  };
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    try {
      queued.push(...reader.push(chunk));
    } catch {
      socket.destroy();
      return;
    }
    if (queued.length >= QUEUE_LIMIT) socket.pause();
    if (!working) work().catch(() => socket.destroy());
  });
}

/** Runs tasks one after another, in the order they were handed in. */
function queue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
