import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder';
import { waitForLock } from '../file-lock';
import { debianMirror, installPackages } from '../machine';
import { isAlive, onPath, run, stopProcess, identify, type ProcessIdentity } from '../processes';
import { DATA_MOUNT, POSTGRES, SETTINGS, TEMPLATE } from './settings';

/** Raise it when the recipe below changes: the cache keeps each recipe's result under its own name. */
const RECIPE = 'documentdb-pg18-r1';
const SUITE = 'forky';
const EXCLUDED = [
  '/usr/share/doc/*',
  '/usr/share/man/*',
  '/usr/share/locale/*',
  '/usr/lib/postgresql/18/lib/bitcode/*',
];

/** Runs as the file system's postgres user: a cluster with the extensions in it, which every new data folder copies. */
const MAKE_TEMPLATE = `
set -e
cd /tmp
${POSTGRES}/initdb -D ${TEMPLATE} -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
${POSTGRES}/pg_ctl -D ${TEMPLATE} -w -l /tmp/template.log -o "-c unix_socket_directories=/tmp $SETTINGS" start >/dev/null
trap '${POSTGRES}/pg_ctl -D ${TEMPLATE} -m immediate stop' EXIT
${POSTGRES}/psql -X -q -v ON_ERROR_STOP=1 -h /tmp -U postgres -d postgres <<'SQL'
SET client_min_messages = warning;
CREATE EXTENSION documentdb CASCADE;
CREATE EXTENSION documentdb_extended_rum CASCADE;
-- Indexes are built at once by the gateway: nothing ever waits in the queue these two poll every other second.
DO $$ BEGIN PERFORM cron.unschedule(jobid) FROM cron.job WHERE command LIKE '%build_index_concurrently%'; END $$;
SQL
trap - EXIT
${POSTGRES}/pg_ctl -D ${TEMPLATE} -w -m fast stop >/dev/null
`;

/**
 * Returns a root file system that holds PostgreSQL with DocumentDB, building it when the cache has none (half a
 * minute, 620 MB). One of several starts builds it; the others wait. What an interrupted build left is removed.
 */
export async function documentDbRootfs(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<string> {
  const cache = cacheFolder(env);
  const rootfs = join(cache, RECIPE);
  if (existsSync(rootfs)) return rootfs;
  mkdirSync(cache, { recursive: true });
  const lock = await waitForLock(join(cache, `${RECIPE}.lock`), ({ pid }) =>
    log(`process ${pid} is building the database server; waiting for it`),
  );
  try {
    if (existsSync(rootfs)) return rootfs;
    await removeInterrupted(cache);
    const building = join(cache, `${RECIPE}.building-${process.pid}-${Date.now()}`);
    await build(building, log);
    renameSync(building, rootfs);
    rmSync(`${building}.builder`, { force: true });
    return rootfs;
  } finally {
    lock.release();
  }
}

/** The lock is held, so whatever is being built belongs to a builder that died or was left behind. */
async function removeInterrupted(cache: string): Promise<void> {
  const names = readdirSync(cache).filter((name) => name.startsWith(`${RECIPE}.building-`));
  for (const name of names.filter((each) => each.endsWith('.builder'))) {
    const builder = JSON.parse(readFileSync(join(cache, name), 'utf8') || '{}') as Partial<ProcessIdentity>;
    if (builder.pid && builder.startedAt && isAlive(builder as ProcessIdentity))
      await stopProcess(builder as ProcessIdentity, 'SIGKILL');
  }
  // Builders mount only inside their own mount namespace, so nothing of the machine lies below these folders.
  for (const name of names) await run('rm', ['-rf', '--one-file-system', join(cache, name)], () => undefined);
}

async function build(folder: string, log: (line: string) => void): Promise<void> {
  const mirror = debianMirror();
  if (!mirror) throw new Error('no Debian mirror is named in the apt sources of this machine');
  if (!onPath(['mmdebstrap'])) await installPackages(['mmdebstrap'], log);
  const started = Date.now();
  log('building the database server once for this machine (about half a minute)');
  const options = [
    '--mode=root',
    '--variant=apt',
    '--quiet',
    '--aptopt=Acquire::Check-Valid-Until "false"',
    '--include=postgresql-18-documentdb',
  ];
  const excludes = EXCLUDED.map((path) => `--dpkgopt=path-exclude=${path}`);
  await confined(folder, ['mmdebstrap', ...options, ...excludes, SUITE, folder, mirror], log);
  mkdirSync(join(folder, DATA_MOUNT));
  const settings = SETTINGS.map(([name, value]) => `-c ${name}='${value}'`).join(' ');
  const script = `mkdir "$1${TEMPLATE}" && chown --reference="$1/var/lib/postgresql" "$1${TEMPLATE}" && exec chroot --userspec=postgres:postgres "$1" /bin/sh -c "$2"`;
  await confined(folder, ['sh', '-c', script, 'sh', folder, MAKE_TEMPLATE], log, { SETTINGS: settings });
  log(`built in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Runs a step with its own mounts and process numbers: when it dies, or this process does, nothing of it remains. */
async function confined(
  folder: string,
  command: readonly string[],
  log: (line: string) => void,
  more: NodeJS.ProcessEnv = {},
): Promise<void> {
  const note = (pid: number): void => writeFileSync(`${folder}.builder`, JSON.stringify(identify(pid) ?? {}));
  const wrapped = [
    '--pdeathsig',
    'KILL',
    'unshare',
    '--mount',
    '--pid',
    '--fork',
    '--kill-child',
    ...command,
  ];
  await run('setpriv', wrapped, log, { env: { ...process.env, LC_ALL: 'C.UTF-8', ...more } }, note);
}
