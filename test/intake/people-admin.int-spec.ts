import { type Answer, type Caller, type IntakeUnderTest, PASSWORD, startIntake } from './intake.harness';

const TIMEOUT_MS = 60_000;
const NEXT = 'a new password of one’s own';

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await startIntake();
}, TIMEOUT_MS);
afterAll(() => intake.close());

type Method = 'GET' | 'POST' | 'PUT';
const as = async (username: string, method: Method, path: string, body?: unknown): Promise<Answer> =>
  intake.call(await intake.as(username), method, `/api/v1${path}`, body);
const admin = (method: Method, path: string, body?: unknown) => as('admin', method, path, body);
const loginWith = (username: string, password: string) =>
  intake.inject({ method: 'POST', url: '/api/v1/auth/login', payload: { username, password } });
const callerOf = ({ headers, body }: Answer): Caller => ({
  headers: {
    cookie: String(headers['set-cookie']).split(';')[0] ?? '',
    'x-csrf-token': String(body['csrfToken']),
  },
});
const profile = { name: '沈丹', role: 'owner', department: 'energy', onDuty: true };

describe('people', () => {
  it(
    'are taken in with an initial password that opens nothing but its own change',
    async () => {
      const added = await admin('POST', '/people', {
        ...profile,
        username: 'Shen.Dan',
        email: 'sd@duban.example',
      });
      expect([added.status, added.body]).toMatchObject([
        201,
        { username: 'shen.dan', active: true, version: 1 },
      ]);
      const initial = String(added.body['initialPassword']);
      const first = await loginWith('shen.dan', initial);
      expect(first.body).toMatchObject({ username: 'shen.dan', mustChangePassword: true });
      const caller = callerOf(first);
      const get = (path: string) => intake.call(caller, 'GET', `/api/v1${path}`);
      expect((await get('/me')).status).toBe(200);
      expect([(await get('/tickets')).status, (await get('/tickets')).body.code]).toEqual([
        403,
        'AUTH.PASSWORD_CHANGE_REQUIRED',
      ]);
      const change = (current: string, next: string) =>
        intake.call(caller, 'POST', '/api/v1/me/password', { current, next });
      expect((await change('wrong', NEXT)).body.code).toBe('PERSON.PASSWORD_WRONG');
      expect((await change(initial, initial)).body.code).toBe('PERSON.INVALID');
      expect((await change(initial, 'my shen.dan 2026')).body.code).toBe('PERSON.INVALID');
      const changed = await change(initial, NEXT);
      expect([changed.status, changed.body]).toMatchObject([200, { mustChangePassword: false }]);
      // The login goes on under another id, the one before has ended.
      expect((await get('/me')).body.code).toBe('AUTH.REQUIRED');
      expect((await intake.call(callerOf(changed), 'GET', '/api/v1/tickets')).status).toBe(200);
      expect((await loginWith('shen.dan', initial)).body.code).toBe('AUTH.INVALID_CREDENTIALS');
      expect((await loginWith('shen.dan', NEXT)).body['mustChangePassword']).toBe(false);
    },
    TIMEOUT_MS,
  );

  it(
    'are refused what cannot be',
    async () => {
      const refused = async (more: object) => {
        const { status, body } = await admin('POST', '/people', { ...profile, username: 'new.one', ...more });
        return [status, body.code, (body['errors'] as { pointer: string }[] | undefined)?.[0]?.pointer];
      };
      expect(await refused({ username: 'canteen.owner1' })).toEqual([
        409,
        'PERSON.USERNAME_TAKEN',
        undefined,
      ]);
      expect(await refused({ department: 'none' })).toEqual([422, 'PERSON.INVALID', '/department']);
      expect(await refused({ role: 'king' })).toEqual([422, 'REQUEST.INVALID', '/role']);
      expect(await refused({ username: 'a b' })).toEqual([422, 'PERSON.INVALID', '/username']);
      expect(await refused({ password: 'short' })).toEqual([422, 'REQUEST.INVALID', '/password']);
      expect(await refused({ password: 'new.one-password' })).toEqual([422, 'PERSON.INVALID', '/password']);
      expect(await refused({ email: 'no' })).toEqual([422, 'REQUEST.INVALID', '/email']);
      const both = await Promise.all(
        [1, 2].map(() => admin('POST', '/people', { ...profile, username: 'twin.one' })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    },
    TIMEOUT_MS,
  );

  it(
    'get a new password from the administrator, which ends their logins and a lock, and the log keeps neither password nor address',
    async () => {
      const before = await intake.login('teacher1');
      for (let guess = 0; guess < 30; guess += 1) await loginWith('teacher1', 'wrong');
      expect((await loginWith('teacher1', PASSWORD)).body.code).toBe('AUTH.LOCKED');
      const [locked] = (await admin('GET', '/people?q=teacher1')).body['items'] as { lockedUntil?: string }[];
      expect(locked?.lockedUntil).toBeDefined();
      expect((await admin('POST', '/people/teacher1/unlock')).status).toBe(204);
      expect((await loginWith('teacher1', PASSWORD)).status).toBe(200);
      const reset = await admin('POST', '/people/teacher1/password', { password: 'a first password' });
      expect(reset.body).toEqual({ initialPassword: 'a first password' });
      expect((await intake.call(before, 'GET', '/api/v1/me')).body.code).toBe('AUTH.REQUIRED');
      expect((await loginWith('teacher1', 'a first password')).body['mustChangePassword']).toBe(true);
      const drawn = await admin('POST', '/people/teacher1/password', {});
      expect((await loginWith('teacher1', String(drawn.body['initialPassword']))).status).toBe(200);
      expect((await admin('POST', '/people/admin/password', {})).body.code).toBe('PERSON.ONESELF');
      const log = await admin('GET', '/configuration/log?kind=person&limit=100');
      expect(log.text).toContain('"password":"initial"');
      for (const secret of [
        'a first password',
        String(drawn.body['initialPassword']),
        '@duban.example',
        'argon2',
      ])
        expect(log.text).not.toContain(secret);
    },
    TIMEOUT_MS,
  );

  it(
    'change office by the version that was looked at, but nobody their own, and one administrator stays',
    async () => {
      const listed = await admin('GET', '/people?q=energy.owner2');
      expect(listed.body['items']).toMatchObject([
        { username: 'energy.owner2', version: 1, hasPassword: true, mustChangePassword: false },
      ]);
      const { department: _, ...verifier } = { ...profile, name: '刘玉梅', role: 'verifier', version: 1 };
      const saved = await admin('PUT', '/people/energy.owner2', verifier);
      expect([saved.status, saved.body]).toMatchObject([200, { role: 'verifier', version: 2 }]);
      expect(saved.body).not.toHaveProperty('department');
      expect((await admin('PUT', '/people/energy.owner2', { ...verifier, name: 'x' })).body).toMatchObject({
        code: 'CONFIGURATION.CONFLICT',
        errors: [{ pointer: '/version', detail: '2' }],
      });
      expect((await admin('PUT', '/people/nobody', verifier)).body.code).toBe('PERSON.NOT_FOUND');
      const own = { name: '唐思远', role: 'admin', onDuty: true, version: 1 };
      expect((await admin('PUT', '/people/admin', { ...own, role: 'director' })).body.code).toBe(
        'PERSON.ONESELF',
      );
      await admin('POST', '/people', {
        name: '副管理员',
        username: 'admin2',
        role: 'admin',
        onDuty: true,
        password: PASSWORD,
      });
      const second = callerOf(await loginWith('admin2', PASSWORD));
      const changed = await intake.call(second, 'POST', '/api/v1/me/password', {
        current: PASSWORD,
        next: NEXT,
      });
      const demote = (by: Caller, username: string) =>
        intake.call(by, 'PUT', `/api/v1/people/${username}`, { ...own, role: 'director' });
      const answers = await Promise.all([
        demote(callerOf(changed), 'admin'),
        demote(await intake.as('admin'), 'admin2'),
      ]);
      expect(answers.map(({ status }) => status)).toContain(200);
      const admins = await intake.connection
        .collection('people')
        .countDocuments({ role: 'admin', active: true });
      expect(admins).toBe(1);
    },
    TIMEOUT_MS,
  );
});
