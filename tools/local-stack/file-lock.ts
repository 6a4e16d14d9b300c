import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identify, isAlive, sleep, type ProcessIdentity } from './processes';

/** A lock file that counts only while the process named in it lives, so a crash never leaves it shut. */
export interface FileLock {
  release(): void;
}

let counter = 0;

/** Takes the lock, or returns the identity of the live process that holds it. */
export function tryLock(path: string): FileLock | ProcessIdentity {
  const self = identify(process.pid);
  if (!self) throw new Error('cannot tell who this process is');
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}.${counter++}`;
  const content = JSON.stringify({ ...self, lock: mine });
  writeFileSync(mine, content);
  try {
    for (;;) {
      try {
        // link() fails when the name exists: the only step that takes the lock.
        linkSync(mine, path);
        return {
          release() {
            if (read(path) === content) rmSync(path, { force: true });
          },
        };
      } catch (error) {
        if (!isCode(error, 'EEXIST')) throw error;
      }
      const found = read(path);
      const holder = found === undefined ? undefined : parse(found);
      if (holder && isAlive(holder)) return holder;
      if (found !== undefined) clear(path, found, `${mine}.stale`);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Takes the lock, waiting for its holder; `onWait` is told once who that is. */
export async function waitForLock(
  path: string,
  onWait: (holder: ProcessIdentity) => void,
): Promise<FileLock> {
  for (let told = false; ; told = true) {
    const outcome = tryLock(path);
    if ('release' in outcome) return outcome;
    if (!told) onWait(outcome);
    await sleep(200);
  }
}

/**
 * Removes a dead holder's lock. Only one contender's rename succeeds; if meanwhile another cleared it and locked
 * anew, what was moved is theirs and goes back.
 */
function clear(path: string, stale: string, aside: string): void {
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  try {
    if (read(aside) !== stale) linkSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(content: string): ProcessIdentity | undefined {
  try {
    const { pid, startedAt } = JSON.parse(content) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
