import { AccountRepository, Directory, type PasswordHasher } from '@app/application';
import { aPerson, aPolicy, CALENDAR, ENERGY } from '../../../../test/builders/fixtures.builder';
import { MongoHarness, testDatabaseName } from '../../../../test/harness/mongo.harness';
import { LoginSessionStore } from '../login-session/login-session-store.mongo';
import { DatabaseSeed, type SeedData } from '../seed/database.seed';
import { Database, SchemaTooNew, SchemaTooOld } from './database.mongo';
import { SCHEMA_VERSION } from './schema-version.schema';

let mongo: MongoHarness;
beforeEach(async () => {
  mongo = await MongoHarness.open();
});
afterEach(() => mongo.close());

describe('the database', () => {
  it('is prepared by several processes at once without harm', async () => {
    const dbName = testDatabaseName();
    const harnesses = await Promise.all([1, 2, 3, 4].map(() => MongoHarness.open(dbName)));
    const names = (await harnesses[0]!.connection.collection('tickets').indexes()).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'number_1',
        'trackingCode_1',
        'idempotencyKey_1',
        'nextStepAt_1',
        'outbox.at_1',
      ]),
    );
    await harnesses[0]!.connection.dropDatabase();
    await Promise.all(harnesses.map(({ module }) => module.close()));
  });

  it('is prepared again without change', async () => {
    const indexes = () => mongo.connection.collection('tickets').indexes();
    const before = await indexes();
    await mongo.module.get(Database).prepare();
    expect(await indexes()).toEqual(before);
  });

  it('refuses to be used by a release older than the one that wrote it', async () => {
    await mongo.connection.model(SCHEMA_VERSION).updateOne({ _id: 'schema' }, { $set: { version: 99 } });
    await expect(mongo.module.get(Database).prepare()).rejects.toThrow(SchemaTooNew);
    await expect(MongoHarness.open(mongo.connection.name)).rejects.toThrow(
      /schema version 99.*newer release/s,
    );
  });

  it('refuses what was written before the first release that was given out', async () => {
    await mongo.connection.model(SCHEMA_VERSION).updateOne({ _id: 'schema' }, { $set: { version: 1 } });
    await expect(mongo.module.get(Database).prepare()).rejects.toThrow(SchemaTooOld);
  });

  it('answers a ping', async () => {
    await expect(mongo.module.get(Database).ping()).resolves.toBeUndefined();
  });
});

describe('seeding', () => {
  const seed: SeedData = {
    calendar: CALENDAR,
    departments: [ENERGY],
    categories: [],
    policies: [aPolicy()],
    keywordRules: [],
  };

  it('puts in what is missing and leaves alone what was edited', async () => {
    const seeder = mongo.module.get(DatabaseSeed);
    await Promise.all([seeder.office(seed), seeder.office(seed)]);
    await mongo.connection.collection('departments').updateOne({}, { $set: { name: '改过的名字' } });
    const rules = [{ id: 'r', keywords: ['热水'], category: 'hot-water', weight: 1, enabled: true }];
    await mongo.connection.collection('settings').updateOne({}, { $set: { value: rules } });
    const more = { code: 'catering', name: '饮食服务中心', aliases: [] };
    await seeder.office({ ...seed, departments: [ENERGY, more], policies: [aPolicy({ name: 'x' })] });
    const directory = mongo.module.get(Directory);
    expect(await directory.departments()).toStrictEqual([{ ...ENERGY, name: '改过的名字' }, more]);
    expect(await directory.keywordRules()).toStrictEqual(rules);
    expect(await directory.policy('normal')).toStrictEqual(aPolicy());
  });

  it('makes accounts once, hashes no password twice, and keeps the one that is there', async () => {
    const hash = jest.fn((password: string) => Promise.resolve(`hash of ${password}`));
    const hasher: PasswordHasher = { hash, verify: () => Promise.resolve(true) };
    const seeder = mongo.module.get(DatabaseSeed);
    const person = aPerson({ id: 'o1' });
    await seeder.accounts([{ person, password: 'first' }], hasher);
    await seeder.accounts([{ person, password: 'second' }], hasher);
    expect(hash).toHaveBeenCalledTimes(1);
    expect(await mongo.module.get(AccountRepository).byUsername('o1')).toMatchObject({
      person,
      passwordHash: 'hash of first',
    });
  });
});

describe('the store of login sessions', () => {
  type Session = Parameters<LoginSessionStore['set']>[1];
  const session = (lifeMs: number | null): Session => ({
    cookie: { originalMaxAge: lifeMs, expires: lifeMs === null ? null : new Date(Date.now() + lifeMs) },
    personId: 'o1',
  });
  const set = (id: string, value: Session) =>
    new Promise<void>((resolve, reject) =>
      mongo.module
        .get(LoginSessionStore)
        .set(id, value, (error) =>
          error ? reject(new Error('the store failed', { cause: error })) : resolve(),
        ),
    );
  const get = (id: string) =>
    new Promise<unknown>((resolve, reject) =>
      mongo.module
        .get(LoginSessionStore)
        .get(id, (error, found) =>
          error ? reject(new Error('the store failed', { cause: error })) : resolve(found),
        ),
    );

  it('gives a session back until it is destroyed, and keeps only the hash of its id', async () => {
    await set('secret-id', session(60_000));
    await set('secret-id', session(60_000));
    expect(await get('secret-id')).toMatchObject({ personId: 'o1', cookie: { originalMaxAge: 60_000 } });
    const raw = await mongo.connection.collection('login_sessions').find().toArray();
    expect(raw).toHaveLength(1);
    expect(JSON.stringify(raw)).not.toContain('secret-id');
    await new Promise<void>((resolve) =>
      mongo.module.get(LoginSessionStore).destroy('secret-id', () => resolve()),
    );
    expect(await get('secret-id')).toBeNull();
  });

  it('gives an expired one to nobody, and one without an end for some hours', async () => {
    await set('old', session(-1));
    await set('endless', session(null));
    expect(await get('old')).toBeNull();
    expect(await get('endless')).toMatchObject({ personId: 'o1' });
    expect(await get('unknown')).toBeNull();
  });

  it('answers an error by its callback', async () => {
    await mongo.connection.close();
    await expect(get('any')).rejects.toThrow();
    await mongo.connection.openUri(process.env['MONGODB_URI']!, { dbName: mongo.connection.name });
  });
});
