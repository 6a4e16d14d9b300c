/**
 * Everything on one machine: `quickstart [--port N] [--data DIR] [--fresh] [--no-demo]` runs until Ctrl-C;
 * `quickstart --smoke` drives the main job on a system of its own and exits with its outcome.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { childrenOf, identify, sleep, stopProcess } from '../local-stack/processes';
import { freePort } from '../local-stack/server-start';
import { tellDemoStory } from './demo-story';
import { runSmoke } from './smoke';
import { type RunningSystem, startSystem, type SystemOptions } from './system';

const USAGE =
  'usage: bin/quickstart [--port N] [--data DIR] [--fresh] [--no-demo]\n       bin/quickstart --smoke\n';

function readArguments() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        data: { type: 'string', default: '.local/quickstart' },
        fresh: { type: 'boolean', default: false },
        'no-demo': { type: 'boolean', default: false },
        smoke: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exit(2);
  }
}

const values = readArguments();
if (values.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}

const log = (line: string): void => void process.stderr.write(`${line}\n`);

/** Resolves at the first Ctrl-C or SIGTERM; a third one ends the process at once. */
const asked = new Promise<void>((done) => {
  let times = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      times += 1;
      if (times > 2) process.exit(130);
      done();
    });
});

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port ${text} is not a port`);
  return port;
}

const INTERRUPTED = 130;
const PATIENCE_MS = 8_000;

/** The running system; undefined where it was asked to stop before it ran, with nothing left running. */
async function startUnlessAsked(options: SystemOptions): Promise<RunningSystem | undefined> {
  const starting = startSystem(options);
  const system = await Promise.race([starting, asked]);
  if (system) return system;
  log('stopping…');
  const stopped = starting.then(
    (late) => late.stop(),
    () => undefined,
  );
  await Promise.race([stopped, sleep(PATIENCE_MS)]);
  // Installing or unpacking may take longer than anyone waits; both are done anew at the next start.
  const left = childrenOf(process.pid).flatMap((pid) => identify(pid) ?? []);
  await Promise.all(left.map((child) => stopProcess(child, 'SIGTERM', PATIENCE_MS / 2)));
  return undefined;
}

async function quickstart(): Promise<number> {
  const dataDir = resolve(values.data);
  const demo = !values['no-demo'];
  const system = await startUnlessAsked({
    dataDir,
    port: portOf(values.port),
    fresh: values.fresh,
    demo,
    log,
  });
  if (!system) return INTERRUPTED;
  try {
    if (demo) await Promise.race([tellDemoStory(system, log), asked]);
    introduce(system, dataDir);
    await asked;
    return 0;
  } finally {
    log('stopping…');
    await system.stop();
  }
}

function introduce({ url, mailUrl, accounts }: RunningSystem, dataDir: string): void {
  const roles = accounts.filter(({ role }, at) => accounts.findIndex((other) => other.role === role) === at);
  const lines = [
    '',
    `  报问题 / report      ${url}/`,
    `  查进度 / track       ${url}/track`,
    `  工作台 / staff       ${url}/login`,
    `  接口   / API         ${url}/docs`,
    ...(mailUrl ? [`  邮件   / letters     ${mailUrl}`] : []),
    '',
    ...roles.map(
      ({ role, username, password, name, department }) =>
        `  ${role.padEnd(11)} ${username.padEnd(18)} ${password}   ${name}${department ? `，${department}` : ''}`,
    ),
    ...(accounts.length > 0
      ? [`  all ${accounts.length} accounts: ${join(dataDir, 'demo-accounts.json')}`]
      : []),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\nready ${url}\n`);
}

async function smoke(): Promise<number> {
  const parent = resolve('.local');
  mkdirSync(parent, { recursive: true });
  const dataDir = mkdtempSync(join(parent, 'smoke-'));
  const system = await startUnlessAsked({ dataDir, port: await freePort(), fresh: true, demo: true, log });
  let outcome: 'passed' | 'failed' | 'interrupted' = 'interrupted';
  try {
    if (system) {
      // Once it was asked to stop, a step that breaks with the system is no news.
      const print = (line: string): void =>
        void (outcome === 'interrupted' && process.stdout.write(`${line}\n`));
      const result = await Promise.race([runSmoke(system, print), asked]);
      if (result !== undefined) outcome = result ? 'passed' : 'failed';
    }
  } finally {
    await system?.stop();
  }
  if (outcome === 'failed') log(`what was written is kept in ${dataDir}`);
  else rmSync(dataDir, { recursive: true, force: true });
  if (outcome === 'interrupted') log('interrupted');
  return { passed: 0, failed: 1, interrupted: INTERRUPTED }[outcome];
}

(values.smoke ? smoke() : quickstart()).then(
  (code) => process.exit(code),
  (error: unknown) => {
    // What a user can mend is said in its message; the rest wants its stack.
    const detail = process.env['LOG_LEVEL'] === 'debug' && error instanceof Error ? error.stack : undefined;
    log(detail ?? (error instanceof Error ? error.message : String(error)));
    process.exit(1);
  },
);
