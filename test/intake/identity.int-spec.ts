import { HIDDEN } from './hidden.harness';
import { ANONYMOUS, type Answer, type IntakeUnderTest, startIntake } from './intake.harness';
import { type Reported, track } from './tickets.harness';

const REASON = '涉及人身安全，需要当面核实情况';
const DEVELOPMENT_KEY = `development:${'5eed'.repeat(16)}`;

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.close());

const post = async (who: string, path: string, body?: object) =>
  intake.call(await intake.as(who), 'POST', `/api/v1/${path}`, body);
const get = async (who: string, path: string) => intake.call(await intake.as(who), 'GET', `/api/v1/${path}`);
const outcome = ({ status, body }: Answer) => [status, body.code];

async function aHiddenTicket(body: object = {}, who = 'student1'): Promise<Reported> {
  const answer = await post(who, 'tickets', {
    title: '食堂',
    description: '后厨有人威胁反映问题的学生',
    identity: 'hidden',
    contact: HIDDEN,
    ...body,
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body as unknown as Reported;
}
const ask = (number: string, who = 'dispatcher1', reason = REASON) =>
  post(who, `tickets/${number}/identity-openings`, { reason });
async function anOpening(who = 'dispatcher1'): Promise<{ id: string; ticket: Reported }> {
  const ticket = await aHiddenTicket();
  const { status, body, text } = await ask(ticket.number, who);
  if (status !== 201) throw new Error(text);
  return { id: String(body['id']), ticket };
}
async function anApprovedOpening() {
  const opening = await anOpening();
  await post('leader', `identity-openings/${opening.id}/approve`);
  return opening;
}
const stored = (name: string) => intake.connection.collection<{ _id: string }>(name);

describe('reporting with a hidden identity', () => {
  it('stores nothing of it beside the ticket, and shows that it is hidden', async () => {
    const { number, trackingCode } = await aHiddenTicket();
    const ticket = await stored('tickets').findOne({ number });
    expect(JSON.stringify(ticket)).not.toMatch(/隐名|13700001111|hidden-reporter|demo-student1/);
    const seen = await get('dispatcher1', `tickets/${number}`);
    expect(seen.body).toMatchObject({ identity: 'hidden', anonymous: false });
    expect(seen.body).not.toHaveProperty('contact');
    expect((await track(intake, trackingCode)).body).toMatchObject({ identity: 'hidden' });
  });

  it('leaves it to the account to find the ticket again and to act on it, unseen', async () => {
    const { number } = await aHiddenTicket();
    const mine = (await get('student1', 'tickets')).body['items'] as { number: string }[];
    expect(mine.map((each) => each.number)).toContain(number);
    expect((await get('student1', `tickets/${number}`)).body['can']).toContain('comment');
    expect(outcome(await get('teacher1', `tickets/${number}`))).toEqual([404, 'TICKET.NOT_FOUND']);
    const key = { 'idempotency-key': 'comment-of-a-hidden-one' };
    const body = { text: '还有一次', visibility: 'public' };
    const path = `/api/v1/tickets/${number}/comment`;
    const given = await intake.call(await intake.as('student1'), 'POST', path, body, key);
    const again = await intake.call(await intake.as('student1'), 'POST', path, body, key);
    expect([given.status, again.status]).toEqual([200, 200]);
    const ticket = await stored('tickets').findOne({ number });
    expect(JSON.stringify(ticket)).not.toContain('demo-student1');
    expect((await get('student1', `tickets/${number}`)).body['log']).toHaveLength(2);
  });

  it('is one ticket for a repeated request, which tells nothing to who tries numbers out', async () => {
    const headers = { 'idempotency-key': 'one-hidden-submission' };
    const body = { title: 'a', description: 'b', identity: 'hidden', contact: { phone: '13700001111' } };
    const student = await intake.as('student1');
    const send = (given: object) => intake.call(student, 'POST', '/api/v1/tickets', given, headers);
    const [first, again] = [await send(body), await send(body)];
    expect(again.text).toBe(first.text);
    const other = await send({ ...body, contact: { phone: '13700001112' } });
    expect(outcome(other)).toEqual([409, 'REQUEST.IDEMPOTENCY_KEY_REUSED']);
    const ticket = await stored('tickets').findOne({ number: first.body['number'] });
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    expect(JSON.stringify(ticket)).not.toContain(hash);
  });

  it.each([
    ['nothing to hide', { identity: 'hidden' }, '/contact'],
    ['a contradiction', { identity: 'hidden', anonymous: true, contact: HIDDEN }, '/anonymous'],
    ['an unknown word', { identity: 'secret' }, '/identity'],
  ])('refuses %s', async (_what, given, pointer) => {
    const body = { title: 'a', description: 'b', ...given };
    const answer = await intake.call(ANONYMOUS, 'POST', '/api/v1/tickets', body);
    expect(outcome(answer)).toEqual([422, 'REQUEST.INVALID']);
    expect(answer.body['errors']).toMatchObject([{ pointer }]);
  });

  it('still takes the anonymous flag alone', async () => {
    const body = { title: 'a', description: 'b', anonymous: true, contact: HIDDEN };
    const { body: answer } = await intake.call(ANONYMOUS, 'POST', '/api/v1/tickets', body);
    expect((await get('dispatcher1', `tickets/${String(answer['number'])}`)).body).toMatchObject({
      identity: 'anonymous',
      anonymous: true,
    });
  });
});

describe('asking for an identity', () => {
  it.each(['dispatcher1', 'director', 'leader'])('is for %s', async (who) => {
    const { number } = await aHiddenTicket();
    const { status, body } = await ask(number, who);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ticket: number, state: 'requested', reason: REASON, readings: [] });
    const listed = await get('admin', `identity-openings?ticket=${number}`);
    expect(listed.body['items']).toEqual([body]);
  });

  it('answers the same request as the first time, and refuses a second one meanwhile', async () => {
    const { number } = await aHiddenTicket();
    const [first, again] = [await ask(number), await ask(number)];
    expect(again.text).toBe(first.text);
    expect(outcome(await ask(number, 'leader'))).toEqual([409, 'IDENTITY.ALREADY_REQUESTED']);
  });

  it.each([
    ['without a reason', {}, 422, 'REQUEST.INVALID'],
    ['with hardly one', { reason: '核实' }, 422, 'REQUEST.INVALID'],
    ['with a field nobody knows', { reason: REASON, force: true }, 422, 'REQUEST.INVALID'],
  ])('is refused %s', async (_what, body, status, code) => {
    const { number } = await aHiddenTicket();
    const answer = await post('leader', `tickets/${number}/identity-openings`, body);
    expect(outcome(answer)).toEqual([status, code]);
  });

  it.each(['named', 'anonymous'])('is refused for a %s reporter', async (identity) => {
    const { number } = await aHiddenTicket({ identity });
    expect(outcome(await ask(number))).toEqual([409, 'IDENTITY.NOT_HIDDEN']);
  });
});

