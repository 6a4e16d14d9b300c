import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodeOf, forwardLines } from './processes';

/** A stack in a process of its own, as its users have it. */
export interface TestStack {
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly process: ChildProcess;
  /** What it wrote to standard error so far. */
  readonly log: readonly string[];
  /** Sends SIGINT, waits for the end, removes the data folder unless it was given; returns the exit code. */
  stop(): Promise<number>;
}

const ROOT = join(__dirname, '..', '..');
const BUILT = join(ROOT, '.local', `stack-spec-${process.pid}`);

/** Compiles the stack by itself (so that other rooms' state does not matter) and returns its command line program. */
export function stackProgram(): string {
  const program = join(BUILT, 'tools', 'local-stack', 'main.js');
  if (existsSync(program)) return program;
  mkdirSync(BUILT, { recursive: true });
  const swc = join(ROOT, 'node_modules', '.bin', 'swc');
  execFileSync(
    swc,
    ['tools/local-stack', '-d', BUILT, '--config-file', '.swcrc', '--quiet', '--ignore', '**/*spec.ts'],
    { cwd: ROOT },
  );
  process.once('exit', () => rmSync(BUILT, { recursive: true, force: true }));
  return program;
}

export function aDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'duban-stack-'));
}

/** Starts a stack on its own servers, whatever the environment names, and waits until it is ready. */
export async function aStack(
  dataDir?: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<TestStack> {
  const folder = dataDir ?? aDataFolder();
  const { MONGODB_URI, REDIS_URL, ...own } = process.env;
  const child = spawn(process.execPath, [stackProgram(), 'start', '--data', folder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...own, ...env },
  });
  const log: string[] = [];
  const values = new Map<string, string>();
  const ended = new Promise<number>((resolve) =>
    child.once('close', (code, signal) => resolve(exitCodeOf(code, signal))),
  );
  const ready = new Promise<void>((resolve) => {
    forwardLines(child, (line) => {
      const [, name, value] = /^([A-Z]+_UR[IL])=(.*)$/.exec(line) ?? [];
      if (name && value) values.set(name, value);
      else log.push(line);
      if (line === 'stack ready') resolve();
    });
  });
  await Promise.race([
    ready,
    ended.then((code) => Promise.reject(new Error(`the stack ended with ${code}: ${log.join('\n')}`))),
  ]);
  return {
    mongodbUri: values.get('MONGODB_URI') ?? '',
    redisUrl: values.get('REDIS_URL') ?? '',
    process: child,
    log,
    async stop() {
      child.kill('SIGINT');
      const code = await ended;
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}
