/**
 * Measures the database behind MONGODB_URI: find by unique key, insert and update, at concurrency 1 and 64.
 * Prints operations a second with median and 99th percentile latency in milliseconds.
 */
import { mongo } from 'mongoose';

const SECONDS = 3;
const CONCURRENCY = [1, 64];
const DOCUMENTS = 2_000;

type Operation = (i: number) => Promise<unknown>;

async function rate(operation: Operation, concurrency: number): Promise<string> {
  const latencies: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let now = performance.now(); now < end;) {
      await operation(next++);
      const done = performance.now();
      latencies.push(done - now);
      now = done;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  latencies.sort((a, b) => a - b);
  const at = (share: number): string => (latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1);
  return `${Math.round(latencies.length / SECONDS)}/s  p50 ${at(0.5)} ms  p99 ${at(0.99)} ms`;
}

async function main(): Promise<void> {
  const client = new mongo.MongoClient(process.env['MONGODB_URI'] ?? '', { maxPoolSize: 64 });
  await client.connect();
  const database = client.db('stack-measure-test');
  await database.dropDatabase();
  const collection = database.collection<{ _id: string; key: number; text: string; version: number }>(
    'documents',
  );
  await collection.createIndex({ key: 1 }, { unique: true });
  const fill = 'x'.repeat(600);
  await collection.insertMany(
    Array.from({ length: DOCUMENTS }, (_, key) => ({ _id: `d${key}`, key, text: fill, version: 0 })),
  );
  let inserted = DOCUMENTS;
  const operations: Record<string, Operation> = {
    'find by unique key': (i) => collection.findOne({ key: i % DOCUMENTS }),
    insert: () => collection.insertOne({ _id: `d${++inserted}`, key: inserted, text: fill, version: 0 }),
    update: (i) => collection.updateOne({ key: i % DOCUMENTS }, { $inc: { version: 1 } }),
  };
  for (const [name, operation] of Object.entries(operations))
    for (const concurrency of CONCURRENCY)
      process.stdout.write(`${name} × ${concurrency}: ${await rate(operation, concurrency)}\n`);
  await database.dropDatabase();
  await client.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
