import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { startServer } from './server-start';
import type { ServerSpec } from './supervisor';

/** Redis (or Valkey) on loopback with its data below `dataDir`; it never evicts, since it carries work. */
export function redisServer(program: string, dataDir: string, port: number, logFile: string): ServerSpec {
  const folder = join(dataDir, 'redis');
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    appendonly: 'yes',
    'maxmemory-policy': 'noeviction',
    daemonize: 'no',
    save: '',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  return {
    role: 'redis',
    port,
    stopSignal: 'SIGTERM',
    start(spawned) {
      mkdirSync(folder, { recursive: true });
      // Without a configuration file on its command line it reads none, so the machine's own does not matter.
      return startServer(program, args, logFile, () => answersPing(port), spawned, { cwd: folder });
    },
  };
}

/** Whether a Redis answers PING here; while it loads its data it answers with an error. */
function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.setTimeout(1000, () => socket.destroy());
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('data', (data) => {
      resolve(data.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.write('PING\r\n');
  });
}
