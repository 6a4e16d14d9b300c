import { ANONYMOUS, type IntakeUnderTest, PASSWORD, startIntake } from './intake.harness';

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await startIntake({ LOGIN_MAX_FAILURES: '3', PUBLIC_URL: 'https://duban.example' });
}, 60_000);
afterAll(() => intake.close());

const login = (username: string, password: string, headers: Record<string, string> = {}) =>
  intake.call(ANONYMOUS, 'POST', '/api/v1/auth/login', { username, password }, headers);
const sessions = () => intake.connection.collection('login_sessions').countDocuments();
const BODY = { title: 'a', description: 'b' };

describe('logging in', () => {
  it('gives a cookie that scripts cannot read, and says who it is', async () => {
    const { status, headers, body } = await login('Canteen.Head', PASSWORD);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: 'demo-canteen-head',
      mustChangePassword: false,
      username: 'canteen.head',
      name: '马建国',
      role: 'head',
      department: '饮食服务中心',
      departmentCode: 'catering',
      standsInFor: [],
      headOf: [{ code: 'catering', name: '饮食服务中心' }],
      csrfToken: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
    expect(String(headers['set-cookie'])).toMatch(/^duban_session=[^;]+; .*Path=\/.*HttpOnly.*SameSite=Lax/i);
  });

  it('is Secure behind a proxy that speaks TLS', async () => {
    const proxied = await startIntake({ TRUST_PROXY: '1' });
    const { headers } = await proxied.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      headers: { 'x-forwarded-proto': 'https' },
      payload: { username: 'admin', password: PASSWORD },
    });
    expect(String(headers['set-cookie'])).toContain('Secure');
    expect(headers['strict-transport-security']).toBeDefined();
    await proxied.close();
  }, 30_000);

  it('never keeps the session id that a request came with', async () => {
    const first = await intake.login('verifier1');
    const { headers } = await login('verifier1', PASSWORD, first.headers);
    expect(String(headers['set-cookie']).split(';')[0]).not.toBe(first.headers['cookie']);
    expect((await intake.call(first, 'GET', '/api/v1/me')).status).toBe(401);
  });

  it('tells an unknown name from a wrong password to nobody', async () => {
    const strip = ({ status, body: { correlationId: _, ...body } }: Awaited<ReturnType<typeof login>>) => ({
      status,
      body,
    });
    expect(strip(await login('nobody-here', 'x'))).toEqual(strip(await login('teacher1', 'x')));
  });

  it('locks an account that is tried too often, even for the right password', async () => {
    for (let attempt = 0; attempt < 3; attempt += 1) await login('energy.owner3', 'wrong');
    const { status, body, headers } = await login('energy.owner3', PASSWORD);
    expect([status, body.code]).toEqual([429, 'AUTH.LOCKED']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(60);
  });

  it('ends with logging out, and when the person is deactivated', async () => {
    const caller = await intake.login('energy.owner2');
    await intake.call(caller, 'POST', '/api/v1/auth/logout');
    expect((await intake.call(caller, 'GET', '/api/v1/me')).status).toBe(401);

    const other = await intake.login('energy.owner2');
    expect((await intake.call(other, 'GET', '/api/v1/me')).status).toBe(200);
    await intake.connection
      .collection('people')
      .updateOne({ username: 'energy.owner2' }, { $set: { active: false } });
    expect((await intake.call(other, 'GET', '/api/v1/me')).status).toBe(401);
  });

  it('keeps no session for those who are not logged in', async () => {
    const before = await sessions();
    const { headers } = await intake.call(ANONYMOUS, 'POST', '/api/v1/tickets', BODY);
    await intake.call(ANONYMOUS, 'GET', '/api/v1/me');
    expect(headers['set-cookie']).toBeUndefined();
    expect(await sessions()).toBe(before);
  });
});

describe('a change has to come from this site', () => {
  const origin = (value: string) => ({ origin: value, host: 'duban.local:3000' });
  const cases: readonly (readonly [string, boolean, Record<string, string>, number])[] = [
    ['nobody, without Origin', false, {}, 201],
    ['nobody, our Origin', false, origin('http://duban.local:3000'), 201],
    ['nobody, the public URL as Origin', false, origin('https://duban.example'), 201],
    ['nobody, a foreign Origin', false, origin('https://evil.example'), 403],
    ['nobody, an opaque Origin', false, origin('null'), 403],
    ['a login, without Origin or token', true, {}, 403],
    ['a login, a wrong token', true, { 'x-csrf-token': 'x' }, 403],
    ['a login, our Origin', true, origin('http://duban.local:3000'), 201],
    ['a login, our host on another port', true, origin('http://duban.local:4000'), 403],
  ];
  it.each(cases)('%s', async (_what, isLoggedIn, headers, expected) => {
    const { cookie = '' } = (await intake.as('leader')).headers;
    const caller = isLoggedIn ? { headers: { cookie } } : ANONYMOUS;
    const { status, body } = await intake.call(caller, 'POST', '/api/v1/tickets', BODY, headers);
    expect([status, body.code]).toEqual([expected, expected === 403 ? 'AUTH.CSRF' : undefined]);
  });

  it("takes the login's token, but not with a foreign Origin", async () => {
    const caller = await intake.as('leader');
    expect((await intake.call(caller, 'POST', '/api/v1/tickets', BODY)).status).toBe(201);
    const { status } = await intake.call(caller, 'POST', '/api/v1/tickets', BODY, {
      origin: 'https://evil.example',
    });
    expect(status).toBe(403);
  });

  it('lets everyone read from anywhere, without giving other sites the answer', async () => {
    const { status, headers } = await intake.call(
      ANONYMOUS,
      'GET',
      '/api/v1/reference-data',
      undefined,
      origin('https://evil.example'),
    );
    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

it('shows metrics to this machine only, and not through a proxy on it', async () => {
  expect((await intake.call(ANONYMOUS, 'GET', '/metrics')).status).toBe(200);
  expect(
    (await intake.call(ANONYMOUS, 'GET', '/metrics', undefined, { 'x-forwarded-for': '10.0.0.1' })).status,
  ).toBe(403);
  expect((await intake.inject({ method: 'GET', url: '/metrics', remoteAddress: '192.168.1.4' })).status).toBe(
    403,
  );
});
