import { ConfigInvalid, parseConfig } from './load-config';

const stores = { MONGODB_URI: 'mongodb://db/', REDIS_URL: 'redis://cache' };
const production = {
  ...stores,
  NODE_ENV: 'production',
  SESSION_SECRET: 'x'.repeat(32),
  LINK_SECRET: 'y'.repeat(32),
  IDENTITY_KEYS: `2026:${'ab'.repeat(32)}`,
  IDENTITY_INDEX_KEY: 'cd'.repeat(32),
};

function faultsOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.faults.map((fault) => fault.variable);
    throw error;
  }
  return [];
}

describe('configuration', () => {
  it('names every fault at once, and never the value', () => {
    const env = {
      REDIS_URL: 'http://s3cret',
      HTTP_PORT: 'x',
      SESSION_SECRET: 's3cret',
      COOKIE_SECURE: 'yes',
    };
    const parse = () => parseConfig('intake', env);
    expect(faultsOf(parse).sort()).toEqual([
      'COOKIE_SECURE',
      'HTTP_PORT',
      'MONGODB_URI',
      'REDIS_URL',
      'SESSION_SECRET',
    ]);
    expect(parse).not.toThrow(/s3cret/);
  });

  it('takes a variable that is set to nothing as not set', () => {
    expect(parseConfig('intake', { ...stores, HTTP_PORT: '', PUBLIC_URL: ' ' }).HTTP_PORT).toBe(3000);
  });

  it('asks for secrets and for JSON logs in production', () => {
    expect(
      faultsOf(() => parseConfig('intake', { ...stores, NODE_ENV: 'production', LOG_PRETTY: 'true' })),
    ).toEqual(['SESSION_SECRET', 'LINK_SECRET', 'IDENTITY_KEYS', 'IDENTITY_INDEX_KEY', 'LOG_PRETTY']);
    expect(faultsOf(() => parseConfig('intake', production))).toEqual([]);
  });

  it('takes no secret twice in production, where what one of them signs would be good for another', () => {
    const { SESSION_SECRET: LINK_SECRET } = production;
    expect(faultsOf(() => parseConfig('intake', { ...production, LINK_SECRET }))).toEqual(['LINK_SECRET']);
  });

  it('takes a bucket with key and secret, and a scanner with a port', () => {
    const faults = (env: Record<string, string>) =>
      faultsOf(() => parseConfig('intake', { ...stores, ...env }));
    expect(
      faults({ BUCKET_URL: 'https://k:s%2F@s3:9000/duban?region=x', CLAMD_URL: 'tcp://clamav:3310' }),
    ).toEqual([]);
    for (const BUCKET_URL of [
      'https://s3/duban',
      'https://k:s@s3',
      'https://k:s@s3/a/b',
      's3://k:s@s3/duban',
    ])
      expect(faults({ BUCKET_URL })).toContain('BUCKET_URL');
    for (const CLAMD_URL of ['tcp://clamav', 'clamav:3310'])
      expect(faults({ CLAMD_URL })).toContain('CLAMD_URL');
  });

  it('reads the keys of hidden identities, the newest first', () => {
    const { IDENTITY_KEYS: keys } = parseConfig('worker', {
      ...production,
      SMTP_URL: 'smtp://mail',
      MAIL_FROM: 'a@b.cn',
      IDENTITY_KEYS: `2026:${'AB'.repeat(32)}, old-1:${'01'.repeat(32)}`,
    });
    expect(keys.map(({ id, key }) => [id, key.length, key[0]])).toEqual([
      ['2026', 32, 0xab],
      ['old-1', 32, 1],
    ]);
  });

  it.each([
    ['IDENTITY_KEYS', 'ab'.repeat(32)],
    ['IDENTITY_KEYS', `k:${'ab'.repeat(31)}`],
    ['IDENTITY_KEYS', `k:${'ab'.repeat(32)},`],
    ['IDENTITY_KEYS', `k:${'ab'.repeat(32)},k:${'cd'.repeat(32)}`],
    ['IDENTITY_INDEX_KEY', 'short'],
    ['IDENTITY_INDEX_KEY', 'ab'.repeat(32)],
  ])('refuses %s=%s, and does not repeat it', (name, value) => {
    const parse = () => parseConfig('intake', { ...production, [name]: value });
    expect(faultsOf(parse)).toEqual([name]);
    expect(parse).not.toThrow(new RegExp(value.slice(-20)));
  });

  it('keeps the keys from the scheduler, which has no use for them', () => {
    expect(parseConfig('scheduler', production)).not.toHaveProperty('IDENTITY_KEYS');
  });

  it.each([
    ['0', false],
    ['2', 2],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
  ])('reads TRUST_PROXY=%s', (given, expected) => {
    expect(parseConfig('intake', { ...stores, TRUST_PROXY: given }).TRUST_PROXY).toEqual(expected);
  });

  it.each(['true', '10.0.0.0/33', 'proxy.example'])('refuses TRUST_PROXY=%s', (given) => {
    expect(faultsOf(() => parseConfig('intake', { ...stores, TRUST_PROXY: given }))).toEqual(['TRUST_PROXY']);
  });

  it('asks the worker, which sends, for a mail server and a sender', () => {
    expect(faultsOf(() => parseConfig('worker', stores)).sort()).toEqual(['MAIL_FROM', 'SMTP_URL']);
  });
});
