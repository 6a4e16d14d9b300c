/** What the machine offers; gathered lazily by machine.ts, decided on here. */
export interface MongoFacts {
  readonly mongodbUri?: string | undefined;
  /** The engine whose data this folder already holds: another one would look like lost data. */
  readonly existing?: 'mongod' | 'documentdb' | undefined;
  readonly mongodPath?: string | undefined;
  readonly downloadable: boolean;
  readonly documentdb: boolean;
}

export type MongoChoice =
  | { readonly row: 1; readonly kind: 'given'; readonly uri: string }
  | { readonly row: 2; readonly kind: 'mongod'; readonly path: string }
  | { readonly row: 3; readonly kind: 'download' }
  | { readonly row: 4; readonly kind: 'documentdb' }
  | { readonly row: 5; readonly kind: 'none'; readonly message: string };

/** Picks the database server: the first row of the README's table that applies. */
export function chooseMongo(facts: MongoFacts): MongoChoice {
  if (facts.mongodbUri) return { row: 1, kind: 'given', uri: facts.mongodbUri };
  if (facts.existing !== 'documentdb') {
    if (facts.mongodPath) return { row: 2, kind: 'mongod', path: facts.mongodPath };
    if (facts.downloadable) return { row: 3, kind: 'download' };
  }
  if (facts.documentdb && facts.existing !== 'mongod') return { row: 4, kind: 'documentdb' };
  const lost = facts.existing ? ` (this data folder holds ${facts.existing} data; --fresh drops them)` : '';
  return {
    row: 5,
    kind: 'none',
    message:
      `no MongoDB can be had here${lost}: run "docker compose up", or set MONGODB_URI to a running server, ` +
      'or install the package mongodb-org-server (its program mongod must be on PATH)',
  };
}

export interface RedisFacts {
  readonly redisUrl?: string | undefined;
  readonly serverPath?: string | undefined;
  readonly installable: boolean;
}

export type RedisChoice =
  | { readonly row: 1; readonly kind: 'given'; readonly url: string }
  | { readonly row: 2; readonly kind: 'server'; readonly path: string }
  | { readonly row: 3; readonly kind: 'install' }
  | { readonly row: 4; readonly kind: 'none'; readonly message: string };

/** Picks the Redis server: the first row of the README's table that applies. */
export function chooseRedis(facts: RedisFacts): RedisChoice {
  if (facts.redisUrl) return { row: 1, kind: 'given', url: facts.redisUrl };
  if (facts.serverPath) return { row: 2, kind: 'server', path: facts.serverPath };
  if (facts.installable) return { row: 3, kind: 'install' };
  return {
    row: 4,
    kind: 'none',
    message:
      'no Redis can be had here: run "docker compose up", or set REDIS_URL to a running server, or install the package ' +
      'redis-server (Debian, Ubuntu), redis (Fedora, Homebrew) or valkey (its server must be on PATH)',
  };
}
