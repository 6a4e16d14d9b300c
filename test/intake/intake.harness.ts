import { DatabaseSeed } from '@app/persistence';
import {
  Argon2PasswordHasher,
  createFastifyAdapter,
  type IntakeConfig,
  joinPlatform,
  parseConfig,
} from '@app/platform';
import { SEED } from '@app/seed';
import { getConnectionToken } from '@nestjs/mongoose';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type InjectOptions } from 'fastify';
import { type Connection } from 'mongoose';
import { type DestinationStream } from 'pino';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configureIntake } from '../../apps/intake/src/configure-intake';
import { IntakeModule } from '../../apps/intake/src/intake.module';
import { apiContract } from './api-contract.harness';

export const PASSWORD = 'correct horse battery staple';
const UNLIMITED = '1000000';

/** Somebody logged in, or nobody. */
export interface Caller {
  readonly headers: Readonly<Record<string, string>>;
}
export const ANONYMOUS: Caller = { headers: {} };

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The parsed body; undefined where there is none. */
  readonly body: Record<string, unknown> & { readonly code?: string };
  readonly text: string;
}

/** The real door on a database and a queue prefix of its own. */
export interface IntakeUnderTest {
  readonly app: NestFastifyApplication;
  readonly config: IntakeConfig;
  readonly connection: Connection;
  /** A login that tests share. */
  as(username: string): Promise<Caller>;
  login(username: string): Promise<Caller>;
  call(
    caller: Caller,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  inject(options: InjectOptions): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts intake as main.ts does, but for listening. A missing MONGODB_URI or REDIS_URL fails. */
export async function startIntake(
  settings: Record<string, string> = {},
  logStream?: DestinationStream,
): Promise<IntakeUnderTest> {
  const run = randomBytes(6).toString('hex');
  const dataDir = await mkdtemp(join(tmpdir(), 'duban-test-intake-'));
  const config = parseConfig('intake', {
    MONGODB_URI: process.env['MONGODB_URI'],
    REDIS_URL: process.env['REDIS_URL'],
    MONGODB_DATABASE: `duban_test_${run}`,
    QUEUE_PREFIX: `{duban-test-${run}}`,
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'fatal',
    DATA_DIR: dataDir,
    WEB_DIR: join(dataDir, 'no-web'),
    RATE_LIMIT_SUBMIT_PER_MINUTE: UNLIMITED,
    RATE_LIMIT_UPLOAD_PER_MINUTE: UNLIMITED,
    RATE_LIMIT_TRACK_PER_MINUTE: UNLIMITED,
    RATE_LIMIT_LOGIN_PER_MINUTE: UNLIMITED,
    RATE_LIMIT_API_PER_MINUTE: UNLIMITED,
    ...settings,
  });
  const module = await Test.createTestingModule({
    imports: [IntakeModule.forRoot(config, logStream)],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(createFastifyAdapter(config));
  await joinPlatform(app);
  await configureIntake(app, config);
  apiContract.watch(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await seed(app);

  const inject = async (options: InjectOptions): Promise<Answer> => {
    const { statusCode, headers, payload } = await app.inject(options);
    const isJson = String(headers['content-type']).includes('json');
    return {
      status: statusCode,
      headers,
      body: (isJson ? JSON.parse(payload) : {}) as Answer['body'],
      text: payload,
    };
  };
  const callers = new Map<string, Promise<Caller>>();
  const login = async (username: string): Promise<Caller> => {
    const { status, headers, body } = await inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      payload: { username, password: PASSWORD },
    });
    if (status !== 200) throw new Error(`${username} could not log in: ${status} ${body.code ?? ''}`);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    return { headers: { cookie, 'x-csrf-token': String(body['csrfToken']) } };
  };
  const connection = app.get<Connection>(getConnectionToken());
  return {
    app,
    config,
    connection,
    inject,
    login,
    as: (username) => {
      const caller = callers.get(username) ?? login(username);
      callers.set(username, caller);
      return caller;
    },
    call: (caller, method, path, body, headers = {}) =>
      inject({
        method,
        url: path,
        headers: { ...caller.headers, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
    close: async () => {
      if (!connection.name.includes('test')) throw new Error(`refusing to drop ${connection.name}`);
      await connection.dropDatabase();
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The office with its demonstration people, all under one password, hashed once. */
async function seed(app: NestFastifyApplication): Promise<void> {
  const database = app.get(DatabaseSeed);
  const hasher = new Argon2PasswordHasher();
  const hash = await hasher.hash(PASSWORD);
  await database.office(SEED);
  await database.accounts(
    SEED.demoPeople.map((person) => ({ person, password: PASSWORD })),
    { hash: () => Promise.resolve(hash), verify: (stored, password) => hasher.verify(stored, password) },
  );
}
