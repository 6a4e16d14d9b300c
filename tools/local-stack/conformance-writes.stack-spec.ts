import { mongo } from 'mongoose';
import { refusalOf, TestDatabase, type Row } from './testing-database';

describe('what is written to the database behind MONGODB_URI', () => {
  const store = new TestDatabase();
  beforeAll(() => store.open(), 300_000);
  afterAll(() => store.close(), 60_000);

  describe('documents', () => {
    it('come back as they were stored, whatever their types', async () => {
      const collection = store.fresh();
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
      const collection = store.fresh();
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
      const collection = store.fresh();
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
      const collection = store.fresh();
      const large = 'x'.repeat(15_900_000);
      await collection.insertOne({ key: 'large', large });
      expect(String((await collection.findOne({ key: 'large' }))?.['large'])).toHaveLength(large.length);
      const medium = 'y'.repeat(2_000_000);
      await collection.insertMany(Array.from({ length: 20 }, (_, key) => ({ key, medium })));
      expect(await collection.countDocuments()).toBe(21);
      expect(await collection.find({ key: { $type: 'int' } }).toArray()).toHaveLength(20);
    }, 120_000);

    it('are written in batches of mixed operations, each with its own outcome', async () => {
      const collection = store.fresh();
      await collection.createIndex({ key: 1 }, { unique: true });
      await collection.insertOne({ key: 1 });
      const result = await collection.bulkWrite([
        { insertOne: { document: { key: 2 } } },
        { updateOne: { filter: { key: 1 }, update: { $set: { a: 1 } } } },
        { updateOne: { filter: { key: 3 }, update: { $set: { a: 3 } }, upsert: true } },
        { deleteOne: { filter: { key: 2 } } },
      ]);
      expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1, upsertedCount: 1, deletedCount: 1 });
      const error = await refusalOf(
        collection.insertMany([{ key: 5 }, { key: 1 }, { key: 6 }], { ordered: false }),
      );
      expect(error).toMatchObject({ code: 11000, writeErrors: [{ index: 1 }] });
      expect(await collection.distinct('key')).toEqual(expect.arrayContaining([1, 3, 5, 6]));
      await refusalOf(collection.insertMany([{ key: 7 }, { key: 1 }, { key: 8 }], { ordered: true }));
      expect(await collection.countDocuments({ key: { $in: [7, 8] } })).toBe(1);
    });
  });

  describe('indexes', () => {
    it('refuse a second document with the same unique key, and say which key', async () => {
      const collection = store.fresh();
      await collection.createIndex({ number: 1 }, { unique: true });
      await collection.insertOne({ number: 'T-1', other: 1 });
      const error = await refusalOf(collection.insertOne({ number: 'T-1', other: 2 }));
      expect(error).toMatchObject({ code: 11000, keyPattern: { number: 1 }, keyValue: { number: 'T-1' } });
      expect(error.message).toMatch(/^E11000 duplicate key error collection: .* index: number_1/);
      await collection.insertOne({ number: 'T-2' });
      expect(
        await refusalOf(collection.updateOne({ number: 'T-2' }, { $set: { number: 'T-1' } })),
      ).toMatchObject({ code: 11000 });
      expect(
        await refusalOf(collection.findOneAndUpdate({ number: 'T-2' }, { $set: { number: 'T-1' } })),
      ).toMatchObject({
        code: 11000,
        codeName: 'DuplicateKey',
        keyPattern: { number: 1 },
      });
    });

    it('hold compound unique keys, in which a missing field counts as null', async () => {
      const collection = store.fresh();
      await collection.createIndex({ event: 1, to: 1 }, { unique: true });
      await collection.insertMany([
        { event: 1, to: 'a' },
        { event: 1, to: 'b' },
        { event: 2, to: 'a' },
      ]);
      expect(await refusalOf(collection.insertOne({ event: 1, to: 'b' }))).toMatchObject({
        code: 11000,
        keyValue: { event: 1, to: 'b' },
      });
      await collection.insertOne({ event: 3 });
      expect(await refusalOf(collection.insertOne({ event: 3 }))).toMatchObject({ code: 11000 });
    });

    it('hold unique keys only for the documents a partial filter names', async () => {
      const collection = store.fresh();
      await collection.createIndex(
        { key: 1 },
        { unique: true, partialFilterExpression: { key: { $type: 'string' } } },
      );
      await collection.insertMany([{ n: 1 }, { n: 2 }, { key: null }, { key: null }, { key: 'a' }]);
      expect(await refusalOf(collection.insertOne({ key: 'a' }))).toMatchObject({ code: 11000 });
      expect(await collection.countDocuments()).toBe(5);
    });

    it('are listed and dropped; an index cannot be made over documents that break it', async () => {
      const collection = store.fresh();
      await collection.createIndexes([
        { key: { a: 1 } },
        { key: { b: -1, a: 1 }, name: 'ba' },
        { key: { at: 1 }, expireAfterSeconds: 60 },
      ]);
      expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'a_1', 'ba', 'at_1']);
      await collection.dropIndex('ba');
      expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'a_1', 'at_1']);
      expect(await refusalOf(collection.dropIndex('absent'))).toMatchObject({ code: 27 });
      await collection.insertMany([{ twice: 1 }, { twice: 1 }]);
      expect(await refusalOf(collection.createIndex({ twice: 1 }, { unique: true }))).toMatchObject({
        code: 11000,
      });
    });

    it('may be asked for by several clients at once, as several apps do when they start', async () => {
      const collection = store.fresh();
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
      const collection = store.fresh();
      await collection.createIndex({ title: 'text' });
      await collection.insertMany([{ title: 'broken street lamp' }, { title: 'canteen prices' }]);
      expect(await collection.find({ $text: { $search: 'lamp' } }).toArray()).toHaveLength(1);
    });
  });

  describe('races', () => {
    it('let one of many take a document by findOneAndUpdate', async () => {
      const collection = store.fresh();
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
      const collection = store.fresh();
      await collection.insertOne({ key: 1, version: 0 });
      for (let version = 0; version < 20; version++) {
        const saves = Array.from({ length: 16 }, () =>
          collection.updateOne({ key: 1, version }, { $inc: { version: 1 } }),
        );
        expect((await Promise.all(saves)).filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
      }
    });

    it('lose no increment', async () => {
      const collection = store.fresh();
      await collection.insertOne({ key: 1, n: 0 });
      await Promise.all(
        Array.from({ length: 300 }, () => collection.updateOne({ key: 1 }, { $inc: { n: 1 } })),
      );
      expect((await collection.findOne({ key: 1 }))?.['n']).toBe(300);
    });

    it('make one document of many upserts of the same unique key', async () => {
      const collection = store.fresh();
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
      const collection = store.fresh();
      await collection.createIndex({ key: 1 }, { unique: true });
      const inserts = await Promise.allSettled(
        Array.from({ length: 32 }, (_, i) => collection.insertOne({ key: 'k', i })),
      );
      expect(inserts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const insert of inserts)
        if (insert.status === 'rejected') expect(insert.reason).toMatchObject({ code: 11000 });
    });

    it('make one collection of many first inserts', async () => {
      const collection = store.fresh();
      await Promise.all(Array.from({ length: 32 }, (_, i) => collection.insertOne({ i })));
      expect(await collection.countDocuments()).toBe(32);
    });
  });
});
