import { TicketRepository } from '@app/application';
import { ANONYMOUS, type IntakeUnderTest, startIntake } from './intake.harness';
import { aTicketAt, CONTACT, track } from './tickets.harness';

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.close());

const BODY = { title: '热水器坏了', description: '三号楼没有热水', contact: CONTACT };
const submit = (body: unknown, headers: Record<string, string> = {}) =>
  intake.call(ANONYMOUS, 'POST', '/api/v1/tickets', body, headers);
const stored = async (number: unknown) => {
  const ticket = await intake.app.get(TicketRepository).byNumber(String(number));
  if (!ticket) throw new Error(`no ticket ${String(number)}`);
  return ticket;
};

describe('submitting', () => {
  it('answers a repeat as the first time, and makes one ticket', async () => {
    const headers = { 'idempotency-key': 'key-of-one-submission' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => submit(BODY, headers)));
    const later = await submit(
      { contact: CONTACT, description: BODY.description, title: ` ${BODY.title} ` },
      headers,
    );
    expect(new Set([...answers, later].map(({ text }) => text)).size).toBe(1);
    expect([...answers, later].map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    expect(later.headers['idempotency-replayed']).toBe('true');
  });

  it('refuses another body under a used key', async () => {
    const headers = { 'idempotency-key': 'key-used-for-two-bodies' };
    await submit(BODY, headers);
    const { status, body } = await submit({ ...BODY, title: '另一件事' }, headers);
    expect([status, body.code]).toEqual([409, 'REQUEST.IDEMPOTENCY_KEY_REUSED']);
  });

  it('keeps the keys of one person apart from those of everyone else', async () => {
    const headers = { 'idempotency-key': 'key-of-two-callers' };
    const own = await intake.call(await intake.as('student1'), 'POST', '/api/v1/tickets', BODY, headers);
    const other = await submit(BODY, headers);
    expect([own.status, other.status]).toEqual([201, 201]);
    expect(other.body['number']).not.toBe(own.body['number']);
  });

  it.each(['short', 'x'.repeat(129), 'has a space', 'nicht-aßcii'])('refuses the key %j', async (key) => {
    const { status, body } = await submit(BODY, { 'idempotency-key': key });
    expect([status, body.code]).toEqual([422, 'REQUEST.INVALID']);
  });

  it.each([
    ['no title', { description: 'x' }, 422, 'REQUEST.INVALID'],
    ['a field nobody knows', { ...BODY, admin: true }, 422, 'REQUEST.INVALID'],
    ['a NUL', { ...BODY, title: 'a\u0000b' }, 422, 'REQUEST.INVALID'],
    ['a title of 201 characters', { ...BODY, title: 'x'.repeat(201) }, 422, 'REQUEST.INVALID'],
    ['no object', ['x'], 422, 'REQUEST.INVALID'],
    ['more than 256 KiB', { ...BODY, description: 'x'.repeat(300_000) }, 413, 'REQUEST.TOO_LARGE'],
  ])('refuses %s', async (_what, body, status, code) => {
    const answer = await submit(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it.each([
    ['broken JSON', 'application/json', '{"title":', 400, 'REQUEST.MALFORMED'],
    [
      'a prototype',
      'application/json',
      '{"__proto__":{"x":1},"title":"a","description":"b"}',
      400,
      'REQUEST.MALFORMED',
    ],
    ['XML', 'application/xml', '<a/>', 415, 'REQUEST.UNSUPPORTED_MEDIA_TYPE'],
    ['no body', 'application/json', '', 400, 'REQUEST.MALFORMED'],
  ])('refuses %s', async (_what, type, payload, status, code) => {
    const answer = await intake.inject({
      method: 'POST',
      url: '/api/v1/tickets',
      headers: { 'content-type': type },
      payload,
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('keeps who reported by account, and who did so for someone else', async () => {
    const own = await intake.call(await intake.as('student1'), 'POST', '/api/v1/tickets', {
      title: 'a',
      description: 'b',
    });
    const behalf = await intake.call(await intake.as('dispatcher1'), 'POST', '/api/v1/tickets', BODY);
    const [ownTicket, behalfTicket] = [await stored(own.body['number']), await stored(behalf.body['number'])];
    expect(ownTicket.reporter).toMatchObject({ userId: 'demo-student1', name: '李小雨' });
    expect([ownTicket.source.kind, behalfTicket.source.kind]).toEqual(['online', 'staff']);
    expect(behalfTicket.reporter).toEqual({ identity: 'named', anonymous: false, ...CONTACT });
  });

  it('knows nothing of an anonymous reporter, not even who was logged in', async () => {
    const body = { ...BODY, anonymous: true };
    const { body: answer } = await intake.call(await intake.as('student1'), 'POST', '/api/v1/tickets', body);
    const ticket = await stored(answer['number']);
    expect(ticket.reporter).toEqual({
      identity: 'anonymous',
      anonymous: true,
      email: CONTACT.email,
    });
    expect(ticket.log.map(({ actor }) => actor)).toEqual([{ kind: 'reporter' }]);
  });
});

describe('tracking', () => {
  it('finds the ticket however the code was copied', async () => {
    const { number, trackingCode } = await aTicketAt(intake, 'submitted');
    for (const written of [
      trackingCode,
      trackingCode.toLowerCase(),
      trackingCode.replaceAll('-', ''),
      trackingCode.replaceAll('-', '%20'),
    ])
      expect((await track(intake, written)).body['number']).toBe(number);
  });

  it('answers every unknown code alike', async () => {
    const known = await aTicketAt(intake, 'submitted');
    const almost = `${known.trackingCode.slice(0, -1)}${known.trackingCode.endsWith('A') ? 'B' : 'A'}`;
    const shapes = await Promise.all(
      ['x', '%00', almost, known.number, "' or 1=1", '$ne', '查询码'].map(async (code) => {
        const { status, body } = await track(intake, encodeURIComponent(decodeURIComponent(code)));
        const { instance: _i, correlationId: _c, ...same } = body;
        return JSON.stringify([status, same]);
      }),
    );
    expect(new Set(shapes).size).toBe(1);
    expect(shapes[0]).toContain('TICKET.NOT_FOUND');
  });

  it('shows what happened in public and nothing of what did not', async () => {
    const { number, trackingCode } = await aTicketAt(intake, 'in-progress');
    const owner = await intake.as('canteen.owner1');
    const say = (text: string, visibility: string) =>
      intake.call(owner, 'POST', `/api/v1/tickets/${number}/comment`, { text, visibility });
    await say('内部：供应商问题', 'internal');
    await say('正在更换设备', 'public');
    await intake.call(owner, 'POST', `/api/v1/tickets/${number}/submit-result`, { text: '已更换蒸饭柜' });
    const before = await track(intake, trackingCode);
    expect(before.body['result']).toBeUndefined();
    await intake.call(
      await intake.as('canteen.head'),
      'POST',
      `/api/v1/tickets/${number}/approve-result`,
      {},
    );

    const { body, text } = await track(intake, trackingCode);
    expect(body).toMatchObject({
      number,
      status: 'resolved',
      department: '饮食服务中心',
      owner: '李秀兰',
      result: '已更换蒸饭柜',
      can: ['rate', 'urge', 'comment', 'attach'],
    });
    expect(
      (body['timeline'] as { type: string; by?: string; text?: string }[]).map(({ type, by, text }) => [
        type,
        by,
        text,
      ]),
    ).toEqual([
      ['ticket.submitted', undefined, undefined],
      ['ticket.dispatched', '饮食服务中心', '李秀兰'],
      ['ticket.accepted', '李秀兰', undefined],
      ['ticket.commented', '李秀兰', '正在更换设备'],
      ['ticket.result-approved', undefined, '已更换蒸饭柜'],
    ]);
    for (const hidden of [...Object.values(CONTACT), '内部', 'head', 'dispatcher', 'hash', 'demo-'])
      expect(text).not.toContain(hidden);
  });

  it('takes a comment and one rating, and a repeat of each once', async () => {
    const { trackingCode } = await aTicketAt(intake, 'resolved');
    const path = `/api/v1/tracking/${trackingCode}`;
    const key = { 'idempotency-key': 'comment-key-1' };
    await intake.call(ANONYMOUS, 'POST', `${path}/comments`, { text: '谢谢' }, key);
    const twice = await intake.call(ANONYMOUS, 'POST', `${path}/comments`, { text: '谢谢' }, key);
    expect(
      (twice.body['timeline'] as unknown[]).filter((entry) => JSON.stringify(entry).includes('谢谢')),
    ).toHaveLength(1);

    const answer = { solved: true, contacted: true, satisfaction: 5 };
    const unexplained = await intake.call(ANONYMOUS, 'POST', `${path}/rating`, { ...answer, solved: false });
    expect([unexplained.status, unexplained.body.code]).toEqual([422, 'TICKET.REASON_REQUIRED']);
    const rated = await intake.call(ANONYMOUS, 'POST', `${path}/rating`, answer, {
      'idempotency-key': 'rating-key-1',
    });
    expect([rated.status, rated.body['status'], rated.body['closure']]).toEqual([200, 'closed', 'confirmed']);
    const repeated = await intake.call(ANONYMOUS, 'POST', `${path}/rating`, answer, {
      'idempotency-key': 'rating-key-1',
    });
    expect([repeated.status, repeated.body['status']]).toEqual([200, 'closed']);
    const again = await intake.call(ANONYMOUS, 'POST', `${path}/rating`, answer);
    expect([again.status, again.body.code]).toEqual([409, 'TICKET.ALREADY_RATED']);
  });

  it('lets an owner who has the code not rate their own work', async () => {
    const { trackingCode } = await aTicketAt(intake, 'resolved');
    const answer = { solved: true, contacted: true, satisfaction: 5 };
    const owner = await intake.as('canteen.owner1');
    const { status } = await intake.call(owner, 'POST', `/api/v1/tracking/${trackingCode}/rating`, answer);
    expect(status).toBe(403);
  });
});
