import { PasswordHasher } from '@app/application';
import { DatabaseSeed, PersistenceModule } from '@app/persistence';
import { Argon2PasswordHasher } from '@app/platform';
import { SEED } from '@app/seed';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

export interface AccountToSeed {
  readonly username: string;
  readonly password: string;
}

/**
 * Puts the office's data into the database that `env` names, and those demo people for whom an account is given.
 * What is there already stays as it is.
 */
export async function seed(env: NodeJS.ProcessEnv, accounts: readonly AccountToSeed[]): Promise<void> {
  const uri = env['MONGODB_URI'];
  if (!uri) throw new Error('MONGODB_URI is required');
  const dbName = env['MONGODB_DATABASE'] ?? 'duban';

  @Module({
    imports: [PersistenceModule.forRoot({ uri, dbName })],
    providers: [{ provide: PasswordHasher, useClass: Argon2PasswordHasher }],
  })
  class SeedModule {}

  const app = await NestFactory.createApplicationContext(SeedModule, {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const database = app.get(DatabaseSeed);
    await database.office(SEED);
    const people = accounts.map(({ username, password }) => {
      const person = SEED.demoPeople.find((known) => known.username === username);
      if (!person) throw new Error(`there is no demo person ${username}`);
      return { person, password };
    });
    await database.accounts(people, app.get(PasswordHasher));
  } finally {
    await app.close();
  }
}
