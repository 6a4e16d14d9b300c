import { chooseMongo, chooseRedis, type MongoFacts } from './choice';

const nothing: MongoFacts = { downloadable: false, documentdb: false };
const everything: MongoFacts = {
  mongodbUri: 'mongodb://given/',
  mongodPath: '/usr/bin/mongod',
  downloadable: true,
  documentdb: true,
};

describe('the choice of a database server', () => {
  it.each<[number, string, MongoFacts]>([
    [1, 'given', everything],
    [2, 'mongod', { ...everything, mongodbUri: undefined }],
    [2, 'mongod', { ...everything, mongodbUri: '' }],
    [3, 'download', { ...nothing, downloadable: true, documentdb: true }],
    [4, 'documentdb', { ...nothing, documentdb: true }],
    [5, 'none', nothing],
  ])('takes row %i (%s)', (row, kind, facts) => {
    expect(chooseMongo(facts)).toMatchObject({ row, kind });
  });

  it('stays with the engine whose data the folder holds', () => {
    const able = { ...everything, mongodbUri: undefined };
    expect(chooseMongo({ ...able, existing: 'documentdb' }).kind).toBe('documentdb');
    expect(chooseMongo({ ...able, existing: 'mongod' }).kind).toBe('mongod');
    expect(chooseMongo({ ...nothing, documentdb: true, existing: 'mongod' }).kind).toBe('none');
    expect(
      chooseMongo({ ...everything, existing: 'documentdb', documentdb: false, mongodbUri: undefined }).kind,
    ).toBe('none');
    expect(chooseMongo({ ...everything, existing: 'documentdb' }).kind).toBe('given');
  });

  it('names the ways out when there is none', () => {
    const choice = chooseMongo({ ...nothing, existing: 'mongod' });
    expect(choice).toMatchObject({ row: 5 });
    for (const word of ['docker compose', 'MONGODB_URI', 'mongodb-org-server', '--fresh'])
      expect(choice.kind === 'none' && choice.message).toContain(word);
  });
});

describe('the choice of a Redis server', () => {
  it.each([
    [1, 'given', { redisUrl: 'redis://given', serverPath: '/usr/bin/redis-server', installable: true }],
    [2, 'server', { serverPath: '/usr/bin/valkey-server', installable: true }],
    [3, 'install', { installable: true }],
    [4, 'none', { installable: false }],
  ])('takes row %i (%s)', (row, kind, facts) => {
    expect(chooseRedis(facts)).toMatchObject({ row, kind });
  });
});
