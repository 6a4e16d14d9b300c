import { ROLES, type Role } from '@app/domain';
import { Routes } from '../../apps/intake/src/access/routes';
import { ANONYMOUS, type Answer, type Caller, type IntakeUnderTest, startIntake } from './intake.harness';
import { COMMANDS, type CommandRow } from './command-access.harness';
import { aTicketAt, type Reported } from './tickets.harness';

/** Who stands for each role; those of another department or without a part in the ticket stand beside it. */
const PEOPLE = {
  reporter: 'student1',
  owner: 'canteen.owner1',
  head: 'canteen.head',
  dispatcher: 'dispatcher1',
  verifier: 'verifier1',
  director: 'director',
  leader: 'leader',
  admin: 'admin',
} satisfies Record<Role, string>;
const STRANGERS = {
  'another reporter': 'teacher1',
  'another owner': 'canteen.owner2',
  "another department's owner": 'energy.owner1',
  "another department's head": 'energy.head',
} as const;

interface Row {
  /** Who gets past the door. */
  readonly open: 'public' | readonly Role[];
  readonly path?: string;
  readonly body?: unknown;
  /** What those get who are let in, where it is not 200. */
  readonly answer?: number;
}
const EVERYONE = ROLES;
const OFFICE: readonly Role[] = ['dispatcher', 'director', 'leader', 'admin'];
const STAFF = ROLES.filter((role) => role !== 'reporter');
const IMPORTERS: readonly Role[] = ['dispatcher', 'director', 'admin'];

