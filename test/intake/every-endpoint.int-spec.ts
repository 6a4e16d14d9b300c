import { ERROR_CODES } from '@app/contracts/problems';
import { type InjectOptions } from 'fastify';
import { type Route, Routes } from '../../apps/intake/src/access/routes';
import { ANONYMOUS, type Answer, type Caller, type IntakeUnderTest, startIntake } from './intake.harness';
import { aTicketAt } from './tickets.harness';

let intake: IntakeUnderTest;
let requests = 0;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(async () => {
  process.stdout.write(`every endpoint: ${requests} hostile requests answered\n`);
  await intake.close();
});

/** One of each kind of office; whoever a route is for is among them. */
const PEOPLE = [
  'student1',
  'canteen.owner1',
  'canteen.head',
  'dispatcher1',
  'verifier1',
  'director',
  'leader',
  'admin',
];

const CODES: ReadonlySet<unknown> = new Set(ERROR_CODES);
/** Long, nested, of the wrong kind, named like what databases and languages reserve. */
const BODIES: readonly string[] = [
  '{"a":',
  '[]',
  '42',
  'null',
  '"text"',
  '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}',
  '{"title":{"$gt":""},"text":{"$ne":null},"reason":["x"],"owner":{"$where":"1"},"name":1e400}',
  `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
  '{"text":"\\ud800","reason":"\\u0000"}',
];
const PLACES: readonly string[] = [
  '%00',
  '%E0%A4%A',
  '..%2F..',
  '$gt',
  '2026-000001%27',
  'x'.repeat(3_000),
  '%F0%9F%94%A5',
];

/** Streams stay open when they are let in, and have tests of their own; logging out would end the shared login. */
const isLeftOut = ({ path }: Route): boolean => /\/live$|logout$/.test(path);

function routes(): Route[] {
  return intake.app
    .get(Routes)
    .all()
    .filter((route) => !isLeftOut(route));
}

async function ask(options: InjectOptions): Promise<Answer> {
  requests += 1;
  return intake.inject(options);
}

/** Below 500, and a refusal is a problem document with a code of the catalogue. */
function expectDecent(answer: Answer, what: string): void {
  const decent =
    answer.status < 400 ||
    (answer.status < 500 &&
      String(answer.headers['content-type']).startsWith('application/problem+json') &&
      CODES.has(answer.body.code));
  expect([what, decent ? 'decent' : `${answer.status} ${answer.text.slice(0, 200)}`]).toEqual([
    what,
    'decent',
  ]);
}

const at = (path: string, place = 'none') => path.replace(/:\w+/g, place);
const as = async (username: string): Promise<Caller> => intake.as(username);

describe('whatever is sent to whatever endpoint', () => {
  it('nobody who is not logged in gets past a door that is not public', async () => {
    for (const { method, path, access } of routes()) {
      if (access === 'public') continue;
      const answer = await ask({ method: method as 'GET', url: at(path) });
      expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'AUTH.REQUIRED']);
    }
  });

  it('bodies that make no sense are refused with a code', async () => {
    for (const username of PEOPLE) {
      const { headers } = await as(username);
      for (const { method, path } of routes().filter((route) => route.method !== 'GET'))
        for (const payload of username === 'admin' || username === 'dispatcher1'
          ? BODIES
          : BODIES.slice(0, 3)) {
          const answer = await ask({
            method: method as 'POST',
            url: at(path),
            headers: { ...headers, 'content-type': 'application/json' },
            payload,
          });
          expectDecent(answer, `${username} ${method} ${path} ${payload.slice(0, 40)}`);
        }
    }
  }, 180_000);

  it('bodies beyond the limit, of another type or of none are refused with a code', async () => {
    const { headers } = await as('admin');
    for (const { method, path } of routes().filter((route) => route.method !== 'GET')) {
      const url = at(path);
      const large = await ask({
        method: method as 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        payload: `{"text":"${'x'.repeat(2_200_000)}"}`,
      });
      expectDecent(large, `large ${method} ${path}`);
      for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])
        expectDecent(
          await ask({
            method: method as 'POST',
            url,
            headers: { ...headers, 'content-type': type },
            payload: 'a=1',
          }),
          `${type} ${method} ${path}`,
        );
    }
  }, 120_000);

  it('places that do not exist, or cannot, are refused with a code', async () => {
    for (const username of ['student1', 'admin', 'director']) {
      const { headers } = await as(username);
      for (const { method, path } of routes().filter((route) => route.path.includes(':')))
        for (const place of PLACES) {
          const answer = await ask({
            method: method as 'GET',
            url: at(path, place),
            headers: { ...headers, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
            ...(method === 'GET' ? {} : { payload: '{}' }),
          });
          expectDecent(answer, `${username} ${method} ${path} ${place.slice(0, 20)}`);
        }
    }
  }, 120_000);

  it('questions that make no sense are refused with a code', async () => {
    const { headers } = await as('admin');
    const queries = [
      'limit=0',
      'limit=abc',
      'cursor=%00',
      'cursor=xx',
      'status=open&status=x',
      'q[$gt]=',
      `q=${'问'.repeat(500)}`,
    ];
    for (const { path } of routes().filter((route) => route.method === 'GET' && !route.path.includes(':')))
      for (const query of queries)
        expectDecent(await ask({ method: 'GET', url: `${path}?${query}`, headers }), `GET ${path}?${query}`);
  }, 60_000);

  it('somebody else’s ticket is not found, whatever is asked of it', async () => {
    const { number } = await aTicketAt(intake, 'in-progress');
    for (const username of ['teacher1', 'energy.owner1', 'energy.head']) {
      const { headers } = await as(username);
      for (const { method, path } of routes().filter((route) => route.path.includes('/tickets/:number'))) {
        const answer = await ask({
          method: method as 'GET',
          url: path.replace(':number', number).replace(/:\w+/, 'urge'),
          headers: { ...headers, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
          ...(method === 'GET' ? {} : { payload: '{}' }),
        });
        expect([path, answer.status >= 403 && answer.status < 500]).toEqual([path, true]);
        expect(answer.text).not.toMatch(/夹生|联系人甲|13912345678|reporter-a@/);
      }
    }
  }, 60_000);

  it('nobody at all learns of a ticket by its number', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    const { status } = await intake.call(ANONYMOUS, 'GET', `/api/v1/tickets/${number}`);
    expect(status).toBe(401);
  });
});
