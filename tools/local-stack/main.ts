/**
 * Command line of the local stack:
 *   start --data DIR [--fresh]            prints MONGODB_URI=…, REDIS_URL=… and "stack ready"; runs until SIGINT or SIGTERM
 *   run --data DIR [--fresh] -- CMD…      runs CMD with both in its environment, and exits as it did
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { stopRecorded } from './data-folder';
import { exitCodeOf } from './processes';
import { startLocalStack, type LocalStack } from './stack';

const USAGE =
  'usage: local-stack start --data DIR [--fresh]\n       local-stack run --data DIR [--fresh] -- COMMAND [ARGUMENT…]';

interface Invocation {
  readonly dataDir: string;
  readonly fresh: boolean;
  /** Empty for `start`. */
  readonly command: readonly string[];
}

/** Reads the command line; throws with the usage when it is none of ours. */
function readArguments(argv: readonly string[]): Invocation {
  const cut = argv.indexOf('--');
  const own = cut < 0 ? argv : argv.slice(0, cut);
  const command = cut < 0 ? [] : argv.slice(cut + 1);
  try {
    const { values, positionals } = parseArgs({
      args: [...own],
      allowPositionals: true,
      options: { data: { type: 'string' }, fresh: { type: 'boolean', default: false } },
    });
    const [verb, ...rest] = positionals;
    const right = rest.length === 0 && (verb === 'start' ? cut < 0 : verb === 'run' && command.length > 0);
    if (right && values.data) return { dataDir: values.data, fresh: values.fresh, command };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
  throw new Error(USAGE);
}

const stopAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });

async function main(): Promise<number> {
  const { dataDir, fresh, command } = readArguments(process.argv.slice(2));
  const asked = stopAsked();
  const log = (line: string): void => void process.stderr.write(`[stack] ${line}\n`);
  const stack = await Promise.race([startLocalStack({ dataDir, fresh, log }), asked]);
  if (!stack) {
    // Asked to stop in the middle of starting: what a first set-up runs dies with this process.
    await stopRecorded(dataDir, () => undefined);
    return 130;
  }
  try {
    if (command.length > 0) return await runCommand(command, stack, asked);
    process.stdout.write(`MONGODB_URI=${stack.mongodbUri}\nREDIS_URL=${stack.redisUrl}\nstack ready\n`);
    // Servers are supervised by timers and children; this keeps the process when it started none.
    const alive = setInterval(() => undefined, 60_000);
    await asked;
    clearInterval(alive);
    return 0;
  } finally {
    await stack.stop();
  }
}

/** Runs a command to its end; a signal meant for all of us is passed on to it, and its end ends us. */
function runCommand(
  [program = '', ...args]: readonly string[],
  stack: LocalStack,
  asked: Promise<void>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, MONGODB_URI: stack.mongodbUri, REDIS_URL: stack.redisUrl };
    const child = spawn(program, args, { stdio: 'inherit', env });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(exitCodeOf(code, signal)));
    void asked.then(() => child.kill('SIGTERM'));
  });
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