/** Every route but the commands on a ticket, which have a table of their own. */
const DOOR: Record<string, Row> = {
  // A body with a fault: many guesses at one name would lock it.
  'POST /api/v1/auth/login': { open: 'public', body: { username: 'nobody' }, answer: 422 },
  'POST /api/v1/auth/logout': { open: 'public', answer: 204 },
  'GET /api/v1/me': { open: EVERYONE },
  'PUT /api/v1/me/leave': { open: STAFF, body: {}, answer: 422 },
  'DELETE /api/v1/me/leave': { open: STAFF },
  'PUT /api/v1/people/:username/leave': {
    open: STAFF,
    path: '/api/v1/people/none/leave',
    body: {},
    answer: 422,
  },
  'DELETE /api/v1/people/:username/leave': {
    open: STAFF,
    path: '/api/v1/people/none/leave',
    answer: 404,
  },
  'PUT /api/v1/people/:username/acting-head': {
    open: ['head', 'admin'],
    path: '/api/v1/people/none/acting-head',
    body: {},
    answer: 422,
  },
  'DELETE /api/v1/people/:username/acting-head': {
    open: ['head', 'admin'],
    path: '/api/v1/people/none/acting-head?department=catering',
    answer: 404,
  },
  'POST /api/v1/people/:username/deactivate': {
    open: ['admin'],
    path: '/api/v1/people/none/deactivate',
    body: { reason: '离职' },
    answer: 404,
  },
  'POST /api/v1/people/:username/reactivate': {
    open: ['admin'],
    path: '/api/v1/people/none/reactivate',
    body: {},
    answer: 404,
  },
  'GET /api/v1/reassignments': { open: ['owner', ...OFFICE, 'head'] },
  'POST /api/v1/tickets': { open: 'public', body: { title: 'a', description: 'b' }, answer: 201 },
  'GET /api/v1/tracking/:trackingCode': { open: 'public', path: '/api/v1/tracking/none', answer: 404 },
  'POST /api/v1/tracking/:trackingCode/rating': {
    open: 'public',
    path: '/api/v1/tracking/none/rating',
    body: { solved: true, contacted: true, satisfaction: 5 },
    answer: 404,
  },
  'POST /api/v1/tracking/:trackingCode/comments': {
    open: 'public',
    path: '/api/v1/tracking/none/comments',
    body: { text: 'x' },
    answer: 404,
  },
  'GET /api/v1/tracking/:trackingCode/live': {
    open: 'public',
    path: '/api/v1/tracking/none/live',
    answer: 404,
  },
  // A query with a fault: an open stream has no end to wait for.
  'GET /api/v1/live': { open: EVERYONE, path: `/api/v1/live?lastEventId=${'0'.repeat(65)}`, answer: 422 },
  'GET /api/v1/tickets': { open: EVERYONE },
  'GET /api/v1/tickets/:number': { open: EVERYONE, path: '/api/v1/tickets/2000-000001', answer: 404 },
  'GET /api/v1/reference-data': { open: 'public' },
  'GET /api/v1/owners': { open: ['owner', 'head', 'dispatcher', 'director', 'leader'] },
  'POST /api/v1/tracking/:trackingCode/withdraw': {
    open: 'public',
    path: '/api/v1/tracking/none/withdraw',
    body: {},
    answer: 404,
  },
  'POST /api/v1/tracking/:trackingCode/urge': {
    open: 'public',
    path: '/api/v1/tracking/none/urge',
    body: {},
    answer: 404,
  },
  'POST /api/v1/tracking/:trackingCode/reopen': {
    open: 'public',
    path: '/api/v1/tracking/none/reopen',
    body: { reason: '又坏了' },
    answer: 404,
  },
  'POST /api/v1/tracking/:trackingCode/attachments': {
    open: 'public',
    path: '/api/v1/tracking/none/attachments',
    body: { attachments: ['0'.repeat(32)] },
    answer: 404,
  },
  'POST /api/v1/attachments': { open: 'public', body: {}, answer: 415 },
  'GET /api/v1/attachments/:id/:variant': {
    open: 'public',
    path: '/api/v1/attachments/none/file?expires=1&signature=x',
    answer: 403,
  },
  'POST /api/v1/follow-up-samples': {
    open: ['verifier', 'director', 'leader'],
    body: { size: 1, department: 'nowhere' },
    answer: 422,
  },
  'GET /api/v1/follow-up-samples': { open: ['verifier', 'director', 'leader'] },
  'GET /api/v1/follow-up-samples/:id': {
    open: ['verifier', 'director', 'leader'],
    path: '/api/v1/follow-up-samples/none',
    answer: 404,
  },
  'POST /api/v1/sessions': {
    open: IMPORTERS,
    body: { kind: 'forum', title: '座谈会', heldAt: '2026-04-20' },
    answer: 201,
  },
  'GET /api/v1/sessions': { open: OFFICE },
  'GET /api/v1/sessions/:id': { open: OFFICE, path: '/api/v1/sessions/none', answer: 404 },
  'POST /api/v1/sessions/:id/imports': {
    open: IMPORTERS,
    path: '/api/v1/sessions/none/imports',
    body: {},
    answer: 415,
  },
  'GET /api/v1/imports/:id': { open: OFFICE, path: '/api/v1/imports/none', answer: 404 },
  'GET /api/v1/imports/:id/lines': { open: OFFICE, path: '/api/v1/imports/none/lines', answer: 404 },
  'POST /api/v1/imports/:id/commit': {
    open: IMPORTERS,
    path: '/api/v1/imports/none/commit',
    answer: 404,
  },
  'GET /api/v1/departments': { open: STAFF },
  'POST /api/v1/departments': { open: ['admin'], body: {}, answer: 422 },
  'PUT /api/v1/departments/:code': { open: ['admin'], path: '/api/v1/departments/no', body: {}, answer: 422 },
  'GET /api/v1/categories': { open: STAFF },
  'POST /api/v1/categories': { open: ['admin'], body: {}, answer: 422 },
  'PUT /api/v1/categories/:code': { open: ['admin'], path: '/api/v1/categories/no', body: {}, answer: 422 },
  'DELETE /api/v1/categories/:code': {
    open: ['admin'],
    path: '/api/v1/categories/no?version=1',
    answer: 404,
  },
  'GET /api/v1/service-points': { open: 'public' },
  'GET /api/v1/service-points/:code': { open: 'public', path: '/api/v1/service-points/no', answer: 404 },
  'GET /api/v1/administration/service-points': { open: ['admin'] },
  'POST /api/v1/service-points': { open: ['admin'], body: {}, answer: 422 },
  'PUT /api/v1/service-points/:code': {
    open: ['admin'],
    path: '/api/v1/service-points/no',
    body: {},
    answer: 422,
  },
  'POST /api/v1/me/password': { open: EVERYONE, body: { current: 'x', next: 'y' }, answer: 422 },
  'GET /api/v1/people': { open: ['admin'] },
  'POST /api/v1/people': { open: ['admin'], body: {}, answer: 422 },
  'PUT /api/v1/people/:username': { open: ['admin'], path: '/api/v1/people/none', body: {}, answer: 422 },
  'POST /api/v1/people/:username/password': {
    open: ['admin'],
    path: '/api/v1/people/none/password',
    body: {},
    answer: 404,
  },
  'POST /api/v1/people/:username/unlock': {
    open: ['admin'],
    path: '/api/v1/people/none/unlock',
    body: {},
    answer: 404,
  },
  'GET /api/v1/templates': { open: ['admin'] },
  'PUT /api/v1/templates/:kind': { open: ['admin'], path: '/api/v1/templates/no', body: {}, answer: 422 },
  'POST /api/v1/templates/:kind/reset': {
    open: ['admin'],
    path: '/api/v1/templates/no/reset',
    body: { version: 1 },
    answer: 404,
  },
  'POST /api/v1/templates/:kind/preview': {
    open: ['admin'],
    path: '/api/v1/templates/no/preview',
    body: { subject: 'x', body: 'y' },
    answer: 404,
  },
  'GET /api/v1/configuration/export': { open: ['admin'] },
  'POST /api/v1/configuration/import': { open: ['admin'], body: {}, answer: 422 },
  'GET /api/v1/configuration/log': { open: ['director', 'leader', 'admin'] },
  'POST /api/v1/policies': { open: ['admin'], body: {}, answer: 422 },
  'GET /api/v1/policies/:code/versions': { open: OFFICE, path: '/api/v1/policies/standard/versions' },
  'POST /api/v1/keyword-rules': { open: ['admin'], body: {}, answer: 422 },
  'PUT /api/v1/keyword-rules/:id': {
    open: ['admin'],
    path: '/api/v1/keyword-rules/no',
    body: {},
    answer: 422,
  },
  'DELETE /api/v1/keyword-rules/:id': {
    open: ['admin'],
    path: '/api/v1/keyword-rules/no?version=1',
    answer: 404,
  },
  'POST /api/v1/keyword-rules/try': {
    open: ['dispatcher', 'admin'],
    body: { title: '没有热水', description: '宿舍' },
  },
  'GET /api/v1/policies': { open: OFFICE },
  'PUT /api/v1/policies/:code': { open: ['admin'], path: '/api/v1/policies/none', body: {}, answer: 422 },
  'GET /api/v1/keyword-rules': { open: OFFICE },
  'PUT /api/v1/keyword-rules': { open: ['admin'], body: {}, answer: 422 },
  'GET /api/v1/calendar': { open: STAFF },
  'GET /api/v1/calendar/versions': { open: STAFF },
  'GET /api/v1/calendar/versions/:version': { open: STAFF, path: '/api/v1/calendar/versions/1' },
  'GET /api/v1/calendar/days': { open: STAFF, path: '/api/v1/calendar/days?from=2026-05-01&to=2026-05-05' },
  'POST /api/v1/calendar/preview': { open: ['admin'], body: {}, answer: 422 },
  'PUT /api/v1/calendar': { open: ['admin'], body: {}, answer: 422 },
  'GET /api/v1/calendar/changes/:version': {
    open: ['admin'],
    path: '/api/v1/calendar/changes/1',
    answer: 404,
  },
  'POST /api/v1/tickets/:number/identity-openings': {
    open: ['dispatcher', 'director', 'leader'],
    path: '/api/v1/tickets/2000-000001/identity-openings',
    body: { reason: '涉及人身安全，需要当面核实情况' },
    answer: 404,
  },
  'GET /api/v1/identity-openings': { open: OFFICE },
  'POST /api/v1/identity-openings/:id/approve': {
    open: ['director', 'leader'],
    path: '/api/v1/identity-openings/none/approve',
    answer: 404,
  },
  'POST /api/v1/identity-openings/:id/refuse': {
    open: ['director', 'leader'],
    path: '/api/v1/identity-openings/none/refuse',
    body: { reason: '理由不充分' },
    answer: 404,
  },
  'POST /api/v1/identity-openings/:id/identity': {
    open: ['dispatcher', 'director', 'leader'],
    path: '/api/v1/identity-openings/none/identity',
    answer: 404,
  },
  'GET /api/v1/notifications': { open: ['dispatcher', 'admin'] },
  'POST /api/v1/notifications/:id/resend': {
    open: ['dispatcher', 'admin'],
    path: '/api/v1/notifications/none/resend',
    answer: 404,
  },
  'GET /problems/:slug': { open: 'public', path: '/problems/ticket-not-found' },
  'GET /healthz': { open: 'public' },
  'GET /readyz': { open: 'public' },
  'GET /metrics': { open: 'public' },
};

