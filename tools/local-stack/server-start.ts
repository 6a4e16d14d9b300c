import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { openSync, closeSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { sleep } from './processes';

/** Returns a loopback TCP port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a program with its output in `logFile` and waits until `answers` holds. Rejects with the log's last lines
 * when the program ends first or `patienceMs` pass.
 */
export async function startServer(
  command: string,
  args: readonly string[],
  logFile: string,
  answers: () => Promise<boolean>,
  spawned: (child: ChildProcess) => void,
  options: SpawnOptions = {},
  patienceMs = 60_000,
): Promise<ChildProcess> {
  const output = openSync(logFile, 'a');
  // A group of its own: Ctrl-C in a terminal must reach the stack only, which stops its servers in order.
  const child = spawn(command, args, { detached: true, ...options, stdio: ['ignore', output, output] });
  closeSync(output);
  spawned(child);
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const deadline = Date.now() + patienceMs;
  for (;;) {
    if (!failure && child.exitCode === null && child.signalCode === null) {
      if (await answers()) return child;
      if (Date.now() < deadline) {
        await sleep(25);
        continue;
      }
      child.kill('SIGKILL');
    }
    throw new Error(
      `${command} did not start${failure ? `: ${failure.message}` : ''}\n${lastLines(logFile)}`,
    );
  }
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-10).join('\n');
}
