import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Environment {
  readonly dataDir: string;
  readonly port: number;
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly smtpUrl: string;
}

/** What every app of this data folder gets from its environment; secrets are made once and kept in the folder. */
export function environmentOf({
  dataDir,
  port,
  mongodbUri,
  redisUrl,
  smtpUrl,
}: Environment): NodeJS.ProcessEnv {
  const files = join(dataDir, 'files');
  mkdirSync(files, { recursive: true, mode: 0o700 });
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NODE_ENV: 'production',
    MONGODB_URI: mongodbUri,
    MONGODB_DATABASE: process.env['MONGODB_DATABASE'] ?? 'duban',
    REDIS_URL: redisUrl,
    QUEUE_PREFIX: process.env['QUEUE_PREFIX'] ?? '{duban}',
    HTTP_HOST: process.env['HTTP_HOST'] ?? '127.0.0.1',
    HTTP_PORT: String(port),
    PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://localhost:${port}`,
    SESSION_SECRET: secretOf(dataDir, 'session-secret'),
    LINK_SECRET: secretOf(dataDir, 'link-secret'),
    IDENTITY_KEYS: `first:${secretOf(dataDir, 'identity-key')}`,
    IDENTITY_INDEX_KEY: secretOf(dataDir, 'identity-index-key'),
    SMTP_URL: smtpUrl,
    MAIL_FROM: process.env['MAIL_FROM'] ?? '后勤督办 <duban@duban.example>',
    DATA_DIR: files,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    SWEEP_EVERY_MS: process.env['SWEEP_EVERY_MS'] ?? '1000',
    // Everyone who tries it comes from one address.
    RATE_LIMIT_SUBMIT_PER_MINUTE: '1000000',
    RATE_LIMIT_UPLOAD_PER_MINUTE: '1000000',
    RATE_LIMIT_API_PER_MINUTE: '1000000',
    RATE_LIMIT_TRACK_PER_MINUTE: '600',
    RATE_LIMIT_LOGIN_PER_MINUTE: '600',
    ...passedOn(),
  };
}

/** Limits may be set from outside, for load tests. */
function passedOn(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      /^(RATE_LIMIT_|LOGIN_|UPLOAD_|BUCKET_|CLAMD_|WORKER_CONCURRENCY)/.test(name),
    ),
  );
}

/** 256 bits as hexadecimal digits. */
function secretOf(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  if (!existsSync(file)) writeSecret(file, randomBytes(32).toString('hex'));
  return readFileSync(file, 'utf8').trim();
}

/** Written whole or not at all, and readable by its owner only. */
export function writeSecret(file: string, content: string): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
