import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import { ensureCluster } from './documentdb/server';
import { identify, isAlive, sleep, type ProcessIdentity } from './processes';
import { aDataFolder, aStack, stackProgram, type TestStack } from './testing';
import { startLocalStack } from './stack';

/** What the stack wrote down about its children. */
function recorded(dataDir: string): Record<string, ProcessIdentity> {
  return JSON.parse(readFileSync(join(dataDir, 'stack.json'), 'utf8')) as Record<string, ProcessIdentity>;
}

async function until(condition: () => boolean, patienceMs = 20_000): Promise<void> {
  for (const end = Date.now() + patienceMs; !condition(); await sleep(20)) {
    if (Date.now() > end) throw new Error('it did not come to be in time');
  }
}

const connect = (uri: string): Promise<mongo.MongoClient> =>
  new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 20_000 }).connect();

describe('a local stack and its data folder', () => {
  let dataDir: string;
  const stacks: TestStack[] = [];
  const start = async (...args: string[]): Promise<TestStack> => {
    const stack = await aStack(dataDir, args);
    stacks.push(stack);
    return stack;
  };

  beforeAll(() => void stackProgram(), 60_000);
  beforeEach(() => {
    dataDir = aDataFolder();
  });
  afterEach(async () => {
    for (const stack of stacks.splice(0)) await stack.stop();
    // A process killed within a write may still finish that write.
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }, 60_000);

  it('keeps data over a restart, drops them when told, and leaves no process behind', async () => {
    let stack = await start();
    let client = await connect(stack.mongodbUri);
    await client.db('crash-test').collection('kept').insertOne({ a: 1 });
    const redis = new Redis(stack.redisUrl);
    await redis.set('kept', '1');
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    redis.disconnect();
    await client.close();
    const children = Object.values(recorded(dataDir));
    expect(children.length).toBeGreaterThanOrEqual(2);
    expect(await stack.stop()).toBe(0);
    expect(children.filter(isAlive)).toEqual([]);

    stack = await start();
    client = await connect(stack.mongodbUri);
    expect(await client.db('crash-test').collection('kept').countDocuments()).toBe(1);
    await client.close();
    const again = new Redis(stack.redisUrl);
    expect(await again.get('kept')).toBe('1');
    again.disconnect();
    await stack.stop();

    stack = await start('--fresh');
    client = await connect(stack.mongodbUri);
    expect(await client.db('crash-test').collection('kept').countDocuments()).toBe(0);
    await client.close();
  }, 120_000);

  it('runs one stack at a time, and says so to a second', async () => {
    const first = await start();
    const refusal = await aStack(dataDir).then(
      () => 'started',
      (error: unknown) => String(error),
    );
    expect(refusal).toMatch(new RegExp(`is in use by the local stack of process ${first.process.pid}`));
    expect(isAlive(recorded(dataDir)['redis']!)).toBe(true);
  }, 120_000);

  it('stands beside another stack on another folder', async () => {
    const other = aDataFolder();
    const [first, second] = await Promise.all([aStack(dataDir), aStack(other)]);
    stacks.push(first);
    expect(first.mongodbUri).not.toBe(second.mongodbUri);
    expect(first.redisUrl).not.toBe(second.redisUrl);
    const [one, two] = await Promise.all([connect(first.mongodbUri), connect(second.mongodbUri)]);
    await one.db('crash-test').collection('only').insertOne({ a: 1 });
    expect(await two.db('crash-test').collection('only').countDocuments()).toBe(0);
    await Promise.all([one.close(), two.close()]);
    await second.stop();
    rmSync(other, { recursive: true, force: true });
  }, 120_000);

  it('loses no acknowledged write when its database is killed while writing', async () => {
    const stack = await start();
    const client = await connect(stack.mongodbUri);
    const writes = client
      .db('crash-test')
      .collection<{ _id: string }>('writes', { writeConcern: { w: 1, journal: true } });
    await writes.insertOne({ _id: 'first' });
    const journal = ['first'];
    let going = true;
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      for (let n = 0; going; n++) {
        const _id = `${writer}-${n}`;
        await writes.insertOne({ _id }).then(
          () => journal.push(_id),
          // Not acknowledged: it may or may not be there.
          () => sleep(50),
        );
      }
    });
    const role = ['postgres', 'mongod'].find((name) => recorded(dataDir)[name]) ?? '';
    for (let kill = 0; kill < 2; kill++) {
      const before = recorded(dataDir)[role]!;
      const written = journal.length;
      await until(() => journal.length > written + 200);
      process.kill(before.pid, 'SIGKILL');
      await until(() => recorded(dataDir)[role]?.startedAt !== before.startedAt);
      const then = journal.length;
      await until(() => journal.length > then + 200);
    }
    going = false;
    await Promise.all(writers);
    const stored = new Set(await writes.distinct('_id'));
    expect(journal.filter((id) => !stored.has(id))).toEqual([]);
    expect(stack.log.filter((line) => line.includes('ended unexpectedly'))).toHaveLength(2);
    await client.close();
  }, 120_000);

  it('answers again on the same address after its gateway or Redis is killed', async () => {
    const stack = await start();
    const redis = new Redis(stack.redisUrl, { retryStrategy: () => 100 });
    redis.on('error', () => undefined);
    await redis.set('kept', '1');
    for (const role of ['redis', 'gateway'].filter((name) => recorded(dataDir)[name])) {
      const before = recorded(dataDir)[role]!;
      process.kill(before.pid, 'SIGKILL');
      await until(() => recorded(dataDir)[role]?.startedAt !== before.startedAt);
    }
    expect(await redis.get('kept')).toBe('1');
    redis.disconnect();
    const client = await connect(stack.mongodbUri);
    expect(await client.db('crash-test').command({ ping: 1 })).toMatchObject({ ok: 1 });
    await client.close();
  }, 60_000);

  it('cleans up after itself when it was killed, with its data intact', async () => {
    const killed = await start();
    let client = await connect(killed.mongodbUri);
    await client
      .db('crash-test')
      .collection('kept')
      .insertOne({ a: 1 }, { writeConcern: { w: 1, journal: true } });
    await client.close();
    const orphans = Object.values(recorded(dataDir));
    killed.process.kill('SIGKILL');
    await until(() => !killed.process.kill(0));
    expect(isAlive(orphans[0]!) || isAlive(orphans[1]!)).toBe(true);

    const stack = await start();
    expect(orphans.filter(isAlive)).toEqual([]);
    client = await connect(stack.mongodbUri);
    expect(await client.db('crash-test').collection('kept').countDocuments()).toBe(1);
    await client.close();
  }, 60_000);

  it('stops in the middle of starting when it is asked to', async () => {
    const { MONGODB_URI, REDIS_URL, ...env } = process.env;
    const starting = spawn(process.execPath, [stackProgram(), 'start', '--data', dataDir], {
      env,
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => starting.once('exit', resolve));
    await until(() => existsSync(join(dataDir, 'stack.json')) && Object.keys(recorded(dataDir)).length > 0);
    const children = Object.values(recorded(dataDir));
    starting.kill('SIGINT');
    expect([0, 130]).toContain(await ended);
    await until(() => !children.some(isAlive));
  }, 60_000);

  it('does not touch a stranger who has the number of one of its dead children', async () => {
    const stranger = identify(process.pid)!;
    writeFileSync(
      join(dataDir, 'stack.json'),
      JSON.stringify({ redis: { pid: stranger.pid, startedAt: 'earlier' } }),
    );
    writeFileSync(join(dataDir, 'stack.lock'), JSON.stringify({ pid: stranger.pid, startedAt: 'earlier' }));
    await start();
    expect(isAlive(stranger)).toBe(true);
  }, 60_000);

  it('starts nothing when both addresses are given', async () => {
    const env = { MONGODB_URI: 'mongodb://127.0.0.1:1/given', REDIS_URL: 'redis://127.0.0.1:1' };
    const stack = await startLocalStack({ dataDir, env });
    expect(stack).toMatchObject({ mongodbUri: env.MONGODB_URI, redisUrl: env.REDIS_URL, pids: {} });
    await stack.stop();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('repairs a first set-up that was interrupted', async () => {
    const rootfs = mkdtempSync(join(tmpdir(), 'duban-rootfs-'));
    mkdirSync(join(rootfs, 'var/lib/duban-template'), { recursive: true });
    writeFileSync(join(rootfs, 'var/lib/duban-template/whole'), '');
    mkdirSync(join(dataDir, 'documentdb', 'pg.new'), { recursive: true });
    writeFileSync(join(dataDir, 'documentdb', 'pg.new', 'half'), '');
    const cluster = await ensureCluster(dataDir, rootfs);
    expect(readdirSync(cluster)).toEqual(['whole']);
    expect(existsSync(join(dataDir, 'documentdb', 'pg.new'))).toBe(false);
    rmSync(rootfs, { recursive: true });
  });
});
