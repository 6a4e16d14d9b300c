import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { type AddressInfo } from 'node:net';

/** How the daemon behaves; `deaf` takes everything and never answers. */
export type ClamdManners = 'honest' | 'deaf' | 'refuses';

export interface ClamdServer {
  readonly url: string;
  /** What it has been sent to look at, whole. */
  readonly seen: readonly Buffer[];
  behave(manners: ClamdManners): void;
  close(): Promise<void>;
}

const COMMAND = 'zINSTREAM\0';
// Put together, so that no scanner finds this file.
const EICAR = ['EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE'].join('');

/** Speaks the part of clamd's protocol that scans a stream, strictly, and finds the EICAR test file. */
export async function startClamd(): Promise<ClamdServer> {
  const seen: Buffer[] = [];
  const sockets = new Set<Socket>();
  let manners: ClamdManners = 'honest';
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    let received = Buffer.alloc(0);
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      if (manners === 'deaf') return;
      if (manners === 'refuses') return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      const content = streamedIn(received);
      if (content === undefined) return;
      if (content === 'fault') return void socket.end('UNKNOWN COMMAND\0');
      seen.push(content);
      socket.end(content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `tcp://127.0.0.1:${port}`,
    seen,
    behave: (next) => (manners = next),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What was streamed, once it is whole; undefined until then. */
function streamedIn(received: Buffer): Buffer | 'fault' | undefined {
  if (received.length < COMMAND.length) return undefined;
  if (received.toString('latin1', 0, COMMAND.length) !== COMMAND) return 'fault';
  const chunks: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return at + 4 === received.length ? Buffer.concat(chunks) : 'fault';
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
