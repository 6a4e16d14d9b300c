import { mongo } from 'mongoose';
import { aStack, type TestStack } from './testing';

/** Each test has its own shape of document; what comes back is checked, not assumed. */
type Row = mongo.Document;

describe('the database behind MONGODB_URI, through the driver', () => {
  let stack: TestStack | undefined;
  let client: mongo.MongoClient;
  let database: mongo.Db;
  let count = 0;
  const fresh = (): mongo.Collection<Row> => database.collection<Row>(`c${++count}`);
  const failure = async (promise: Promise<unknown>): Promise<mongo.MongoServerError> => {
    const outcome = await promise.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(outcome).toBeInstanceOf(mongo.MongoServerError);
    return outcome as mongo.MongoServerError;
  };

  beforeAll(async () => {
    const given = process.env['MONGODB_URI'];
    if (!given) stack = await aStack();
    client = new mongo.MongoClient(given ?? stack?.mongodbUri ?? '', { maxPoolSize: 64 });
    await client.connect();
    database = client.db(`stack-conformance-test-${process.pid}`);
  }, 300_000);

  afterAll(async () => {
    await database?.dropDatabase();
    await client?.close();
    await stack?.stop();
  }, 60_000);

  describe('documents', () => {
    it('come back as they were stored, whatever their types', async () => {
      const collection = fresh();
      const stored = {
        _id: new mongo.ObjectId(),
        text: '督办 – Ünïcode 🎫',
        int: 7,
        double: 1.5,
        long: mongo.Long.fromString('9007199254740993'),
        decimal: mongo.Decimal128.fromString('12.50'),
        yes: true,
        nothing: null,
        when: new Date('2026-01-02T03:04:05.678Z'),
        bytes: new mongo.Binary(Buffer.from([0, 1, 255])),
        list: [1, 'two', { three: [3] }],
        nested: { deep: { deeper: { a: 1 } } },
        pattern: /^a.b/i,
      };
      await collection.insertOne(stored);
      expect(await collection.findOne({ _id: stored._id }, { promoteLongs: false })).toEqual(stored);
    });

    it('are read, changed, replaced and deleted', async () => {
      const collection = fresh();
      const { insertedCount } = await collection.insertMany([{ n: 1 }, { n: 2 }, { n: 3, tags: ['a'] }]);
      expect(insertedCount).toBe(3);
      expect(await collection.countDocuments({ n: { $gte: 2 } })).toBe(2);
      expect(await collection.estimatedDocumentCount()).toBeGreaterThanOrEqual(0);
      expect((await collection.distinct('n')).sort()).toEqual([1, 2, 3]);
      expect(await collection.updateOne({ n: 1 }, { $set: { seen: true }, $inc: { n: 10 } })).toMatchObject({
        matchedCount: 1,
        modifiedCount: 1,
      });
      expect(await collection.updateOne({ n: 99 }, { $set: { n: 1 } })).toMatchObject({
        matchedCount: 0,
        modifiedCount: 0,
      });
      expect(
        await collection.updateMany(
          {},
          { $push: { tags: { $each: ['b', 'c'], $slice: -2 } } as unknown as mongo.PushOperator<Row> },
        ),
      ).toMatchObject({ modifiedCount: 3 });
      expect(await collection.replaceOne({ n: 2 }, { n: 2, replaced: true })).toMatchObject({
        modifiedCount: 1,
      });
      const documents = await collection
        .find({}, { projection: { _id: 0 } })
        .sort({ n: 1 })
        .toArray();
      expect(documents).toEqual([
        { n: 2, replaced: true },
        { n: 3, tags: ['b', 'c'] },
        { n: 11, seen: true, tags: ['b', 'c'] },
      ]);
      expect(await collection.deleteOne({ n: 2 })).toMatchObject({ deletedCount: 1 });
      expect(await collection.deleteMany({})).toMatchObject({ deletedCount: 2 });
    });

    it('take array filters, positional updates and pipeline updates', async () => {
      const collection = fresh();
      await collection.insertOne({
        key: 1,
        steps: [
          { at: 1, done: false },
          { at: 5, done: false },
        ],
      });
      await collection.updateOne(
        { key: 1 },
        { $set: { 'steps.$[late].done': true } },
        { arrayFilters: [{ 'late.at': { $gt: 3 } }] },
      );
      await collection.updateOne({ key: 1, 'steps.at': 1 }, { $set: { 'steps.$.first': true } });
      await collection.updateOne({ key: 1 }, [{ $set: { total: { $sum: '$steps.at' } } }]);
      expect(await collection.findOne({ key: 1 }, { projection: { _id: 0 } })).toEqual({
        key: 1,
        steps: [
          { at: 1, done: false, first: true },
          { at: 5, done: true },
        ],
        total: 6,
      });
    });

    it('may be nearly 16 MB large, and 40 MB in one batch', async () => {
      const collection = fresh();
      const large = 'x'.repeat(15_900_000);
      await collection.insertOne({ key: 'large', large });
      expect(String((await collection.findOne({ key: 'large' }))?.['large'])).toHaveLength(large.length);
      const medium = 'y'.repeat(2_000_000);
      await collection.insertMany(Array.from({ length: 20 }, (_, key) => ({ key, medium })));
      expect(await collection.countDocuments()).toBe(21);
      expect(await collection.find({ key: { $type: 'int' } }).toArray()).toHaveLength(20);
    }, 120_000);

    it('are written in batches of mixed operations, each with its own outcome', async () => {
      const collection = fresh();
      await collection.createIndex({ key: 1 }, { unique: true });
      await collection.insertOne({ key: 1 });
      const result = await collection.bulkWrite([
        { insertOne: { document: { key: 2 } } },
        { updateOne: { filter: { key: 1 }, update: { $set: { a: 1 } } } },
        { updateOne: { filter: { key: 3 }, update: { $set: { a: 3 } }, upsert: true } },
        { deleteOne: { filter: { key: 2 } } },
      ]);
      expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1, upsertedCount: 1, deletedCount: 1 });
      const error = await failure(
        collection.insertMany([{ key: 5 }, { key: 1 }, { key: 6 }], { ordered: false }),
      );
      expect(error).toMatchObject({ code: 11000, writeErrors: [{ index: 1 }] });
      expect(await collection.distinct('key')).toEqual(expect.arrayContaining([1, 3, 5, 6]));
      await failure(collection.insertMany([{ key: 7 }, { key: 1 }, { key: 8 }], { ordered: true }));
      expect(await collection.countDocuments({ key: { $in: [7, 8] } })).toBe(1);
    });
  });

  describe('indexes', () => {
    it('refuse a second document with the same unique key, and say which key', async () => {
      const collection = fresh();
      await collection.createIndex({ number: 1 }, { unique: true });
      await collection.insertOne({ number: 'T-1', other: 1 });
      const error = await failure(collection.insertOne({ number: 'T-1', other: 2 }));
      expect(error).toMatchObject({ code: 11000, keyPattern: { number: 1 }, keyValue: { number: 'T-1' } });
      expect(error.message).toMatch(/^E11000 duplicate key error collection: .* index: number_1/);
      await collection.insertOne({ number: 'T-2' });
      expect(
        await failure(collection.updateOne({ number: 'T-2' }, { $set: { number: 'T-1' } })),
      ).toMatchObject({ code: 11000 });
      expect(
        await failure(collection.findOneAndUpdate({ number: 'T-2' }, { $set: { number: 'T-1' } })),
      ).toMatchObject({
        code: 11000,
        codeName: 'DuplicateKey',
        keyPattern: { number: 1 },
      });
    });

    it('hold compound unique keys, in which a missing field counts as null', async () => {
      const collection = fresh();
      await collection.createIndex({ event: 1, to: 1 }, { unique: true });
      await collection.insertMany([
        { event: 1, to: 'a' },
        { event: 1, to: 'b' },
        { event: 2, to: 'a' },
      ]);
      expect(await failure(collection.insertOne({ event: 1, to: 'b' }))).toMatchObject({
        code: 11000,
        keyValue: { event: 1, to: 'b' },
      });
      await collection.insertOne({ event: 3 });
      expect(await failure(collection.insertOne({ event: 3 }))).toMatchObject({ code: 11000 });
    });

    it('hold unique keys only for the documents a partial filter names', async () => {
      const collection = fresh();
      await collection.createIndex(
        { key: 1 },
        { unique: true, partialFilterExpression: { key: { $type: 'string' } } },
      );
      await collection.insertMany([{ n: 1 }, { n: 2 }, { key: null }, { key: null }, { key: 'a' }]);
      expect(await failure(collection.insertOne({ key: 'a' }))).toMatchObject({ code: 11000 });
      expect(await collection.countDocuments()).toBe(5);
    });

    it('are listed and dropped; an index cannot be made over documents that break it', async () => {
      const collection = fresh();
      await collection.createIndexes([
        { key: { a: 1 } },
        { key: { b: -1, a: 1 }, name: 'ba' },
        { key: { at: 1 }, expireAfterSeconds: 60 },
      ]);
      expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'a_1', 'ba', 'at_1']);
      await collection.dropIndex('ba');
      expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'a_1', 'at_1']);
      expect(await failure(collection.dropIndex('absent'))).toMatchObject({ code: 27 });
      await collection.insertMany([{ twice: 1 }, { twice: 1 }]);
      expect(await failure(collection.createIndex({ twice: 1 }, { unique: true }))).toMatchObject({
        code: 11000,
      });
    });

    it('may be asked for by several clients at once, as several apps do when they start', async () => {
      const collection = fresh();
      const ask = (): Promise<string[]> =>
        collection.createIndexes([
          { key: { a: 1 }, unique: true },
          { key: { b: 1, c: -1 } },
          { key: { d: 1 } },
        ]);
      await Promise.all(Array.from({ length: 6 }, ask));
      expect(await collection.indexes()).toHaveLength(4);
    });

    it('find text', async () => {
      const collection = fresh();
      await collection.createIndex({ title: 'text' });
      await collection.insertMany([{ title: 'broken street lamp' }, { title: 'canteen prices' }]);
      expect(await collection.find({ $text: { $search: 'lamp' } }).toArray()).toHaveLength(1);
    });
  });

  describe('races', () => {
    it('let one of many take a document by findOneAndUpdate', async () => {
      const collection = fresh();
      await collection.insertMany(Array.from({ length: 20 }, (_, key) => ({ key, state: 'free' })));
      for (let key = 0; key < 20; key++) {
        const racers = Array.from({ length: 16 }, (_, by) =>
          collection.findOneAndUpdate(
            { key, state: 'free' },
            { $set: { state: 'taken', by } },
            { returnDocument: 'after' },
          ),
        );
        const winners = (await Promise.all(racers)).filter((document) => document !== null);
        expect(winners).toHaveLength(1);
        expect((await collection.findOne({ key }))?.['by']).toBe(winners[0]?.['by']);
      }
    });

    it('let one of many save a version', async () => {
      const collection = fresh();
      await collection.insertOne({ key: 1, version: 0 });
      for (let version = 0; version < 20; version++) {
        const saves = Array.from({ length: 16 }, () =>
          collection.updateOne({ key: 1, version }, { $inc: { version: 1 } }),
        );
        expect((await Promise.all(saves)).filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
      }
    });

    it('lose no increment', async () => {
      const collection = fresh();
      await collection.insertOne({ key: 1, n: 0 });
      await Promise.all(
        Array.from({ length: 300 }, () => collection.updateOne({ key: 1 }, { $inc: { n: 1 } })),
      );
      expect((await collection.findOne({ key: 1 }))?.['n']).toBe(300);
    });

    it('make one document of many upserts of the same unique key', async () => {
      const collection = fresh();
      await collection.createIndex({ key: 1 }, { unique: true });
      for (let key = 0; key < 10; key++) {
        const upserts = Array.from({ length: 16 }, (_, i) =>
          i % 2 === 0
            ? collection.updateOne({ key }, { $inc: { n: 1 } }, { upsert: true })
            : collection.findOneAndUpdate({ key }, { $inc: { n: 1 } }, { upsert: true }),
        );
        await Promise.all(upserts);
        expect(await collection.find({ key }, { projection: { _id: 0 } }).toArray()).toEqual([
          { key, n: 16 },
        ]);
      }
    });

    it('insert one of many documents with the same unique key', async () => {
      const collection = fresh();
      await collection.createIndex({ key: 1 }, { unique: true });
      const inserts = await Promise.allSettled(
        Array.from({ length: 32 }, (_, i) => collection.insertOne({ key: 'k', i })),
      );
      expect(inserts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const insert of inserts)
        if (insert.status === 'rejected') expect(insert.reason).toMatchObject({ code: 11000 });
    });

    it('make one collection of many first inserts', async () => {
      const collection = fresh();
      await Promise.all(Array.from({ length: 32 }, (_, i) => collection.insertOne({ i })));
      expect(await collection.countDocuments()).toBe(32);
    });
  });

  describe('cursors', () => {
    const SIZE = 5_000;
    let collection: mongo.Collection<Row>;

    beforeAll(async () => {
      collection = fresh();
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
      const first = await database.command({ find: collection.collectionName, sort: { n: 1 }, batchSize: 2 });
      const { id } = first['cursor'] as { id: mongo.Long };
      const killed = await database.command({ killCursors: collection.collectionName, cursors: [id] });
      expect(killed['cursorsKilled'] as unknown[]).toHaveLength(1);
      const getMore = database.command({
        getMore: mongo.Long.fromString(String(id)),
        collection: collection.collectionName,
      });
      expect(await failure(getMore)).toMatchObject({ code: 43 });
    });
  });

  describe('aggregation', () => {
    let collection: mongo.Collection<Row>;

    beforeAll(async () => {
      collection = fresh();
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
      const people = fresh();
      const target = fresh();
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
      const collection = fresh();
      await collection.insertOne({ a: 1 });
      expect(await failure(database.command({ noSuchCommand: 1 }))).toMatchObject({
        code: 59,
        codeName: 'CommandNotFound',
      });
      expect(
        await failure(database.createCollection(collection.collectionName, { validator: { a: 1 } })),
      ).toMatchObject({ code: 48 });
      expect(await failure(database.command({ listIndexes: 'never-made' }))).toMatchObject({ code: 26 });
      expect(await failure(collection.find({ a: { $nonsense: 1 } }).toArray())).toMatchObject({ code: 2 });
      expect(
        await failure(collection.updateOne({ a: 1 }, { $inc: { a: 'text' as unknown as number } })),
      ).toMatchObject({
        code: 14,
      });
      expect(await failure(collection.updateOne({ a: 1 }, { $set: { _id: 5 } }))).toMatchObject({ code: 66 });
      await collection.createIndex({ b: 1 }, { name: 'b' });
      expect([85, 86]).toContain(
        (await failure(collection.createIndex({ b: 1 }, { name: 'b', unique: true }))).code,
      );
    });

    it('stop a command at its time limit', async () => {
      const collection = fresh();
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
      expect(await failure(collection.aggregate(slow, { maxTimeMS: 100 }).toArray())).toMatchObject({
        code: 50,
      });
      expect(await collection.countDocuments({}, { maxTimeMS: 5_000 })).toBe(3_000);
    });

    it('refuse a transaction rather than pretend one', async () => {
      const collection = fresh();
      await collection.insertOne({ a: 1 });
      const session = client.startSession();
      const change = session.withTransaction(() =>
        collection.updateOne({ a: 1 }, { $set: { a: 2 } }, { session }),
      );
      // The driver words the refusal (code 20) itself.
      expect(String(await failure(change))).toMatch(/does not support retryable writes|Transaction numbers/);
      await session.endSession();
      expect(await collection.findOne({}, { projection: { _id: 0 } })).toEqual({ a: 1 });
    });
  });

  it('serves 64 connections at once', async () => {
    const collection = fresh();
    await collection.createIndex({ key: 1 }, { unique: true });
    const work = Array.from({ length: 64 }, async (_, key) => {
      const own = new mongo.MongoClient(process.env['MONGODB_URI'] ?? stack?.mongodbUri ?? '', {
        maxPoolSize: 1,
      });
      const mine = own.db(database.databaseName).collection<Row>(collection.collectionName);
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
    const other = client.db(`${database.databaseName}-other`);
    await other.createCollection('one');
    await other.collection('two').insertOne({ a: 1 });
    expect((await other.listCollections().toArray()).map(({ name }) => name).sort()).toEqual(['one', 'two']);
    await other.renameCollection('two', 'three');
    expect(await other.collection('three').countDocuments()).toBe(1);
    expect(await other.dropCollection('three')).toBe(true);
    expect((await client.db().admin().listDatabases()).databases.map(({ name }) => name)).toContain(
      other.databaseName,
    );
    expect(await other.stats()).toMatchObject({ ok: 1 });
    expect(await other.dropDatabase()).toBe(true);
    expect((await client.db().admin().listDatabases()).databases.map(({ name }) => name)).not.toContain(
      other.databaseName,
    );
  });
});
