import {
  DutyQueries,
  ExecuteTicketCommandHandler,
  OfficeRepository,
  ReleaseDutiesHandler,
} from '@app/application';
import { type Answer, ANONYMOUS, type IntakeUnderTest, startIntake } from './intake.harness';
import { aTicketAt, type Reported } from './tickets.harness';

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.close());

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const as = async (username: string, method: Method, path: string, body?: unknown): Promise<Answer> =>
  intake.call(await intake.as(username), method, `/api/v1/${path}`, body);
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
const leave = (more: object = {}) => ({ from: hours(-1), to: hours(8), ...more });
const give = (username: string, { number }: Reported, command: string, body: object = {}) =>
  as(username, 'POST', `tickets/${number}/${command}`, body);
const numbersSeenBy = async (username: string) => {
  const { body } = await as(username, 'GET', 'tickets?limit=100');
  return (body['items'] as { number: string }[]).map(({ number }) => number);
};
/** What the worker does with what a deactivation asks for, and the sweep at any time. */
const releasing = () =>
  new ReleaseDutiesHandler(
    intake.app.get(DutyQueries),
    intake.app.get(OfficeRepository),
    intake.app.get(ExecuteTicketCommandHandler),
  );

/** Refusals as `who asks for whom, with what`. */
type Refused = readonly [
  by: string,
  username: string,
  what: string,
  body: object,
  status: number,
  code: string,
];

describe('leave', () => {
  afterEach(() => as('admin', 'DELETE', 'people/canteen.owner1/leave'));

  it('is in force when it is answered: the stand-in sees and does the work, on record for whom', async () => {
    const ticket = await aTicketAt(intake, 'dispatched');
    expect(await numbersSeenBy('canteen.owner2')).not.toContain(ticket.number);
    const set = await as('canteen.owner1', 'PUT', 'me/leave', leave({ standIn: 'canteen.owner2' }));
    expect([set.status, set.body['leave']]).toMatchObject([200, { standIn: { username: 'canteen.owner2' } }]);
    expect(await numbersSeenBy('canteen.owner2')).toContain(ticket.number);
    const me = await as('canteen.owner2', 'GET', 'me');
    expect(me.body['standsInFor']).toEqual([{ username: 'canteen.owner1', name: '李秀兰' }]);
    expect((await as('canteen.owner1', 'GET', 'me')).body['leave']).toMatchObject({
      standIn: { name: '王海涛' },
    });

    expect((await give('canteen.owner2', ticket, 'accept')).status).toBe(200);
    const result = await give('canteen.owner2', ticket, 'submit-result', { text: '已更换' });
    expect(result.body).toMatchObject({ status: 'in-review', ownerUsername: 'canteen.owner1' });
    expect(result.body['log']).toContainEqual(
      expect.objectContaining({
        type: 'ticket.result-submitted',
        by: '王海涛',
        facts: expect.objectContaining({ onBehalfOf: '李秀兰' }) as object,
      }),
    );
  });

  it('bars a head who stood in from reviewing that work, also when the owner is back', async () => {
    const ticket = await aTicketAt(intake, 'dispatched');
    await as('canteen.head', 'PUT', 'people/canteen.owner1/leave', leave({ standIn: 'canteen.head' }));
    await give('canteen.head', ticket, 'accept');
    await give('canteen.head', ticket, 'submit-result', { text: '已更换' });
    expect((await give('canteen.head', ticket, 'approve-result')).body.code).toBe('TICKET.OWN_WORK');
    await as('canteen.owner1', 'DELETE', 'me/leave');
    expect((await give('canteen.head', ticket, 'approve-result')).body.code).toBe('TICKET.OWN_WORK');
    expect((await give('director', ticket, 'approve-result')).status).toBe(200);
  });

  it('passes new work over to those who are there, or to the stand-in of one who is not', async () => {
    const away = ['canteen.owner1', 'canteen.owner2'];
    for (const username of away)
      await as('admin', 'PUT', `people/${username}/leave`, leave({ standIn: 'canteen.head' }));
    const dispatch = async (owner?: string) => {
      const ticket = await aTicketAt(intake, 'submitted');
      const named = owner === undefined ? {} : { owner };
      const { body } = await give('dispatcher1', ticket, 'dispatch', { department: 'catering', ...named });
      return body.code ?? body['ownerUsername'];
    };
    expect(await dispatch()).toBe('canteen.owner3');
    expect(await dispatch('canteen.owner2')).toBe('TICKET.OWNER_NOT_ELIGIBLE');
    await as('admin', 'PUT', 'people/canteen.owner3/leave', leave({ standIn: 'canteen.head' }));
    expect(await dispatch()).toBe('canteen.head');
    for (const username of [...away, 'canteen.owner3'])
      expect((await as('admin', 'DELETE', `people/${username}/leave`)).body['leave']).toBeUndefined();
  });

  it.each<Refused>([
    ['energy.head', 'canteen.owner1', 'another department', leave(), 403, 'PERSON.NOT_ALLOWED'],
    ['canteen.owner2', 'canteen.owner1', 'a colleague', leave(), 403, 'PERSON.NOT_ALLOWED'],
    ['director', 'canteen.owner1', 'another office', leave(), 403, 'PERSON.NOT_ALLOWED'],
    ['student1', 'canteen.owner1', 'a reporter', leave(), 403, 'AUTH.FORBIDDEN'],
    ['admin', 'nobody', 'nobody there', leave(), 404, 'PERSON.NOT_FOUND'],
    ['admin', 'student1', 'no staff', leave(), 404, 'PERSON.NOT_FOUND'],
    [
      'canteen.head',
      'canteen.owner1',
      'a stand-in from elsewhere',
      leave({ standIn: 'energy.owner1' }),
      422,
      'PERSON.DUTIES_INVALID',
    ],
    [
      'canteen.head',
      'canteen.owner1',
      'no such stand-in',
      leave({ standIn: 'no-one' }),
      422,
      'PERSON.DUTIES_INVALID',
    ],
    [
      'canteen.head',
      'canteen.owner1',
      'an end before the beginning',
      leave({ to: hours(-2) }),
      422,
      'PERSON.DUTIES_INVALID',
    ],
    ['canteen.head', 'canteen.owner1', 'no date', leave({ from: 'tomorrow' }), 422, 'REQUEST.INVALID'],
    [
      'canteen.head',
      'canteen.owner1',
      'a long note',
      leave({ note: 'x'.repeat(201) }),
      422,
      'REQUEST.INVALID',
    ],
    ['canteen.head', 'canteen.owner1', 'an unknown field', leave({ boss: true }), 422, 'REQUEST.INVALID'],
  ])('by %s for %s is refused: %s', async (by, username, _, body, status, code) => {
    const answer = await as(by, 'PUT', `people/${username}/leave`, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await as('canteen.owner1', 'GET', 'me')).body['leave']).toBeUndefined();
  });

  it('needs a login, and a repeat changes nothing', async () => {
    const path = '/api/v1/people/canteen.owner1/leave';
    const nobody = await intake.call(ANONYMOUS, 'PUT', path, leave());
    expect([nobody.status, nobody.body.code]).toEqual([401, 'AUTH.REQUIRED']);
    const body = leave({ standIn: 'canteen.owner2', note: '探亲' });
    const answers = [
      await as('canteen.head', 'PUT', 'people/canteen.owner1/leave', body),
      await as('canteen.head', 'PUT', 'people/canteen.owner1/leave', body),
    ];
    expect(answers[1]?.body).toEqual(answers[0]?.body);
  });
});

