import { PersistenceModule } from '@app/persistence';
import { getConnectionToken } from '@nestjs/mongoose';
import { Test, type TestingModule } from '@nestjs/testing';
import { randomBytes } from 'node:crypto';
import { type Connection } from 'mongoose';

/** Where the tests' MongoDB is. Throws where nobody said, since a test of a store without one tests nothing. */
export function mongoUriForTests(): string {
  const uri = process.env['MONGODB_URI'];
  if (!uri)
    throw new Error(
      'MONGODB_URI is not set: run these tests by bin/test, or name a MongoDB-compatible server in it.',
    );
  return uri;
}

/** Keys that seal nothing but what tests make up. */
export const TEST_IDENTITY_KEYS = {
  keys: [{ id: 'test', key: new Uint8Array(32).fill(1) }],
  indexKey: new Uint8Array(32).fill(2),
};

/** A database name of this run alone. */
export function testDatabaseName(): string {
  return `duban-test-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** The persistence module on a database of its own; `clear` empties it between tests, `close` drops it. */
export class MongoHarness {
  private constructor(
    readonly module: TestingModule,
    readonly connection: Connection,
  ) {}

  static async open(dbName = testDatabaseName(), uri = mongoUriForTests()): Promise<MongoHarness> {
    if (!dbName.includes('test')) throw new Error(`${dbName} is not a database for tests`);
    const module = await Test.createTestingModule({
      imports: [PersistenceModule.forRoot({ uri, dbName, identityKeys: TEST_IDENTITY_KEYS })],
    }).compile();
    const connection = module.get<Connection>(getConnectionToken());
    try {
      await module.init();
    } catch (error) {
      // A module that never got ready does not close what it opened.
      await connection.close();
      throw error;
    }
    return new MongoHarness(module, connection);
  }

  async clear(): Promise<void> {
    await Promise.all(Object.values(this.connection.models).map((model) => model.collection.deleteMany({})));
  }

  async close(): Promise<void> {
    await this.connection.dropDatabase();
    await this.module.close();
  }
}
