import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { startServer } from './server-start';
import type { ServerSpec } from './supervisor';

/** MongoDB's own server on loopback with its data below `dataDir`. */
export function mongodServer(program: string, dataDir: string, port: number, logFile: string): ServerSpec {
  const folder = join(dataDir, 'mongodb');
  const args = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
  return {
    role: 'mongod',
    port,
    stopSignal: 'SIGTERM',
    start(spawned) {
      mkdirSync(folder, { recursive: true });
      return startServer(program, args, logFile, () => listens(port), spawned, { cwd: folder });
    },
  };
}

/** mongod listens only once its recovery is done. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1').once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