let intake: IntakeUnderTest;
let cells = 0;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(async () => {
  process.stdout.write(`access: ${cells} cells of endpoint × caller\n`);
  await intake.close();
});

/** Everyone who may stand before the door. */
async function callers(
  login: (username: string) => Promise<Caller>,
): Promise<readonly (readonly [Role | 'nobody', Caller])[]> {
  const people = await Promise.all(ROLES.map(async (role) => [role, await login(PEOPLE[role])] as const));
  return [['nobody', ANONYMOUS], ...people];
}

it('has a row for every route there is, and no other', () => {
  const routes = intake.app.get(Routes).all();
  const names = routes.map(({ method, path }) => `${method} ${path.replace(/\/$/, '')}`);
  expect([...Object.keys(DOOR), ...Object.keys(COMMANDS)].sort()).toEqual([...new Set(names)].sort());
});

describe('the door', () => {
  it.each(Object.entries(DOOR))('%s', async (route, row) => {
    const [method, pattern] = route.split(' ') as ['GET' | 'POST' | 'PUT', string];
    for (const [role, caller] of await callers(route.endsWith('logout') ? intake.login : intake.as)) {
      const answer = await intake.call(caller, method, row.path ?? pattern, row.body);
      const expected = expectedAtDoor(row, role);
      expect([role, answer.status, ...(expected.code ? [answer.body.code] : [])]).toEqual([
        role,
        expected.status,
        ...(expected.code ? [expected.code] : []),
      ]);
      cells += 1;
    }
  });
});

