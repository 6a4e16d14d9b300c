import { type IntakeUnderTest, startIntake } from './intake.harness';
import { aTicketAt, CONTACT } from './tickets.harness';

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.close());

const get = async (username: string, path: string) =>
  intake.call(await intake.as(username), 'GET', `/api/v1${path}`);
const post = async (username: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  intake.call(await intake.as(username), 'POST', `/api/v1${path}`, body, headers);
const numbersOf = (body: Record<string, unknown>) =>
  (body['items'] as { number: string }[]).map(({ number }) => number);

describe('a list of tickets', () => {
  it('goes on where the page before ended, newest first, each ticket once', async () => {
    for (let count = 0; count < 5; count += 1) await aTicketAt(intake, 'submitted');
    const all = numbersOf((await get('dispatcher1', '/tickets?limit=100')).body);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await get(
        'dispatcher1',
        `/tickets?limit=2${cursor === undefined ? '' : `&cursor=${cursor}`}`,
      );
      paged.push(...numbersOf(body));
      cursor = body['nextCursor'] as string | undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(all);
    expect(all).toEqual([...all].sort().reverse());
  });

  it.each([
    ['cursor=none', 400, 'REQUEST.CURSOR_INVALID'],
    ['cursor=eyJhIjoxfQ', 400, 'REQUEST.CURSOR_INVALID'],
    ['limit=0', 422, 'REQUEST.INVALID'],
    ['limit=101', 422, 'REQUEST.INVALID'],
    ['status=lost', 422, 'REQUEST.INVALID'],
    ['overdue=perhaps', 422, 'REQUEST.INVALID'],
    ['status[$ne]=closed&cursor=%24ne', 400, 'REQUEST.CURSOR_INVALID'],
  ])('refuses %s', async (query, status, code) => {
    const answer = await get('dispatcher1', `/tickets?${query}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is filtered by names as well as by codes', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    for (const query of [
      'department=catering',
      `department=${encodeURIComponent('饮食服务中心')}`,
      'owner=canteen.owner1',
      'owner=demo-canteen-owner1',
      'status=dispatched,closed',
      `q=${number}`,
      `q=${encodeURIComponent('米饭夹生')}`,
      'overdue=false',
    ])
      expect([query, numbersOf((await get('leader', `/tickets?${query}`)).body)]).toEqual([
        query,
        expect.arrayContaining([number]),
      ]);
    for (const query of [
      'department=energy',
      'department=nowhere',
      'owner=nobody',
      'category=none',
      'overdue=true',
      'session=none',
    ])
      expect([query, numbersOf((await get('leader', `/tickets?${query}`)).body)]).toEqual([query, []]);
    expect(numbersOf((await get('canteen.owner1', '/tickets?owner=me')).body)).toContain(number);
  });

  it('holds what role and department give, and no contact data for anybody', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    const seenBy = async (username: string) => {
      const { body, text } = await get(username, '/tickets?limit=100');
      for (const secret of Object.values(CONTACT)) expect(text).not.toContain(secret);
      return numbersOf(body).includes(number);
    };
    for (const username of [
      'student1',
      'canteen.owner1',
      'canteen.head',
      'dispatcher1',
      'verifier1',
      'director',
      'leader',
      'admin',
    ])
      expect([username, await seenBy(username)]).toEqual([username, true]);
    for (const username of ['teacher1', 'canteen.owner2', 'energy.head', 'energy.owner1'])
      expect([username, await seenBy(username)]).toEqual([username, false]);
  });
});

describe('a ticket', () => {
  it('shows contact data to owner, head and dispatcher alone', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    for (const [username, expected] of [
      ['canteen.owner1', CONTACT],
      ['canteen.head', CONTACT],
      ['dispatcher1', CONTACT],
      ...['verifier1', 'director', 'leader', 'admin', 'student1'].map((other) => [other, undefined] as const),
    ] as const) {
      const { body, text } = await get(username, `/tickets/${number}`);
      expect([username, body['contact']]).toEqual([username, expected]);
      if (expected === undefined) expect(text).not.toContain(CONTACT.name);
      expect(body['auditVerified']).toBe(true);
    }
  });

  it("keeps the office's own affairs from the reporter", async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    await post('canteen.owner1', `/tickets/${number}/comment`, { text: '内部意见', visibility: 'internal' });
    await post('canteen.owner1', `/tickets/${number}/return`, { reason: '退单理由' });
    const { body, text } = await get('student1', `/tickets/${number}`);
    expect((body['log'] as { type: string }[]).map(({ type }) => type)).toEqual([
      'ticket.submitted',
      'ticket.dispatched',
    ]);
    for (const hidden of ['内部意见', '退单理由', 'dispatcher', 'demo-']) expect(text).not.toContain(hidden);
  });

  it('shows a result to the reporter when it is approved, and to the office before', async () => {
    const { number } = await aTicketAt(intake, 'in-review');
    const resultFor = async (username: string) => (await get(username, `/tickets/${number}`)).body['result'];
    expect(await resultFor('student1')).toBeUndefined();
    expect(await resultFor('canteen.head')).toMatchObject({ text: '已更换蒸饭柜' });
    await post('canteen.head', `/tickets/${number}/approve-result`, {});
    expect(await resultFor('student1')).toMatchObject({ text: '已更换蒸饭柜' });
  });

  it('names who raised it to those alone who may see contact data', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    await intake.connection
      .collection('tickets')
      .updateOne({ number }, { $set: { 'source.proposer': '提出人甲' } });
    for (const [username, expected] of [
      ['canteen.owner1', '提出人甲'],
      ['dispatcher1', '提出人甲'],
      ['leader', undefined],
      ['verifier1', undefined],
    ] as const) {
      const source = (await get(username, `/tickets/${number}`)).body['source'] as { proposer?: string };
      expect([username, source.proposer]).toEqual([username, expected]);
    }
  });

  it('says what may be done, by the names of the routes', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    const can = async (username: string) => (await get(username, `/tickets/${number}`)).body['can'];
    expect(await can('canteen.owner1')).toEqual(['return', 'accept', 'comment', 'attach']);
    expect(await can('canteen.head')).toEqual(['return', 'transfer', 'comment', 'attach']);
    expect(await can('admin')).toEqual([]);
  });
});

describe('a command', () => {
  it('is carried out once and answered as the first time, also where it has put the ticket out of sight', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    const body = { reason: '应归能源', suggestedDepartment: '能源服务中心' };
    const key = { 'idempotency-key': 'return-key-1' };
    const first = await post('canteen.owner1', `/tickets/${number}/return`, body, key);
    const second = await post('canteen.owner1', `/tickets/${number}/return`, body, key);
    expect(first.body).toMatchObject({
      number,
      status: 'submitted',
      description: '',
      clocks: {},
      can: [],
      log: [],
    });
    expect(first.status).toBe(200);
    expect(second.body).toEqual(first.body);
    expect(first.body['contact']).toBeUndefined();
    const without = await post('canteen.owner1', `/tickets/${number}/return`, body);
    expect([without.status, without.body.code]).toEqual([404, 'TICKET.NOT_FOUND']);
    const other = await post('canteen.owner1', `/tickets/${number}/return`, { reason: '别的理由' }, key);
    expect([other.status, other.body.code]).toEqual([409, 'REQUEST.IDEMPOTENCY_KEY_REUSED']);
  });

  it('wins once of two that race', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    const answers = await Promise.all(
      [1, 2, 3].map(() => post('canteen.owner1', `/tickets/${number}/accept`, {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('needs no body where it has nothing to say', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    expect((await post('canteen.owner1', `/tickets/${number}/accept`, undefined)).status).toBe(200);
  });

  it.each([
    ['dispatch', { department: '没有的部门' }, 'TICKET.DEPARTMENT_UNKNOWN'],
    ['dispatch', { department: 'catering', category: 'none' }, 'TICKET.CATEGORY_UNKNOWN'],
    ['dispatch', { department: 'catering', owner: 'nobody' }, 'TICKET.OWNER_NOT_ELIGIBLE'],
    ['dispatch', { department: 'catering', owner: 'energy.owner1' }, 'TICKET.OWNER_NOT_ELIGIBLE'],
    ['dispatch', {}, 'REQUEST.INVALID'],
    ['decline', { reason: '  ' }, 'REQUEST.INVALID'],
  ])('%s %j is refused with %s', async (command, body, code) => {
    const { number } = await aTicketAt(intake, 'submitted');
    const answer = await post('dispatcher1', `/tickets/${number}/${command}`, body);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('dispatches by names to the one named, in one step with both deadlines', async () => {
    const { number } = await aTicketAt(intake, 'submitted');
    const body = { department: '能源服务中心', owner: 'Energy.Owner2', priority: 'urgent' };
    const { status, body: ticket } = await post('director', `/tickets/${number}/dispatch`, body);
    expect(status).toBe(200);
    expect(ticket).toMatchObject({
      status: 'dispatched',
      departmentCode: 'energy',
      ownerUsername: 'energy.owner2',
      priority: 'urgent',
    });
    expect([ticket['responseDueAt'], ticket['resolveDueAt']]).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
  });

  it('leaves no category of another department when it is dispatched by hand', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    const before = (await get('dispatcher1', `/tickets/${number}`)).body['categoryCode'];
    await post('canteen.owner1', `/tickets/${number}/return`, { reason: '应归能源' });
    const { status, body } = await post('dispatcher1', `/tickets/${number}/dispatch`, {
      department: 'energy',
    });
    expect(status).toBe(200);
    expect(body['categoryCode']).not.toBe(before);
    const { categories } = (await get('dispatcher1', '/reference-data')).body as {
      categories: { code: string; department: string }[];
    };
    expect(categories.find(({ code }) => code === body['categoryCode'])?.department).toBe('energy');
  });

  it('tells keys apart of which one begins as another does', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    const say = (key: string) =>
      post('canteen.owner1', `/tickets/${number}/comment`, { text: key }, { 'idempotency-key': key });
    expect((await say('key-no-1:two')).status).toBe(200);
    expect((await say('key-no-1')).status).toBe(200);
  });

  it('is not undone by JSON without end', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    const { headers } = await intake.as('leader');
    const answer = await intake.inject({
      method: 'POST',
      url: `/api/v1/tickets/${number}/supervise`,
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': 'deep-key-1' },
      payload: `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'REQUEST.MALFORMED']);
  });

  it('says what only the system does, and of other words that they are no command', async () => {
    const { number } = await aTicketAt(intake, 'dispatched');
    const timers = await post('admin', `/tickets/${number}/fire-steps`, {});
    expect([timers.status, timers.body.code]).toEqual([403, 'TICKET.NOT_BY_HAND']);
    const none = await post('leader', `/tickets/${number}/explode`, {});
    expect([none.status, none.body.code]).toEqual([404, 'REQUEST.NOT_FOUND']);
  });
});

