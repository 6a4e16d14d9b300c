import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { type Collection, type Connection, type mongo, type Schema } from 'mongoose';
import { setTimeout as wait } from 'node:timers/promises';
import { isDuplicateKey } from './mongo.errors';
import { SCHEMA_VERSION, SCHEMA_VERSION_NUMBER, type SchemaVersionDocument } from './schema-version.schema';

const INDEX_TRIES = 5;

/** Thrown where the database has been written by a newer release: going on could damage what it knows better. */
export class SchemaTooNew extends Error {
  override readonly name = 'SchemaTooNew';

  constructor(stored: number) {
    super(
      `The database has schema version ${stored}, this release knows only up to ${SCHEMA_VERSION_NUMBER}. ` +
        'Start the newer release, or restore the backup made before its upgrade.',
    );
  }
}

/** Thrown where the database was written by a release before the first one that was given out. */
export class SchemaTooOld extends Error {
  override readonly name = 'SchemaTooOld';

  constructor(stored: number) {
    super(
      `The database has schema version ${stored}, this release needs ${SCHEMA_VERSION_NUMBER} and cannot bring it up to date. ` +
        'Name another database, or drop this one (bin/quickstart --fresh).',
    );
  }
}

/** The database as a whole: made ready before anything uses it, and asked whether it is there. */
@Injectable()
export class Database {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Checks the schema version and makes the indexes; any number of processes may do it at once. Throws SchemaTooNew, SchemaTooOld. */
  async prepare(): Promise<void> {
    await this.checkSchemaVersion();
    await this.ensureIndexes();
  }

  /** Creates the indexes that are missing. Throws where an index of the same name is there with other options. */
  async ensureIndexes(): Promise<void> {
    for (const { schema, collection } of Object.values(this.connection.models))
      await createIndexes(schema, collection);
  }

  /** Resolves when the server has answered; throws where it does not. */
  async ping(): Promise<void> {
    await this.connection.getClient().db().command({ ping: 1 });
  }

  private async checkSchemaVersion(): Promise<void> {
    const versions = this.connection.model<SchemaVersionDocument>(SCHEMA_VERSION);
    try {
      await versions.updateOne(
        { _id: 'schema' },
        { $setOnInsert: { version: SCHEMA_VERSION_NUMBER } },
        { upsert: true },
      );
    } catch (error) {
      // Another process wrote it at the same moment.
      if (!isDuplicateKey(error)) throw error;
    }
    const { version } = await versions.findOne({ _id: 'schema' }).lean<SchemaVersionDocument>().orFail();
    if (version > SCHEMA_VERSION_NUMBER) throw new SchemaTooNew(version);
    if (version < SCHEMA_VERSION_NUMBER) throw new SchemaTooOld(version);
  }
}

/** Servers may refuse one of two creations of the same index that meet; the second try finds it there. */
async function createIndexes(schema: Schema, collection: Collection): Promise<void> {
  const indexes = schema.indexes().map(([key, options]) => {
    const { background: _, ...rest } = options;
    return { key, ...rest } as mongo.IndexDescription;
  });
  if (indexes.length === 0) return;
  for (let attempt = 1; ; attempt++)
    try {
      await collection.createIndexes(indexes);
      return;
    } catch (error) {
      if (attempt === INDEX_TRIES) throw error;
      await wait(50 * 2 ** attempt * (1 + Math.random()));
    }
}