describe('an acting head', () => {
  const acting = () => ({ department: '饮食服务中心', from: hours(-1), to: hours(8) });

  it('heads the department for the time: sees it, reviews in it, appoints nobody', async () => {
    const ticket = await aTicketAt(intake, 'in-review');
    expect((await give('energy.owner1', ticket, 'approve-result')).status).toBe(404);
    const set = await as('canteen.head', 'PUT', 'people/energy.owner1/acting-head', acting());
    expect([set.status, set.body['actingHeadOf']]).toMatchObject([
      200,
      [{ department: { code: 'catering', name: '饮食服务中心' } }],
    ]);
    expect((await as('energy.owner1', 'GET', 'me')).body['headOf']).toEqual([
      { code: 'catering', name: '饮食服务中心' },
    ]);
    expect(await numbersSeenBy('energy.owner1')).toContain(ticket.number);
    const next = await as('energy.owner1', 'PUT', 'people/energy.owner2/acting-head', acting());
    expect(next.body.code).toBe('AUTH.FORBIDDEN');
    expect((await give('energy.owner1', ticket, 'approve-result')).status).toBe(200);
    const ended = await as('canteen.head', 'DELETE', 'people/energy.owner1/acting-head?department=catering');
    expect([ended.status, ended.body['actingHeadOf']]).toEqual([200, []]);
    expect(await numbersSeenBy('energy.owner1')).not.toContain(ticket.number);
  });

  it.each<Refused>([
    ['energy.head', 'canteen.owner1', 'another department', acting(), 403, 'PERSON.NOT_ALLOWED'],
    ['canteen.head', 'canteen.head', 'oneself', acting(), 403, 'PERSON.NOT_ALLOWED'],
    [
      'canteen.head',
      'canteen.owner1',
      "a department not one's own",
      { ...acting(), department: 'energy' },
      403,
      'PERSON.NOT_ALLOWED',
    ],
    [
      'admin',
      'canteen.owner1',
      'no such department',
      { ...acting(), department: 'none' },
      422,
      'PERSON.DUTIES_INVALID',
    ],
    ['admin', 'dispatcher1', 'no owner', acting(), 422, 'PERSON.DUTIES_INVALID'],
    ['admin', 'canteen.head', 'the head', acting(), 422, 'PERSON.DUTIES_INVALID'],
    ['admin', 'nobody', 'nobody there', acting(), 404, 'PERSON.NOT_FOUND'],
    ['director', 'canteen.owner1', 'another office', acting(), 403, 'AUTH.FORBIDDEN'],
    ['admin', 'canteen.owner1', 'nothing said', {}, 422, 'REQUEST.INVALID'],
  ])('is not named by %s in %s: %s', async (by, username, _, body, status, code) => {
    const answer = await as(by, 'PUT', `people/${username}/acting-head`, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('an account that is closed', () => {
  it('ends its logins, and each open duty becomes a re-assignment that the head carries out', async () => {
    const owned = await aTicketAt(intake, 'in-progress');
    const shared = await aTicketAt(intake, 'in-progress');
    await give('dispatcher1', await aTicketAt(intake, 'submitted'), 'dispatch', { department: 'energy' });
    await give('canteen.owner1', shared, 'add-co-handler', {
      coHandler: 'energy.owner3',
      text: '配合停电',
      dueAt: hours(1),
    });
    const before = await intake.login('canteen.owner1');
    for (const username of ['canteen.owner1', 'energy.owner3']) {
      const closed = await as('admin', 'POST', `people/${username}/deactivate`, { reason: '调离' });
      expect([closed.status, closed.body['active']]).toEqual([200, false]);
      await releasing().execute(`demo-${username.replace('.', '-')}`);
    }
    expect((await intake.call(before, 'GET', '/api/v1/me')).status).toBe(401);

    const { body } = await as('canteen.head', 'GET', 'reassignments');
    const mine = (body['items'] as { number: string; duties: object[] }[]).filter(({ number }) =>
      [owned.number, shared.number].includes(number),
    );
    expect(mine.map(({ number }) => number)).toEqual([shared.number, owned.number]);
    expect(mine[0]?.duties).toMatchObject([
      { person: '李秀兰', username: 'canteen.owner1' },
      { username: 'energy.owner3', department: { code: 'energy' }, subTaskId: expect.any(String) as string },
    ]);
    expect((await as('energy.head', 'GET', 'reassignments')).body['items']).toEqual([]);
    expect((await as('canteen.owner2', 'GET', 'reassignments')).body['items']).toEqual([]);
    const paged = await as('director', 'GET', 'reassignments?limit=1');
    expect(paged.body['items']).toHaveLength(1);
    expect(
      (await as('director', 'GET', `reassignments?cursor=${String(paged.body['nextCursor'])}`)).status,
    ).toBe(200);
    expect((await as('director', 'GET', 'reassignments?cursor=none')).body.code).toBe(
      'REQUEST.CURSOR_INVALID',
    );

    const taken = await give('canteen.head', owned, 'reassign', { owner: 'canteen.owner2' });
    expect([taken.status, taken.body['ownerUsername']]).toEqual([200, 'canteen.owner2']);
    const left = (await as('canteen.head', 'GET', 'reassignments')).body['items'] as { number: string }[];
    expect(left.map(({ number }) => number)).not.toContain(owned.number);

    expect((await intake.inject(loginOf('canteen.owner1'))).status).toBe(401);
    const opened = await as('admin', 'POST', 'people/canteen.owner1/reactivate', { reason: '返岗' });
    expect([opened.status, opened.body['active']]).toEqual([200, true]);
    expect((await intake.call(before, 'GET', '/api/v1/me')).status).toBe(401);
    expect((await intake.inject(loginOf('canteen.owner1'))).status).toBe(200);
    const back = await give('canteen.head', shared, 'reassign', { owner: 'canteen.owner1' });
    expect([back.status, back.body['ownerUsername']]).toEqual([200, 'canteen.owner1']);
    await as('admin', 'POST', 'people/energy.owner3/reactivate', {});
  }, 60_000);

  it.each<Refused>([
    ['admin', 'admin', 'oneself', { reason: '离职' }, 403, 'PERSON.ONESELF'],
    ['admin', 'nobody', 'nobody there', { reason: '离职' }, 404, 'PERSON.NOT_FOUND'],
    ['admin', 'canteen.owner1', 'no reason', {}, 422, 'REQUEST.INVALID'],
    ['canteen.head', 'canteen.owner1', 'the head', { reason: '离职' }, 403, 'AUTH.FORBIDDEN'],
    ['leader', 'canteen.owner1', 'leadership', { reason: '离职' }, 403, 'AUTH.FORBIDDEN'],
  ])('is not closed by %s for %s: %s', async (by, username, _, body, status, code) => {
    const answer = await as(by, 'POST', `people/${username}/deactivate`, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

function loginOf(username: string) {
  const payload = { username, password: 'correct horse battery staple' };
  return { method: 'POST', url: '/api/v1/auth/login', payload } as const;
}
