/**
 * Everything on one machine: `quickstart [--port N] [--data DIR] [--fresh] [--no-demo]` runs until Ctrl-C;
 * `quickstart --smoke` drives the main job on a system of its own and exits with its outcome.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../local-stack/server-start';
import { tellDemoStory } from './demo-story';
import { runSmoke } from './smoke';
import { type RunningSystem, startSystem } from './system';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string', default: '.local/quickstart' },
    fresh: { type: 'boolean', default: false },
    'no-demo': { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
  },
});

const log = (line: string): void => void process.stderr.write(`${line}\n`);

/** Resolves at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
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

async function quickstart(): Promise<number> {
  const dataDir = resolve(values.data);
  const demo = !values['no-demo'];
  const starting = startSystem({ dataDir, port: portOf(values.port), fresh: values.fresh, demo, log });
  const system = await Promise.race([starting, asked.then(() => undefined)]);
  if (!system) {
    await (await starting).stop();
    return 130;
  }
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
  let passed = false;
  try {
    const system = await startSystem({ dataDir, port: await freePort(), fresh: true, demo: true, log });
    try {
      passed = await Promise.race([
        runSmoke(system, (line) => void process.stdout.write(`${line}\n`)),
        asked.then(() => false),
      ]);
    } finally {
      await system.stop();
    }
  } finally {
    if (passed) rmSync(dataDir, { recursive: true, force: true });
    else log(`what was written is kept in ${dataDir}`);
  }
  return passed ? 0 : 1;
}

(values.smoke ? smoke() : quickstart()).then(
  (code) => process.exit(code),
  (error: unknown) => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
