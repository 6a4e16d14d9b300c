import { mongo } from 'mongoose';
import { MongoHarness, mongoUriForTests, testDatabaseName } from '../../test/harness/mongo.harness';
import { verifyAudit } from './audit';

describe(verifyAudit.name, () => {
  it('vouches for no database that holds nothing of ours, and makes none there', async () => {
    const env = { MONGODB_URI: mongoUriForTests(), MONGODB_DATABASE: testDatabaseName() };
    const { MONGODB_DATABASE } = env;
    const client = await mongo.MongoClient.connect(env.MONGODB_URI);
    const db = client.db(MONGODB_DATABASE);
    try {
      await expect(verifyAudit(env)).rejects.toThrow(MONGODB_DATABASE);
      expect(await db.listCollections().toArray()).toEqual([]);
    } finally {
      await db.dropDatabase();
      await client.close();
    }
  });

  it('looks at a database of ours, however new', async () => {
    const dbName = testDatabaseName();
    const harness = await MongoHarness.open(dbName);
    const env = { MONGODB_URI: mongoUriForTests(), MONGODB_DATABASE: dbName };
    await expect(verifyAudit(env)).resolves.toMatchObject({ tickets: 0, breaks: [] });
    await harness.close();
  });
});
