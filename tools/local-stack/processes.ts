import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';

/** A process told apart from any other that ever had its number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque: equal exactly for the same process (on Linux boot id and start tick, elsewhere the start time). */
  readonly startedAt: string;
}

/** Returns who has this pid now, or undefined when nobody has (a zombie counts as nobody). */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    if (!existsSync('/proc/self/stat')) {
      const startedAt = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
      return startedAt ? { pid, startedAt } : undefined;
    }
    // The second field is the command in brackets, which may hold anything: count fields from its end.
    const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    if (state === 'Z' || state === 'X') return undefined;
    return {
      pid,
      startedAt: `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[18]}`,
    };
  } catch {
    return undefined;
  }
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

/** The pids whose parent is `pid` (Linux). */
export function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean)
        .map(Number),
    );
  } catch {
    return [];
  }
}

/** Sends `signal`, then SIGKILL after `patienceMs`; resolves when the process is gone. Does nothing to a stranger. */
export async function stopProcess(
  identity: ProcessIdentity,
  signal: NodeJS.Signals,
  patienceMs = 10_000,
): Promise<void> {
  const end = Date.now() + patienceMs;
  if (!send(identity, signal)) return;
  while (isAlive(identity)) {
    if (Date.now() > end) send(identity, 'SIGKILL');
    await sleep(20);
  }
}

function send(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isAlive(identity)) return false;
  try {
    return process.kill(identity.pid, signal);
  } catch {
    return false;
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Returns the full path of the first of these programs found on PATH. */
export function onPath(names: readonly string[], path = process.env['PATH'] ?? ''): string | undefined {
  const folders = path.split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

/** Runs a program to its end; its output goes to `log` line by line. Rejects with its last lines when it fails. */
export async function run(
  command: string,
  args: readonly string[],
  log: (line: string) => void,
  options: SpawnOptions = {},
  started: (pid: number) => void = () => undefined,
): Promise<void> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.pid !== undefined) started(child.pid);
  const last: string[] = [];
  forwardLines(child, (line) => {
    last.push(line);
    if (last.length > 20) last.shift();
    log(line);
  });
  const outcome = await new Promise<string | number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  if (outcome !== 0) throw new Error(`${command} ended with ${String(outcome)}:\n${last.join('\n')}`);
}

/** Calls `take` for every whole line a child prints. */
export function forwardLines(child: ChildProcess, take: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(take);
    });
  }
}

/** The exit code a shell reports for a process: its own, or 128 + the signal's number. */
export function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}