describe('the second person', () => {
  it('approves, and both are told of in the record and on the tracking page, by office', async () => {
    const { id, ticket } = await anOpening();
    const { status, body } = await post('leader', `identity-openings/${id}/approve`);
    expect([status, body['state']]).toEqual([200, 'approved']);
    expect((await post('leader', `identity-openings/${id}/approve`)).text).toBe(
      (await post('leader', `identity-openings/${id}/approve`)).text,
    );
    const seen = await get('verifier1', `tickets/${ticket.number}`);
    const log = seen.body['log'] as { type: string; role: string; text: string }[];
    expect(log.map(({ type, role }) => [type, role]).slice(-2)).toEqual([
      ['ticket.identity-requested', 'dispatcher'],
      ['ticket.identity-opened', 'leader'],
    ]);
    expect(seen.body['auditVerified']).toBe(true);
    const tracked = await track(intake, ticket.trackingCode);
    expect(tracked.body['timeline']).toContainEqual({
      at: expect.any(String) as string,
      type: 'ticket.identity-opened',
      text: REASON,
      offices: ['dispatcher', 'leader'],
    });
    const own = await get('student1', `tickets/${ticket.number}`);
    for (const name of ['dispatcher1', 'leader']) {
      const me = (await get(name, 'me')).body['name'] as string;
      expect(tracked.text).not.toContain(me);
      expect(own.text).not.toContain(me);
    }
  });

  it('refuses with a reason, which the reporter does not hear of', async () => {
    const { id, ticket } = await anOpening();
    const { status, body } = await post('director', `identity-openings/${id}/refuse`, {
      reason: '理由不充分',
    });
    expect([status, body['state'], body['decisionReason']]).toEqual([200, 'refused', '理由不充分']);
    expect(outcome(await post('dispatcher1', `identity-openings/${id}/identity`))).toEqual([
      409,
      'IDENTITY.NOT_APPROVED',
    ]);
    expect((await track(intake, ticket.trackingCode)).text).not.toContain('identity-refused');
    expect((await ask(ticket.number)).status).toBe(201);
  });

  it('is never the one who asked', async () => {
    const { id } = await anOpening('leader');
    const approved = await post('leader', `identity-openings/${id}/approve`);
    expect(outcome(approved)).toEqual([403, 'IDENTITY.SECOND_PERSON_NEEDED']);
  });

  it('comes too late after three days', async () => {
    const { id } = await anOpening();
    await stored('identity_openings').updateOne({ _id: id }, { $set: { expiresAt: new Date() } });
    expect(outcome(await post('leader', `identity-openings/${id}/approve`))).toEqual([
      409,
      'IDENTITY.EXPIRED',
    ]);
    const [listed] = (await get('leader', 'identity-openings?limit=1')).body['items'] as object[];
    expect(listed).toMatchObject({ id, state: 'expired' });
  });

  it('is one of two who race, and the record holds one decision', async () => {
    for (let race = 0; race < 20; race += 1) {
      const { id, ticket } = await anOpening();
      const answers = await Promise.all(
        ['director', 'leader'].map((who) => post(who, `identity-openings/${id}/approve`)),
      );
      expect(answers.map(outcome).sort()).toEqual([
        [200, undefined],
        [409, 'IDENTITY.ALREADY_DECIDED'],
      ]);
      const log = (await get('leader', `tickets/${ticket.number}`)).body['log'] as { type: string }[];
      expect(log.filter(({ type }) => type === 'ticket.identity-opened')).toHaveLength(1);
    }
  }, 60_000);
});

