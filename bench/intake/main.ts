/**
 * `npm run bench:intake`: accepted tickets a second and latency of intake, beside the raw ceiling in the same run with
 * the same client; the two take turns, and medians of the turns are printed.
 */
import autocannon from 'autocannon';
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import { freePort } from '../../tools/local-stack/server-start';
import { ApiClient } from '../../tools/quickstart/api-client';
import { appServer } from '../../tools/quickstart/app-server';
import { environmentOf } from '../../tools/quickstart/environment';
import { seed } from '../../tools/seed/seed';

const CLIENTS = (process.env['BENCH_CLIENTS'] ?? '1,8,32').split(',').map(Number);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8);
const TURNS = Number(process.env['BENCH_TURNS'] ?? 3);

const TICKET = {
  title: '7号楼412房间暖气不热',
  description: '7号楼412房间暖气从周末开始不热，室内只有十三四度，报修后还没有人来看。',
  location: '7号楼412',
  contact: { name: '王同学', phone: '13800000000' },
};

interface Turn {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

async function turn(url: string, clients: number): Promise<Turn> {
  const result = await autocannon({
    url: `${url}/api/v1/tickets`,
    method: 'POST',
    connections: clients,
    duration: SECONDS,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(TICKET),
  });
  const accepted = result.statusCodeStats?.['201']?.count ?? 0;
  return {
    perSecond: accepted / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.requests.total - accepted + result.errors,
  };
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function summary(turns: readonly Turn[]): Turn {
  const of = (key: keyof Turn) => median(turns.map((one) => one[key]));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    failed: turns.reduce((sum, { failed }) => sum + failed, 0),
  };
}

async function main(): Promise<void> {
  const mongodbUri = process.env['MONGODB_URI'] ?? '';
  const redisUrl = process.env['REDIS_URL'] ?? '';
  const name = `duban_bench_${randomBytes(4).toString('hex')}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'duban-bench-'));
  mkdirSync(join(dataDir, 'logs'));
  const port = await freePort();
  const env = {
    ...environmentOf({ dataDir, port, mongodbUri, redisUrl, smtpUrl: 'smtp://127.0.0.1:9' }),
    MONGODB_DATABASE: name,
    QUEUE_PREFIX: `{${name}}`,
    LOG_LEVEL: 'warn',
  };
  const children: ChildProcess[] = [];
  try {
    await seed(env, []);
    children.push(
      await appServer('intake', port, env, join(dataDir, 'logs', 'intake.log')).start(() => undefined),
    );
    const ours = `http://127.0.0.1:${port}`;
    await new ApiClient(ours).post('/tickets', TICKET);
    const raw = fork(join(__dirname, 'raw-server.js'), { env: { ...process.env, ...env } });
    children.push(raw);
    const [ready] = (await once(raw, 'message')) as [{ port: number }];
    const ceiling = `http://127.0.0.1:${ready.port}`;
    console.log(
      `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, ${TURNS} turns of ${SECONDS} s each, medians`,
    );
    console.log('clients |   raw/s p50 p99 ms |  ours/s p50 p99 ms | ratio | not accepted');
    for (const clients of CLIENTS) {
      const turns = { raw: [] as Turn[], ours: [] as Turn[] };
      for (let at = 0; at < TURNS; at += 1) {
        turns.raw.push(await turn(ceiling, clients));
        turns.ours.push(await turn(ours, clients));
      }
      const [r, o] = [summary(turns.raw), summary(turns.ours)];
      const cell = ({ perSecond, p50, p99 }: Turn) =>
        `${perSecond.toFixed(0).padStart(7)} ${String(p50).padStart(4)} ${String(p99).padStart(5)}   `;
      console.log(
        `${String(clients).padStart(7)} | ${cell(r)} | ${cell(o)} | ${(o.perSecond / r.perSecond).toFixed(2).padStart(5)} | ${r.failed + o.failed}`,
      );
    }
  } finally {
    for (const child of children) child.kill('SIGTERM');
    const client = await new mongo.MongoClient(mongodbUri, { retryWrites: false }).connect();
    await client.db(name).dropDatabase();
    await client.close();
    const redis = new Redis(redisUrl);
    const keys = await redis.keys(`{${name}}*`);
    for (let at = 0; at < keys.length; at += 1000) await redis.del(...keys.slice(at, at + 1000));
    redis.disconnect();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
