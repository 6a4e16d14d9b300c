import { mongo } from 'mongoose';
import { aStack, type TestStack } from './testing';

/** Each test has its own shape of document; what comes back is checked, not assumed. */
export type Row = mongo.Document;

/** A database of its own for one suite: on the server that MONGODB_URI names, else on a stack of its own. */
export class TestDatabase {
  private stack: TestStack | undefined;
  private connection: mongo.MongoClient | undefined;
  private count = 0;
  uri = '';

  async open(): Promise<void> {
    const given = process.env['MONGODB_URI'];
    if (!given) this.stack = await aStack();
    this.uri = given ?? this.stack?.mongodbUri ?? '';
    this.connection = await new mongo.MongoClient(this.uri, { maxPoolSize: 64 }).connect();
  }

  async close(): Promise<void> {
    await this.connection?.db(this.name).dropDatabase();
    await this.connection?.close();
    await this.stack?.stop();
  }

  get client(): mongo.MongoClient {
    if (!this.connection) throw new Error('the test database is not open');
    return this.connection;
  }

  get db(): mongo.Db {
    return this.client.db(this.name);
  }

  /** A collection that no other test uses. */
  fresh(): mongo.Collection<Row> {
    return this.db.collection<Row>(`c${++this.count}`);
  }

  private readonly name = `stack-conformance-test-${process.pid}-${Date.now()}`;
}

/** Returns the server's refusal of `promise`; throws when it was not refused by the server. */
export async function refusalOf(promise: Promise<unknown>): Promise<mongo.MongoServerError> {
  const outcome = await promise.then(
    () => new Error('it was not refused'),
    (error: unknown) => error,
  );
  if (outcome instanceof mongo.MongoServerError) return outcome;
  throw outcome;
}
