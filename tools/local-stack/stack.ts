import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chooseMongo, chooseRedis, type MongoChoice, type RedisChoice } from './choice';
import { openDataFolder, type DataFolder } from './data-folder';
import { documentDbRootfs } from './documentdb/rootfs';
import { ensureCluster, gatewayServer, postgresServer } from './documentdb/server';
import { canInstallPackages, canRunDocumentDb, installPackages } from './machine';
import { mongodServer } from './mongod';
import { mongodDownload, type MongodDownload } from './mongod-download';
import { onPath } from './processes';
import { redisServer } from './redis';
import { freePort } from './server-start';
import { Supervised, type ServerSpec } from './supervisor';

export interface LocalStackOptions {
  /** Everything the stack writes goes below it, except what is cached for the whole machine. */
  readonly dataDir: string;
  /** Drop the data of earlier runs. */
  readonly fresh?: boolean;
  /** Told what happens, a line at a time; silent unless given. */
  readonly log?: (line: string) => void;
  /** Read for MONGODB_URI, REDIS_URL, PATH, HOME and XDG_CACHE_HOME; process.env unless given. */
  readonly env?: NodeJS.ProcessEnv;
  readonly download?: MongodDownload;
}

export interface LocalStack {
  /** Without a database name, except a given MONGODB_URI, which is passed on as it is. */
  readonly mongodbUri: string;
  readonly redisUrl: string;
  /** Stops what the stack started, and only that. */
  stop(): Promise<void>;
  /** The pids now, by role (redis, mongod, postgres, gateway); a server that is being restarted has none. */
  readonly pids: Readonly<Record<string, number>>;
}

const PROBE_MS = 3_000;
const REDIS_PROGRAMS = ['redis-server', 'valkey-server'];
const PORT_TRIES = 3;

/**
 * Starts a MongoDB-compatible database and Redis, or uses the ones the environment names. Rejects with one clear
 * message when the folder is in use or a server cannot be had; nothing is left running then.
 */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const { dataDir, fresh = false, log = () => undefined, env = process.env } = options;
  if (env['MONGODB_URI'] && env['REDIS_URL'])
    return {
      mongodbUri: env['MONGODB_URI'],
      redisUrl: env['REDIS_URL'],
      stop: () => Promise.resolve(),
      pids: {},
    };
  const folder = await openDataFolder(dataDir, fresh, log);
  const running: Supervised[] = [];
  const stop = async (): Promise<void> => {
    // The gateway first, then what it speaks to.
    for (const server of running.splice(0).reverse()) await server.stop();
    folder.release();
  };
  try {
    const context: Context = { folder, env, log, running, download: options.download ?? mongodDownload(env) };
    const [mongodbUri, redisUrl] = await both(startMongo(context), startRedis(context));
    const pids = (): Record<string, number> =>
      Object.fromEntries(running.flatMap(({ role, pid }) => (pid === undefined ? [] : [[role, pid]])));
    return {
      mongodbUri,
      redisUrl,
      stop,
      get pids() {
        return pids();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Context {
  readonly folder: DataFolder;
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
  readonly running: Supervised[];
  readonly download: MongodDownload;
}

/** Waits for both even when one fails, so that nothing is still being started while the failure is cleaned up. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

/** Decides on the database server, looking no further than it must: a probe of the network costs seconds. */
async function decideMongo({ folder, env, download }: Context): Promise<MongoChoice> {
  const has = (name: string): boolean => existsSync(join(folder.path, name));
  const existing = has('documentdb') ? 'documentdb' : has('mongodb') ? 'mongod' : undefined;
  const given = {
    mongodbUri: env['MONGODB_URI'],
    existing,
    mongodPath: onPath(['mongod'], env['PATH']),
  } as const;
  const known = chooseMongo({ ...given, downloadable: false, documentdb: false });
  if (known.kind !== 'none') return known;
  const documentdb = canRunDocumentDb();
  if (existing === 'documentdb') return chooseMongo({ ...given, downloadable: false, documentdb });
  return chooseMongo({ ...given, downloadable: await download.reachable(PROBE_MS), documentdb });
}

async function startMongo(context: Context): Promise<string> {
  const { folder, env, log, download } = context;
  const choice = await decideMongo(context);
  switch (choice.kind) {
    case 'given':
      return choice.uri;
    case 'none':
      throw new Error(choice.message);
    case 'documentdb': {
      const rootfs = await documentDbRootfs(env, log);
      const cluster = await ensureCluster(folder.path, rootfs);
      const gateway = gatewayServer(cluster, logFile(folder, 'gateway'));
      await supervise(context, postgresServer(cluster, rootfs, logFile(folder, 'postgres')));
      await supervise(context, gateway);
      return `mongodb://127.0.0.1:${gateway.port}/`;
    }
    case 'mongod':
    case 'download': {
      const program = choice.kind === 'mongod' ? choice.path : await download.fetch();
      const port = await onFreePort(context, (free) =>
        mongodServer(program, folder.path, free, logFile(folder, 'mongod')),
      );
      return `mongodb://127.0.0.1:${port}/`;
    }
  }
}

async function startRedis(context: Context): Promise<string> {
  const { folder, env, log } = context;
  const installed = (): string | undefined => onPath(REDIS_PROGRAMS, env['PATH']);
  const choice: RedisChoice = chooseRedis({
    redisUrl: env['REDIS_URL'],
    serverPath: installed(),
    installable: canInstallPackages(),
  });
  if (choice.kind === 'given') return choice.url;
  if (choice.kind === 'none') throw new Error(choice.message);
  if (choice.kind === 'install') await installPackages(['redis-server'], log, ['redis-server.service']);
  const program = installed();
  if (!program) throw new Error('redis-server was installed but is not on PATH');
  const port = await onFreePort(context, (free) =>
    redisServer(program, folder.path, free, logFile(folder, 'redis')),
  );
  return `redis://127.0.0.1:${port}`;
}

/** Starts a server on a free port; tries another should someone take it first. Returns the port. */
async function onFreePort(context: Context, spec: (port: number) => ServerSpec): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      await supervise(context, spec(port));
      return port;
    } catch (error) {
      if (attempt === PORT_TRIES || !/in use/i.test(String(error))) throw error;
    }
  }
}

async function supervise({ folder, log, running }: Context, spec: ServerSpec): Promise<void> {
  const server = new Supervised(spec, folder, log);
  await server.start();
  running.push(server);
}

function logFile(folder: DataFolder, role: string): string {
  mkdirSync(join(folder.path, 'logs'), { recursive: true });
  return join(folder.path, 'logs', `${role}.log`);
}
