import { mongo } from 'mongoose';
import { refusalOf, TestDatabase, type Row } from './testing-database';

describe('what is asked of the database behind MONGODB_URI', () => {
  const store = new TestDatabase();
  beforeAll(() => store.open(), 300_000);
  afterAll(() => store.close(), 60_000);

  describe('cursors', () => {
    const SIZE = 5_000;
    let collection: mongo.Collection<Row>;

    beforeAll(async () => {
      collection = store.fresh();
      await collection.createIndex({ rank: 1 });
      await collection.insertMany(
        Array.from({ length: SIZE }, (_, n) => ({ n, rank: (n * 7919) % SIZE, pad: 'x'.repeat(300) })),
      );
    });

    it('go through everything once, unsorted and sorted, with and without an index', async () => {
      const seen = new Set<unknown>();
      for await (const { n } of collection.find().batchSize(70)) seen.add(n);
      expect(seen.size).toBe(SIZE);
      const ranks = (await collection.find().sort({ rank: 1 }).batchSize(333).toArray()).map(
        ({ rank }) => rank,
      );
      expect(ranks).toEqual(Array.from({ length: SIZE }, (_, rank) => rank));
      const down = (
        await collection
          .find({ n: { $lt: 4_000 } })
          .sort({ n: -1 })
          .toArray()
      ).map(({ n }) => n);
      expect(down).toEqual(Array.from({ length: 4_000 }, (_, i) => 3_999 - i));
    });

    it('skip, limit and page', async () => {
      const page = await collection.find().sort({ rank: 1 }).skip(100).limit(25).toArray();
      expect(page.map(({ rank }) => rank)).toEqual(Array.from({ length: 25 }, (_, i) => 100 + i));
      expect(await collection.find({ rank: { $in: [1, 2, 4_999, 9_999] } }).toArray()).toHaveLength(3);
    });

    it('may be many at once, and be closed halfway', async () => {
      const halves = Array.from({ length: 40 }, async () => {
        const cursor = collection.find().sort({ n: 1 }).batchSize(10);
        for (let i = 0; i < 25; i++) expect((await cursor.next())?.['n']).toBe(i);
        await cursor.close();
      });
      await Promise.all(halves);
    });

    it('are unknown once killed', async () => {
      const first = await store.db.command({ find: collection.collectionName, sort: { n: 1 }, batchSize: 2 });
      const { id } = first['cursor'] as { id: mongo.Long };
      const killed = await store.db.command({ killCursors: collection.collectionName, cursors: [id] });
      expect(killed['cursorsKilled'] as unknown[]).toHaveLength(1);
      const getMore = store.db.command({
        getMore: mongo.Long.fromString(String(id)),
        collection: collection.collectionName,
      });
      expect(await refusalOf(getMore)).toMatchObject({ code: 43 });
    });
  });

  describe('aggregation', () => {
    let collection: mongo.Collection<Row>;

    beforeAll(async () => {
      collection = store.fresh();
      await collection.insertMany([
        { department: 'canteen', days: 1, at: new Date('2026-03-01T15:30:00Z') },
        { department: 'canteen', days: 3, at: new Date('2026-03-01T16:30:00Z') },
        { department: 'dormitory', days: 8, at: new Date('2026-03-02T10:00:00Z') },
      ]);
    });

    it('groups, and does several things at once', async () => {
      const [result] = await collection
        .aggregate([
          {
            $facet: {
              by: [
                { $group: { _id: '$department', n: { $sum: 1 }, mean: { $avg: '$days' } } },
                { $sort: { _id: 1 } },
              ],
              total: [{ $count: 'n' }],
            },
          },
        ])
        .toArray();
      expect(result).toEqual({
        by: [
          { _id: 'canteen', n: 2, mean: 2 },
          { _id: 'dormitory', n: 1, mean: 8 },
        ],
        total: [{ n: 3 }],
      });
    });

    it('knows time zones: a day begins at midnight there', async () => {
      const timezone = 'Asia/Shanghai';
      // Not $dateTrunc by day: DocumentDB rounds it to the nearest midnight, and errs by week too (README, "Limits").
      const days = await collection
        .aggregate([
          {
            $group: { _id: { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone } }, n: { $sum: 1 } },
          },
          { $sort: { _id: 1 } },
        ])
        .toArray();
      expect(days).toEqual([
        { _id: '2026-03-01', n: 1 },
        { _id: '2026-03-02', n: 2 },
      ]);
      const rows = await collection
        .aggregate(
          (['hour', 'month'] as const).map((unit) => ({
            $set: { [unit]: { $dateTrunc: { date: '$at', unit, timezone } } },
          })),
        )
        .sort({ at: 1 })
        .toArray();
      expect(rows.map(({ month }) => month as Date)).toEqual(Array(3).fill(new Date('2026-02-28T16:00:00Z')));
      expect(rows[0]?.['hour']).toEqual(new Date('2026-03-01T15:00:00Z'));
    });

    it('joins, unwinds and merges', async () => {
      const people = store.fresh();
      const target = store.fresh();
      await people.insertMany([
        { name: 'Li', department: 'canteen' },
        { name: 'Wu', department: 'dormitory' },
      ]);
      const joined = await people
        .aggregate([
          {
            $lookup: {
              from: collection.collectionName,
              localField: 'department',
              foreignField: 'department',
              as: 'tickets',
            },
          },
          { $project: { _id: 0, name: 1, n: { $size: '$tickets' } } },
          { $sort: { name: 1 } },
        ])
        .toArray();
      expect(joined).toEqual([
        { name: 'Li', n: 2 },
        { name: 'Wu', n: 1 },
      ]);
      await collection
        .aggregate([
          { $group: { _id: '$department', days: { $sum: '$days' } } },
          { $merge: { into: target.collectionName } },
        ])
        .toArray();
      expect(await target.find().sort({ _id: 1 }).toArray()).toEqual([
        { _id: 'canteen', days: 4 },
        { _id: 'dormitory', days: 8 },
      ]);
    });

    it('tells medians and percentiles', async () => {
      const [row] = await collection
        .aggregate([
          {
            $group: {
              _id: null,
              p: { $percentile: { input: '$days', p: [0.5], method: 'approximate' } },
              top: { $max: '$days' },
            },
          },
        ])
        .toArray();
      expect(row).toMatchObject({ p: [3], top: 8 });
    });
  });

  describe('refusals', () => {
    it('carry the codes of MongoDB', async () => {
      const collection = store.fresh();
      await collection.insertOne({ a: 1 });
      expect(await refusalOf(store.db.command({ noSuchCommand: 1 }))).toMatchObject({
        code: 59,
        codeName: 'CommandNotFound',
      });
      expect(
        await refusalOf(store.db.createCollection(collection.collectionName, { validator: { a: 1 } })),
      ).toMatchObject({ code: 48 });
      expect(await refusalOf(store.db.command({ listIndexes: 'never-made' }))).toMatchObject({ code: 26 });
      expect(await refusalOf(collection.find({ a: { $nonsense: 1 } }).toArray())).toMatchObject({ code: 2 });
      expect(
        await refusalOf(collection.updateOne({ a: 1 }, { $inc: { a: 'text' as unknown as number } })),
      ).toMatchObject({
        code: 14,
      });
      expect(await refusalOf(collection.updateOne({ a: 1 }, { $set: { _id: 5 } }))).toMatchObject({
        code: 66,
      });
      await collection.createIndex({ b: 1 }, { name: 'b' });
      expect([85, 86]).toContain(
        (await refusalOf(collection.createIndex({ b: 1 }, { name: 'b', unique: true }))).code,
      );
    });

    it('stop a command at its time limit', async () => {
      const collection = store.fresh();
      await collection.insertMany(Array.from({ length: 3_000 }, (_, n) => ({ n })));
      const slow = [
        {
          $lookup: {
            from: collection.collectionName,
            let: { n: '$n' },
            pipeline: [{ $match: { $expr: { $gt: ['$n', '$$n'] } } }, { $count: 'c' }],
            as: 'x',
          },
        },
        { $group: { _id: null, n: { $sum: { $size: '$x' } } } },
      ];
      expect(await refusalOf(collection.aggregate(slow, { maxTimeMS: 100 }).toArray())).toMatchObject({
        code: 50,
      });
      expect(await collection.countDocuments({}, { maxTimeMS: 5_000 })).toBe(3_000);
    });

    it('refuse a transaction rather than pretend one', async () => {
      const collection = store.fresh();
      await collection.insertOne({ a: 1 });
      const session = store.client.startSession();
      const change = session.withTransaction(() =>
        collection.updateOne({ a: 1 }, { $set: { a: 2 } }, { session }),
      );
      // The driver words the refusal (code 20) itself.
      expect(String(await refusalOf(change))).toMatch(
        /does not support retryable writes|Transaction numbers/,
      );
      await session.endSession();
      expect(await collection.findOne({}, { projection: { _id: 0 } })).toEqual({ a: 1 });
    });
  });

  it('serves 64 connections at once', async () => {
    const collection = store.fresh();
    await collection.createIndex({ key: 1 }, { unique: true });
    const work = Array.from({ length: 64 }, async (_, key) => {
      const own = new mongo.MongoClient(store.uri, {
        maxPoolSize: 1,
      });
      const mine = own.db(store.db.databaseName).collection<Row>(collection.collectionName);
      for (let n = 0; n < 10; n++) {
        await mine.updateOne({ key }, { $inc: { n: 1 } }, { upsert: true });
        expect((await mine.findOne({ key }))?.['n']).toBe(n + 1);
      }
      await own.close();
    });
    await Promise.all(work);
    expect(await collection.countDocuments({ n: 10 })).toBe(64);
  }, 60_000);

  it('makes, lists, renames and drops collections and databases', async () => {
    const other = store.client.db(`${store.db.databaseName}-other`);
    await other.createCollection('one');
    await other.collection('two').insertOne({ a: 1 });
    expect((await other.listCollections().toArray()).map(({ name }) => name).sort()).toEqual(['one', 'two']);
    await other.renameCollection('two', 'three');
    expect(await other.collection('three').countDocuments()).toBe(1);
    expect(await other.dropCollection('three')).toBe(true);
    expect((await store.client.db().admin().listDatabases()).databases.map(({ name }) => name)).toContain(
      other.databaseName,
    );
    expect(await other.stats()).toMatchObject({ ok: 1 });
    expect(await other.dropDatabase()).toBe(true);
    expect((await store.client.db().admin().listDatabases()).databases.map(({ name }) => name)).not.toContain(
      other.databaseName,
    );
  });
});
