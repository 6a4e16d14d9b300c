import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { serialize } from 'bson';
import { mongo } from 'mongoose';
import { canRunDocumentDb } from '../machine';
import { sleep } from '../processes';
import { aDataFolder, aStack, type TestStack } from '../testing';
import { startGateway, type Gateway } from './server';

/** The gateway exists only where DocumentDB does; elsewhere a mongod answers and there is nothing of ours to test. */
if (canRunDocumentDb())
  describe('the gateway', () => {
    theGateway();
  });
else it('has no place where DocumentDB cannot run', () => expect(canRunDocumentDb()).toBe(false));

function theGateway(): void {
  const dataDir = aDataFolder();
  let stack: TestStack;
  let gateway: Gateway;
  let client: mongo.MongoClient;
  let collection: mongo.Collection;

  beforeAll(async () => {
    stack = await aStack(dataDir);
    gateway = await startGateway({
      socketDirectory: join(dataDir, 'documentdb', 'pg'),
      port: 0,
      connections: 2,
      cursorIdleMs: 500,
    });
    client = await new mongo.MongoClient(`mongodb://127.0.0.1:${gateway.port}/`).connect();
    collection = client.db('gateway-test').collection('c');
    await collection.insertMany(Array.from({ length: 500 }, (_, n) => ({ n, pad: 'x'.repeat(2_000) })));
  }, 300_000);

  afterAll(async () => {
    await client?.close();
    await gateway?.close();
    await stack?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  const raw = (): Socket => connect(gateway.port, '127.0.0.1').on('error', () => undefined);
  const closed = (socket: Socket): Promise<unknown> =>
    new Promise((resolve) => socket.once('close', resolve));
  const served = (): Promise<number> => collection.countDocuments();

  it.each<[string, Buffer]>([
    ['an impossible length', Buffer.from([1, 0, 0, 0])],
    ['a message it cannot read', Buffer.from([16, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 221, 7, 0, 0])],
    ['text', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
  ])('closes the connection that sends %s, and only that', async (_, bytes) => {
    const socket = raw();
    socket.write(bytes);
    await closed(socket);
    expect(await served()).toBe(500);
  });

  it('goes on when clients vanish in the middle of a question or an answer', async () => {
    const body = Buffer.from(serialize({ find: 'c', $db: 'gateway-test', batchSize: 500 }));
    const message = Buffer.concat([Buffer.alloc(21), body]);
    message.writeInt32LE(message.length, 0);
    message.writeInt32LE(2013, 12);
    const vanishing = Array.from({ length: 20 }, async (_, i) => {
      const socket = raw();
      socket.write(i % 2 ? message : message.subarray(0, 30));
      await sleep(i % 4);
      socket.destroy();
    });
    await Promise.all(vanishing);
    expect(await served()).toBe(500);
  });

  it('closes a cursor nobody reads', async () => {
    const cursor = collection.find().sort({ n: 1 }).batchSize(2);
    await cursor.next();
    await cursor.next();
    await sleep(1_000);
    await expect(cursor.next()).rejects.toMatchObject({ code: 43 });
  });

  it('writes what a client does not wait for', async () => {
    await client
      .db('gateway-test')
      .collection('silent')
      .insertOne({ a: 1 }, { writeConcern: { w: 0 } });
    for (
      let i = 0;
      i < 50 && (await client.db('gateway-test').collection('silent').countDocuments()) === 0;
      i++
    )
      await sleep(20);
    expect(await client.db('gateway-test').collection('silent').countDocuments()).toBe(1);
  });

  it('serves more clients than it has connections', async () => {
    const rounds = Array.from({ length: 50 }, (_, n) => collection.findOne({ n }));
    expect((await Promise.all(rounds)).map((document) => document?.['n'] as number)).toEqual(
      Array.from({ length: 50 }, (_, n) => n),
    );
  });
}
