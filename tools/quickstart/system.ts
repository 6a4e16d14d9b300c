import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startMailCatcher } from '../mail-catcher/mail-catcher.server';
import { openDataFolder } from '../local-stack/data-folder';
import { freePort } from '../local-stack/server-start';
import { startLocalStack } from '../local-stack/stack';
import { Supervised } from '../local-stack/supervisor';
import { seed } from '../seed/seed';
import { appServer } from './app-server';
import { type DemoAccount, demoAccounts } from './demo-accounts';
import { environmentOf } from './environment';

export interface SystemOptions {
  readonly dataDir: string;
  readonly port: number | undefined;
  readonly fresh: boolean;
  readonly demo: boolean;
  readonly log: (line: string) => void;
}

/** All of Duban, running. */
export interface RunningSystem {
  readonly url: string;
  /** Where caught letters can be read; undefined where SMTP_URL names a real server. */
  readonly mailUrl: string | undefined;
  readonly accounts: readonly DemoAccount[];
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** What `--fresh` drops beside the servers' own data. */
const OWN_DATA = ['files', 'mail', 'demo-accounts.json', 'session-secret'];
const PREFERRED_PORT = 3000;

/**
 * Starts stack, mail catcher and apps, everything they write below `dataDir`; rejects with one clear message, and
 * leaves nothing running, where something cannot be had.
 */
export async function startSystem({
  dataDir,
  port,
  fresh,
  demo,
  log,
}: SystemOptions): Promise<RunningSystem> {
  const stops: (() => Promise<unknown> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const folder = await openDataFolder(join(dataDir, 'apps'), false, log);
    stops.push(() => folder.release());
    if (fresh) for (const name of OWN_DATA) rmSync(join(dataDir, name), { recursive: true, force: true });
    const httpPort = port ?? (await firstFree(PREFERRED_PORT));
    if (port !== undefined && !(await isFree(port)))
      throw new Error(`port ${port} is in use; choose another with --port`);
    const stack = await startLocalStack({ dataDir: join(dataDir, 'stack'), fresh, log });
    stops.push(() => stack.stop());
    const mail = await startMail(dataDir);
    stops.push(() => mail.stop());
    const env = environmentOf({ dataDir, port: httpPort, smtpUrl: mail.smtpUrl, ...stack });
    const accounts = demo ? demoAccounts(dataDir) : [];
    await seed(env, accounts);
    const logs = join(dataDir, 'logs');
    mkdirSync(logs, { recursive: true });
    const apps = await Promise.all(
      (['intake', 'worker', 'scheduler'] as const).map(async (app) => {
        const ready = app === 'intake' ? httpPort : await freePort();
        const appEnv = { ...env, HEALTH_PORT: String(ready) };
        return new Supervised(appServer(app, ready, appEnv, join(logs, `${app}.log`)), folder, log);
      }),
    );
    stops.push(() => Promise.all(apps.map((app) => app.stop())));
    await Promise.all(apps.map((app) => app.start()));
    return { url: `http://localhost:${httpPort}`, mailUrl: mail.url, accounts, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startMail(dataDir: string) {
  const given = process.env['SMTP_URL'];
  if (given) return { smtpUrl: given, url: undefined, stop: () => undefined };
  const dir = join(dataDir, 'mail');
  // Letters hold what reporters wrote.
  if (!existsSync(dir)) mkdirSync(dir, { recursive: true, mode: 0o700 });
  const [smtpPort, webPort] = [await freePort(), await freePort()];
  const catcher = await startMailCatcher({ smtpPort, httpPort: webPort, dir });
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://localhost:${webPort}`,
    stop: () => catcher.stop(),
  };
}

async function firstFree(preferred: number): Promise<number> {
  return (await isFree(preferred)) ? preferred : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
