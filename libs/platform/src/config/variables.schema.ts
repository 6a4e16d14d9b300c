import { isIP } from 'node:net';
import { z } from 'zod';

/** What a variable means, for `.env.example` and for the fault report. */
const integer = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const port = integer(0, 65_535);
const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be a URL starting with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

/** `2` trusts two proxies; `10.0.0.0/8, 192.168.1.7` trusts those; nothing trusts nobody. */
const trustProxy = z.string().transform((value, context): false | number | string[] => {
  if (/^\d+$/.test(value)) return Number(value) === 0 ? false : Number(value);
  const entries = value.split(',').map((entry) => entry.trim());
  if (entries.every(isAddressRange)) return entries;
  context.addIssue({
    code: 'custom',
    message: 'must be a number of proxies or a comma-separated list of addresses, as in 10.0.0.0/8,::1',
  });
  return z.NEVER;
});

function isAddressRange(entry: string): boolean {
  const [address = '', prefix, ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

const DEVELOPMENT_SECRET = 'for-development-only-never-in-production';

/** What every process reads. */
export const processVariables = {
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_PRETTY: flag.default(false),
};

export const storeVariables = {
  MONGODB_URI: url('mongodb:', 'mongodb+srv:'),
  MONGODB_DATABASE: z
    .string()
    .regex(/^[\w-]{1,63}$/, 'must be 1 to 63 letters, digits, _ or -')
    .default('duban'),
  REDIS_URL: url('redis:', 'rediss:'),
  /** In braces, so that a Redis cluster keeps all keys of the queues in one slot. */
  QUEUE_PREFIX: z
    .string()
    .regex(/^\{?[\w.-]+\}?$/, 'must be letters, digits, dots, _ or -, as a rule in braces')
    .default('{duban}'),
};

export const publicUrlVariables = {
  PUBLIC_URL: url('http:', 'https:')
    .transform((value) => value.replace(/\/+$/, ''))
    .default('http://localhost:3000'),
};

export const httpVariables = {
  HTTP_HOST: z.string().default('0.0.0.0'),
  HTTP_PORT: port.default(3000),
  TRUST_PROXY: trustProxy.default(false),
  WEB_DIR: z.string().default('dist/web'),
  LIVE_BEAT_MS: integer(100, 600_000).default(15_000),
};

export const loginVariables = {
  SESSION_SECRET: z.string().min(32, 'must have 32 characters or more').default(DEVELOPMENT_SECRET),
  SESSION_HOURS: integer(1, 24 * 30).default(12),
  COOKIE_SECURE: z
    .enum(['auto', 'true', 'false'])
    .default('auto')
    .transform((value): 'auto' | boolean => (value === 'auto' ? value : value === 'true')),
  LOGIN_MAX_FAILURES: integer(1, 100).default(5),
  LOGIN_LOCK_MINUTES: integer(1, 24 * 60).default(15),
};

const DEVELOPMENT_KEY = '5eed'.repeat(16);
const DEVELOPMENT_INDEX_KEY = '1dec'.repeat(16);

const key = z.string().transform((value, context) => {
  if (/^[0-9a-f]{64}$/i.test(value)) return new Uint8Array(Buffer.from(value, 'hex'));
  context.addIssue({
    code: 'custom',
    message: 'must be 64 hexadecimal digits, as `openssl rand -hex 32` prints them',
  });
  return z.NEVER;
});

/** `2026:9f…,2025:41…`: the first key seals, all of them open. */
const keyring = z.string().transform((value, context) => {
  const keys = value.split(',').map((entry) => {
    const [, id = '', digits] = /^([\w-]{1,32}):(.*)$/.exec(entry.trim()) ?? [];
    return { id, key: key.safeParse(digits).data };
  });
  const known = keys.flatMap(({ id, key }) => (key ? [{ id, key }] : []));
  if (known.length === keys.length && new Set(keys.map(({ id }) => id)).size === keys.length) return known;
  context.addIssue({
    code: 'custom',
    message:
      'must be name:key, or several separated by commas, each key 64 hexadecimal digits under its own name',
  });
  return z.NEVER;
});

/** For hidden identities; the index key is another one, so that what it makes opens nothing. */
export const identityVariables = {
  IDENTITY_KEYS: keyring.prefault(`development:${DEVELOPMENT_KEY}`),
  IDENTITY_INDEX_KEY: key.prefault(DEVELOPMENT_INDEX_KEY),
};

export const rateLimitVariables = {
  RATE_LIMIT_SUBMIT_PER_MINUTE: integer(1, 1_000_000).default(30),
  RATE_LIMIT_TRACK_PER_MINUTE: integer(1, 1_000_000).default(60),
  RATE_LIMIT_UPLOAD_PER_MINUTE: integer(1, 1_000_000).default(60),
  RATE_LIMIT_LOGIN_PER_MINUTE: integer(1, 1_000_000).default(20),
  RATE_LIMIT_API_PER_MINUTE: integer(1, 1_000_000).default(600),
};

const bucketUrl = url('http:', 'https:').refine(
  (value) => {
    const { username, password, pathname } = new URL(value);
    return username !== '' && password !== '' && /^\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/?$/.test(pathname);
  },
  { error: 'must name key, secret and bucket, as in https://KEY:SECRET@s3.example.edu/duban' },
);

export const fileVariables = {
  DATA_DIR: z.string().default('.local/data'),
  UPLOAD_MAX_BYTES: integer(1, 2 ** 30).default(10_485_760),
  BUCKET_URL: bucketUrl.optional(),
};

export const attachmentVariables = {
  LINK_SECRET: z.string().min(32, 'must have 32 characters or more').default(DEVELOPMENT_SECRET),
  CLAMD_URL: url('tcp:')
    .refine((value) => new URL(value).port !== '', { error: 'must name a port, as in tcp://clamav:3310' })
    .optional(),
};

export const mailServer = url('smtp:', 'smtps:');

export const letterVariables = {
  SMTP_URL: mailServer,
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an address, as in 督办 <duban@example.edu>'),
};

/** Health and metrics of a process that has no door of its own. */
export const healthVariables = {
  HEALTH_HOST: z.string().default('127.0.0.1'),
  HEALTH_PORT: port.default(0),
};

export const workVariables = {
  WORKER_CONCURRENCY: integer(1, 500).default(8),
};

export const scheduleVariables = {
  SWEEP_EVERY_MS: integer(100, 3_600_000).default(5000),
};

interface IdentitySecrets {
  readonly IDENTITY_KEYS: z.output<typeof keyring>;
  readonly IDENTITY_INDEX_KEY: Uint8Array;
}

function isSame(key: Uint8Array, digits: string): boolean {
  return Buffer.compare(key, Buffer.from(digits, 'hex')) === 0;
}

/** Faults of a whole configuration that is right variable by variable. */
export function refuseUnsafe(
  value: {
    NODE_ENV: string;
    LOG_PRETTY: boolean;
    SESSION_SECRET?: string;
    LINK_SECRET?: string;
  } & Partial<IdentitySecrets>,
  context: z.RefinementCtx,
): void {
  if (value.NODE_ENV !== 'production') return;
  const fault = (variable: string, message: string) =>
    context.addIssue({ code: 'custom', path: [variable], message });
  if (value.SESSION_SECRET === DEVELOPMENT_SECRET) fault('SESSION_SECRET', 'is required in production');
  if (value.LINK_SECRET === DEVELOPMENT_SECRET) fault('LINK_SECRET', 'is required in production');
  else if (value.LINK_SECRET !== undefined && value.LINK_SECRET === value.SESSION_SECRET)
    fault('LINK_SECRET', 'must be another one than SESSION_SECRET');
  const { IDENTITY_KEYS: keys, IDENTITY_INDEX_KEY: indexKey } = value;
  if (keys?.some(({ key }) => isSame(key, DEVELOPMENT_KEY)))
    fault('IDENTITY_KEYS', 'is required in production');
  if (indexKey && isSame(indexKey, DEVELOPMENT_INDEX_KEY))
    fault('IDENTITY_INDEX_KEY', 'is required in production');
  if (indexKey && keys?.some(({ key }) => Buffer.compare(key, indexKey) === 0))
    fault('IDENTITY_INDEX_KEY', 'must be another key than those of IDENTITY_KEYS');
  if (value.LOG_PRETTY) fault('LOG_PRETTY', 'is for development: in production logs are JSON lines');
}