function expectedAtDoor(
  { open, answer = 200 }: Row,
  role: Role | 'nobody',
): { status: number; code?: string } {
  if (open === 'public') return { status: answer };
  if (role === 'nobody') return { status: 401, code: 'AUTH.REQUIRED' };
  return open.includes(role) ? { status: answer } : { status: 403, code: 'AUTH.FORBIDDEN' };
}

describe('commands on a ticket', () => {
  it.each(Object.values(COMMANDS))(
    '$command',
    async (row) => {
      let ticket: Reported = await aTicketAt(intake, row.stage);
      const give = async (caller: Caller): Promise<Answer> => {
        const path = `/api/v1/tickets/${ticket.number}`;
        const seen = await intake.call(await intake.as(PEOPLE.director), 'GET', path);
        const body = typeof row.body === 'function' ? row.body(seen.body) : row.body;
        return intake.call(caller, 'POST', `${path}/${row.command}`, body);
      };

      const nobody = await give(ANONYMOUS);
      expect([nobody.status, nobody.body.code]).toEqual([401, 'AUTH.REQUIRED']);
      for (const [who, username] of Object.entries(STRANGERS)) {
        const { status, body } = await give(await intake.as(username));
        const expected = who === "another department's owner" ? row.coHandler : undefined;
        expect([who, status === 200 ? 'done' : body.code]).toEqual([who, expected ?? 'TICKET.NOT_FOUND']);
        if (status === 200) ticket = await aTicketAt(intake, row.stage);
        cells += 1;
      }
      for (const role of ROLES) {
        const { status, body } = await give(await intake.as(PEOPLE[role]));
        expect([role, status === 200 ? 'done' : body.code]).toEqual([role, expectedOf(row, role)]);
        if (status === 200) ticket = await aTicketAt(intake, row.stage);
        cells += 1;
      }
      cells += 1;
    },
    60_000,
  );
});

function expectedOf({ may, unseenBy, code, codes }: CommandRow, role: Role): string {
  if (unseenBy?.includes(role)) return 'TICKET.NOT_FOUND';
  return may.includes(role) ? (codes?.[role] ?? code ?? 'done') : 'TICKET.NOT_ALLOWED';
}
