import { fork } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOf, run } from '../processes';
import { startServer } from '../server-start';
import type { ServerSpec } from '../supervisor';
import { DATA_MOUNT, POSTGRES, SETTINGS, TEMPLATE } from './settings';

/**
 * In a mount namespace of its own: the root file system made read-only, the data folder put into it, then the
 * server as its user there. Data may so lie below folders that user could not enter, and every mount ends with it.
 */
const ENTER = [
  'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && mount --bind "$2" "$1$3"',
  'root=$1; shift 3; exec chroot "$root" setpriv --reuid postgres --regid postgres --clear-groups --no-new-privs --pdeathsig KILL "$@"',
].join(' && ');

/** The folder of the cluster; made from the root file system's template when there is none. */
export async function ensureCluster(dataDir: string, rootfs: string): Promise<string> {
  const folder = join(dataDir, 'documentdb');
  const cluster = join(folder, 'pg');
  if (existsSync(cluster)) return cluster;
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, 'pg.new');
  // An interrupted copy is thrown away; only the rename makes a cluster.
  rmSync(copy, { recursive: true, force: true });
  // It dies with this process: a stack asked to stop while it starts leaves nothing that still writes.
  const copying = ['--pdeathsig', 'KILL', 'cp', '-a', join(rootfs, TEMPLATE), copy];
  await run('setpriv', copying, () => undefined);
  await run('sync', ['-f', copy], () => undefined);
  await run('mv', [copy, cluster], () => undefined);
  return cluster;
}

/** PostgreSQL with DocumentDB, reachable only by a socket in its cluster's folder. */
export function postgresServer(cluster: string, rootfs: string, logFile: string): ServerSpec {
  const settings: (readonly [string, string])[] = [
    ...SETTINGS,
    ['unix_socket_directories', DATA_MOUNT],
    // DocumentDB connects to itself to create a collection.
    ['documentdb.localhost_connection_string', `host=${DATA_MOUNT}`],
    ['cron.host', DATA_MOUNT],
  ];
  const server = [
    `${POSTGRES}/postgres`,
    '-D',
    DATA_MOUNT,
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  // A process namespace too: when its first process goes, the kernel ends the rest before it is reported gone.
  const args = [
    '--pdeathsig',
    'KILL',
    'unshare',
    '--mount',
    '--pid',
    '--fork',
    '--kill-child',
    'sh',
    '-c',
    ENTER,
    'sh',
    rootfs,
    cluster,
    DATA_MOUNT,
    ...server,
  ];
  return {
    role: 'postgres',
    stopSignal: 'SIGINT',
    target: (child) => childrenOf(child.pid ?? 0)[0] ?? child.pid ?? 0,
    start(spawned) {
      // The file a dead server left says "ready" as well: only a new one counts.
      const before = statusOf(cluster);
      const ready = (): Promise<boolean> =>
        Promise.resolve(statusOf(cluster) !== before && /ready\s*$/.test(statusOf(cluster)));
      return startServer('setpriv', args, logFile, ready, spawned, {
        env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      });
    },
  };
}

/** The server's own status file: process, shared memory, and in its last line whether it takes connections yet. */
function statusOf(cluster: string): string {
  const file = join(cluster, 'postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The gateway as a process of its own; `port` is 0 for its first start and its own afterwards. */
export function gatewayServer(cluster: string, logFile: string): ServerSpec & { readonly port: number } {
  let port = 0;
  return {
    role: 'gateway',
    stopSignal: 'SIGTERM',
    get port() {
      return port;
    },
    async start() {
      const output = openSync(logFile, 'a');
      const child = fork(gatewayProgram(), [String(port)], {
        cwd: cluster,
        detached: true,
        execArgv: [],
        stdio: ['ignore', output, output, 'ipc'],
      });
      closeSync(output);
      port = await new Promise<number>((resolve, reject) => {
        child.once('message', (message: { port: number }) => resolve(message.port));
        child.once('error', reject);
        child.once('exit', () => reject(new Error(`the gateway did not start; see ${logFile}`)));
      });
      return child;
    },
  };
}

/** The compiled gateway: beside this file, or, when this file runs as TypeScript under a test, in dist. */
function gatewayProgram(): string {
  const candidates = [
    join(__dirname, '..', 'gateway', 'main.js'),
    join(__dirname, '..', '..', '..', 'dist', 'server', 'tools', 'local-stack', 'gateway', 'main.js'),
  ];
  const program = candidates.find((file) => existsSync(file));
  if (!program) throw new Error('the gateway is not compiled: run "npm run build" first');
  return program;
}