describe('reading an identity', () => {
  it('is for the two, once each', async () => {
    const { id } = await anApprovedOpening();
    const path = `identity-openings/${id}/identity`;
    expect(outcome(await post('director', path))).toEqual([403, 'IDENTITY.NOT_YOURS']);
    for (const who of ['leader', 'dispatcher1']) {
      const read = await post(who, path);
      expect([read.status, read.body]).toEqual([200, { ...HIDDEN, username: 'student1' }]);
      expect(read.headers['cache-control']).toBe('no-store');
      expect(outcome(await post(who, path))).toEqual([409, 'IDENTITY.ALREADY_READ']);
    }
    const [listed] = (await get('admin', 'identity-openings?limit=1')).body['items'] as object[];
    expect(listed).toMatchObject({ id, state: 'used', readings: [{}, {}] });
  });

  it('is used up by nothing that a link, a preview or a prefetch could ask for', async () => {
    const { id } = await anApprovedOpening();
    const { headers } = await intake.as('leader');
    for (const method of ['HEAD', 'GET'] as const)
      await intake.app.inject({ method, url: `/api/v1/identity-openings/${id}/identity`, headers });
    const [listed] = (await get('admin', 'identity-openings?limit=1')).body['items'] as object[];
    expect(listed).toMatchObject({ id, readings: [] });
  });

  it('waits for the approval', async () => {
    const { id } = await anOpening();
    const read = await post('dispatcher1', `identity-openings/${id}/identity`);
    expect(outcome(read)).toEqual([409, 'IDENTITY.NOT_APPROVED']);
  });

  it('ends a day after the approval', async () => {
    const { id } = await anApprovedOpening();
    await stored('identity_openings').updateOne({ _id: id }, { $set: { expiresAt: new Date() } });
    const read = await post('leader', `identity-openings/${id}/identity`);
    expect(outcome(read)).toEqual([409, 'IDENTITY.EXPIRED']);
  });

  it('says so where no key opens it, uses nothing up, and works again with the old key beside a new one', async () => {
    const { id } = await anApprovedOpening();
    const { headers } = await intake.as('leader');
    const settings = (keys: string) => ({
      MONGODB_DATABASE: intake.config.MONGODB_DATABASE,
      IDENTITY_KEYS: keys,
    });
    const readWith = async (keys: string) => {
      const other = await startIntake(settings(keys));
      const answer = await other.inject({
        method: 'POST',
        url: `/api/v1/identity-openings/${id}/identity`,
        headers,
      });
      await other.app.close();
      return answer;
    };
    const fresh = `2026:${'ab'.repeat(32)}`;
    const locked = await readWith(fresh);
    expect(outcome(locked)).toEqual([503, 'IDENTITY.UNREADABLE']);
    expect((await readWith(`development:${'ab'.repeat(32)}`)).body.code).toBe('IDENTITY.UNREADABLE');
    expect((await readWith(`${fresh},${DEVELOPMENT_KEY}`)).body).toMatchObject(HIDDEN);
  }, 60_000);
});