describe('who may own tickets', () => {
  it('is told to a head of the own department alone', async () => {
    const own = await get('canteen.head', '/owners');
    expect((own.body['items'] as { username: string }[]).map(({ username }) => username)).toEqual([
      'canteen.head',
      'canteen.owner1',
      'canteen.owner2',
      'canteen.owner3',
    ]);
    expect((await get('canteen.head', '/owners?department=energy')).status).toBe(403);
    const all = await get('dispatcher1', '/owners');
    expect(all.body['items']).toHaveLength(16);
    expect((await get('dispatcher1', '/owners?department=none')).body.code).toBe('TICKET.DEPARTMENT_UNKNOWN');
  });
});

describe('rules', () => {
  it('are saved as a new version, or refused with what is wrong', async () => {
    const { body } = await get('admin', '/policies');
    const [policy] = (
      body['items'] as ({ code: string; version: number } & Record<string, unknown>)[]
    ).filter(({ code }) => code === 'standard');
    const { code, version, ...content } = policy!;
    const save = async (changed: unknown) =>
      intake.call(await intake.as('admin'), 'PUT', `/api/v1/policies/${code}`, changed);
    const saved = await save({ ...content, maxHops: 5, version });
    expect(saved.body).toMatchObject({ code, version: version + 1, maxHops: 5 });
    expect((await save({ ...content, steps: 'none', version })).body.code).toBe('REQUEST.INVALID');
    const { rules, version: listed } = (await get('admin', '/keyword-rules')).body as {
      rules: { category: string }[];
      version: number;
    };
    const put = async (changed: unknown) =>
      intake.call(await intake.as('admin'), 'PUT', '/api/v1/keyword-rules', {
        rules: changed,
        version: listed,
      });
    expect((await put(rules)).body['rules']).toEqual(rules);
    const wrong = await put([{ ...rules[0], category: 'none' }]);
    expect([wrong.status, wrong.body.code, wrong.body['errors']]).toEqual([
      422,
      'ROUTING.INVALID',
      [expect.objectContaining({ pointer: '/rules/0/category' })],
    ]);
  });
});
