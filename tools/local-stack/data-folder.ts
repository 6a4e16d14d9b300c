import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { tryLock } from './file-lock';
import { isAlive, stopProcess, type ProcessIdentity } from './processes';

/** Everything one stack writes, guarded against a second stack. */
export interface DataFolder {
  readonly path: string;
  /** Notes a child, so that the next start finds it should this process die without stopping it. */
  record(role: string, child: ProcessIdentity, port?: number): void;
  forget(role: string): void;
  release(): void;
}

interface Recorded extends ProcessIdentity {
  readonly port?: number;
}

/** What a server keeps in the data folder, by engine: this decides which engine a later start must use. */
export const ENGINE_FOLDERS = { mongod: 'mongodb', documentdb: 'documentdb', redis: 'redis' } as const;

/**
 * Locks the folder, stops what an earlier stack on it left running, and drops its data when `fresh`. Throws when
 * a live stack holds it.
 */
export async function openDataFolder(
  dataDir: string,
  fresh: boolean,
  log: (line: string) => void,
): Promise<DataFolder> {
  mkdirSync(dataDir, { recursive: true });
  const path = realpathSync(dataDir);
  const lock = tryLock(join(path, 'stack.lock'));
  if ('pid' in lock)
    throw new Error(
      `${path} is in use by the local stack of process ${lock.pid}; stop that one or choose another folder`,
    );
  const file = join(path, 'stack.json');
  await stopRecorded(path, log);
  let children: Record<string, Recorded> = {};
  const save = (): void => {
    writeFileSync(`${file}.new`, `${JSON.stringify(children, undefined, 2)}\n`);
    renameSync(`${file}.new`, file);
  };
  save();
  if (fresh)
    for (const name of Object.values(ENGINE_FOLDERS))
      rmSync(join(path, name), { recursive: true, force: true });
  return {
    path,
    record(role, { pid, startedAt }, port) {
      children = { ...children, [role]: port === undefined ? { pid, startedAt } : { pid, startedAt, port } };
      save();
    },
    forget(role) {
      children = Object.fromEntries(Object.entries(children).filter(([name]) => name !== role));
      save();
    },
    release: () => lock.release(),
  };
}

/** Stops whatever the record in this folder names and still runs. */
export async function stopRecorded(dataDir: string, log: (line: string) => void): Promise<void> {
  for (const [role, child] of Object.entries(readRecord(join(dataDir, 'stack.json')))) {
    if (!isAlive(child)) continue;
    log(`stopping ${role} (process ${child.pid}), left by a stack that did not end cleanly`);
    await stopProcess(child, 'SIGTERM');
  }
}

function readRecord(file: string): Record<string, Recorded> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Recorded>;
  } catch {
    return {};
  }
}
