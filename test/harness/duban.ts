import { Redis } from 'ioredis';
import { type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { freePort } from '../../tools/local-stack/server-start';
import { type MailCatcher, startMailCatcher } from '../../tools/mail-catcher/mail-catcher.server';
import { ApiClient } from '../../tools/quickstart/api-client';
import { appServer } from '../../tools/quickstart/app-server';
import { type DemoAccount, demoAccounts } from '../../tools/quickstart/demo-accounts';
import { environmentOf } from '../../tools/quickstart/environment';
import { seed } from '../../tools/seed/seed';

export type AppName = 'intake' | 'worker' | 'scheduler';

/**
 * All of Duban as real processes from the build, on a database and a Redis keyspace of its own. The stores are those
 * that MONGODB_URI and REDIS_URL name: without them it fails, it never skips.
 */
export class Duban {
  private readonly children = new Map<AppName, ChildProcess>();
  private readonly others: ChildProcess[] = [];
  private readonly ports = new Map<AppName, number>();
  private readonly clients = new Map<string, ApiClient>();

  private constructor(
    readonly url: string,
    readonly mail: MailCatcher,
    readonly database: mongo.Db,
    readonly redis: Redis,
    readonly accounts: readonly DemoAccount[],
    private readonly env: NodeJS.ProcessEnv,
    private readonly dataDir: string,
    private readonly mongoClient: mongo.MongoClient,
  ) {}

  static async prepare(overrides: NodeJS.ProcessEnv = {}): Promise<Duban> {
    const mongodbUri = required('MONGODB_URI');
    const redisUrl = overrides['REDIS_URL'] ?? required('REDIS_URL');
    const name = `duban_test_${randomBytes(6).toString('hex')}`;
    const dataDir = mkdtempSync(join(tmpdir(), 'duban-test-'));
    mkdirSync(join(dataDir, 'logs'));
    const port = await freePort();
    const mail = await startMailCatcher({ smtpPort: 0 });
    const smtpUrl = `smtp://127.0.0.1:${mail.smtpPort}`;
    const env = {
      ...environmentOf({ dataDir, port, mongodbUri, redisUrl, smtpUrl }),
      MONGODB_DATABASE: name,
      QUEUE_PREFIX: `{${name}}`,
      SWEEP_EVERY_MS: '500',
      RATE_LIMIT_LOGIN_PER_MINUTE: '1000000',
      ...overrides,
    };
    const accounts = demoAccounts(dataDir);
    await seed(env, accounts);
    const mongoClient = await new mongo.MongoClient(mongodbUri, { retryWrites: false }).connect();
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
    // A server that a test stops is nothing to report.
    redis.on('error', () => undefined);
    return new Duban(
      `http://127.0.0.1:${port}`,
      mail,
      mongoClient.db(name),
      redis,
      accounts,
      env,
      dataDir,
      mongoClient,
    );
  }

  static async start(overrides: NodeJS.ProcessEnv = {}, ...apps: AppName[]): Promise<Duban> {
    const duban = await Duban.prepare(overrides);
    try {
      await duban.run(...(apps.length > 0 ? apps : (['intake', 'worker', 'scheduler'] as const)));
      return duban;
    } catch (error) {
      await duban.stop();
      throw error;
    }
  }

  /** Starts the apps and resolves when they are ready. */
  async run(...apps: AppName[]): Promise<void> {
    await Promise.all(
      apps.map(async (app) => {
        const port = app === 'intake' ? Number(new URL(this.url).port) : await freePort();
        const spec = appServer(app, port, { ...this.env, HEALTH_PORT: String(port) }, this.logFile(app));
        this.children.set(app, await spec.start(() => undefined));
        this.ports.set(app, port);
      }),
    );
  }

  /** Starts one more of the app beside those that run. */
  async runAnother(app: 'worker' | 'scheduler'): Promise<void> {
    const port = await freePort();
    const env = { ...this.env, HEALTH_PORT: String(port) };
    this.others.push(await appServer(app, port, env, this.logFile(app)).start(() => undefined));
  }

  /** Ends the app and resolves when it is gone: `SIGKILL` gives it no chance to put anything in order. */
  async end(app: AppName, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.children.get(app);
    if (child) await ended(child, signal);
    this.children.delete(app);
  }

  /** Ends every worker and scheduler, as an outage does. */
  async stopWorkers(): Promise<void> {
    await Promise.all([
      this.end('worker'),
      this.end('scheduler'),
      ...this.others.map((child) => ended(child, 'SIGKILL')),
    ]);
  }

  pidOf(app: AppName): number {
    const pid = this.children.get(app)?.pid;
    if (pid === undefined) throw new Error(`${app} is not running`);
    return pid;
  }

  healthOf(app: AppName): string {
    return `http://127.0.0.1:${this.ports.get(app) ?? 0}`;
  }

  logFile(app: AppName): string {
    return join(this.dataDir, 'logs', `${app}.log`);
  }

  /** Someone logged in: the first account that fits. */
  async as(fits: (account: DemoAccount) => boolean): Promise<ApiClient> {
    const account = this.accounts.find(fits);
    if (!account) throw new Error('there is no such demo account');
    const known = this.clients.get(account.username);
    if (known) return known;
    const client = await new ApiClient(this.url).login(account.username, account.password);
    this.clients.set(account.username, client);
    return client;
  }

  dispatcher(): Promise<ApiClient> {
    return this.as(({ role }) => role === 'dispatcher');
  }

  anyone(): ApiClient {
    return new ApiClient(this.url);
  }

  async stop(): Promise<void> {
    await Promise.all((['intake', 'worker', 'scheduler'] as const).map((app) => this.end(app, 'SIGTERM')));
    await Promise.all(this.others.map((child) => ended(child, 'SIGTERM')));
    await this.mail.stop();
    const keys = await this.redis.keys(`${this.env['QUEUE_PREFIX'] ?? ''}*`);
    if (keys.length > 0) await this.redis.del(...keys);
    this.redis.disconnect();
    await this.database.dropDatabase();
    await this.mongoClient.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this by bin/test, or start a local stack first`);
  return value;
}
