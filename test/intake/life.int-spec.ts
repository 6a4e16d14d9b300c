import { ANONYMOUS, type Answer, type IntakeUnderTest, startIntake } from './intake.harness';
import { aTicketAt, command, type Stage, track } from './tickets.harness';

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.close());

const OWNER = 'canteen.owner1';
const HEAD = 'canteen.head';
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

async function give(number: string, by: string, name: string, body: object = {}): Promise<Answer> {
  return intake.call(await intake.as(by), 'POST', `/api/v1/tickets/${number}/${name}`, body);
}
async function refusal(number: string, by: string, name: string, body: object = {}): Promise<unknown> {
  const { status, body: answer } = await give(number, by, name, body);
  return status === 200 ? 'done' : answer.code;
}
async function view(number: string, by = 'director'): Promise<Record<string, unknown>> {
  return (await intake.call(await intake.as(by), 'GET', `/api/v1/tickets/${number}`)).body;
}
const resolutionOf = (ticket: Record<string, unknown>) =>
  (ticket['clocks'] as Record<string, Record<string, unknown>>)['resolution']!;
const at = (stage: Stage) => aTicketAt(intake, stage);

describe('more time', () => {
  it('is granted by the head up to the limit and beyond it by the director; both deadlines are kept', async () => {
    const { number, trackingCode } = await at('in-progress');
    const before = resolutionOf(await view(number));
    const until = new Date(new Date(String(before['dueAt'])).getTime() + 18 * DAY_MS).toISOString();
    expect(await refusal(number, OWNER, 'request-extension', { until: inDays(400), reason: '太远' })).toBe(
      'TICKET.REQUEST_LIMIT',
    );
    await command(intake, number, OWNER, 'request-extension', { until, reason: '配件未到货' });
    expect(await refusal(number, OWNER, 'request-extension', { until, reason: '再申请' })).toBe(
      'TICKET.REQUEST_PENDING',
    );
    expect(await refusal(number, HEAD, 'approve')).toBe('TICKET.APPROVAL_LEVEL');
    await command(intake, number, 'director', 'approve', { reason: '同意' });
    const after = resolutionOf(await view(number));
    expect(new Date(String(after['dueAt'])) > new Date(String(before['dueAt']))).toBe(true);
    expect(after['originalDueAt']).toBe(before['dueAt']);
    expect(after['versions'] as unknown[]).toHaveLength(2);
    const { body } = await track(intake, trackingCode);
    expect(body['timeline']).toContainEqual(
      expect.objectContaining({
        type: 'ticket.extension-approved',
        text: '配件未到货',
        dueAt: after['dueAt'],
      }),
    );
  });

  it('may stand still, and the reporter sees until when', async () => {
    const { number, trackingCode } = await at('paused');
    expect(resolutionOf(await view(number))).toMatchObject({ paused: true, breached: false });
    expect((await track(intake, trackingCode)).body['pausedUntil']).toBeDefined();
    await command(intake, number, OWNER, 'resume');
    expect(resolutionOf(await view(number))).toMatchObject({ paused: false });
    expect(await refusal(number, OWNER, 'resume')).toBe('TICKET.NOT_PAUSED');
  });

  it('is not given by the one who asked', async () => {
    const { number } = await at('requested');
    expect(await refusal(number, OWNER, 'approve')).toBe('TICKET.NOT_ALLOWED');
    await command(intake, number, HEAD, 'refuse', { reason: '请按期办理' });
    expect(await refusal(number, HEAD, 'approve')).toBe('TICKET.NO_REQUEST');
  });
});

describe('co-handling', () => {
  it('is finished before the result, by whoever was given the sub-task', async () => {
    const { number } = await at('shared');
    expect(await refusal(number, OWNER, 'submit-result', { text: '已修好' })).toBe('TICKET.SUB_TASKS_OPEN');
    const [task] = (await view(number))['subTasks'] as { id: string }[];
    const list = await intake.call(await intake.as('energy.owner1'), 'GET', '/api/v1/tickets');
    expect(list.text).toContain(number);
    await command(intake, number, 'energy.owner1', 'complete-sub-task', {
      subTaskId: task!.id,
      text: '水管已通',
    });
    await command(intake, number, OWNER, 'submit-result', { text: '已修好' });
  });

  it('is not due after the ticket', async () => {
    const { number } = await at('in-progress');
    const body = { coHandler: 'energy.owner1', text: '检查水管', dueAt: inDays(300) };
    expect(await refusal(number, OWNER, 'add-co-handler', body)).toBe('TICKET.DATE_INVALID');
    expect(await refusal(number, OWNER, 'add-co-handler', { ...body, coHandler: OWNER })).toBe(
      'TICKET.OWNER_NOT_ELIGIBLE',
    );
  });
});

describe('supervision', () => {
  it('is numbered, acknowledged and answered before the result', async () => {
    const { number } = await at('supervised');
    const [notice] = (await view(number, OWNER))['notices'] as Record<string, string>[];
    expect(notice!['number']).toMatch(/^督办〔\d{4}〕\d+号$/);
    expect(await refusal(number, OWNER, 'submit-result', { text: '已修好' })).toBe('TICKET.NOTICES_OPEN');
    await command(intake, number, OWNER, 'acknowledge-notice', { noticeId: notice!['id'] });
    expect(await refusal(number, HEAD, 'acknowledge-notice', { noticeId: notice!['id'] })).toBe(
      'TICKET.NOTICE_SETTLED',
    );
    expect(await refusal(number, OWNER, 'answer-notice', { noticeId: 'none', text: 'x' })).toBe(
      'TICKET.NOTICE_NOT_FOUND',
    );
    await command(intake, number, OWNER, 'answer-notice', { noticeId: notice!['id'], text: '已安排' });
    await command(intake, number, OWNER, 'submit-result', { text: '已修好' });
  });

  it('is nothing that a reporter reads', async () => {
    const { number, trackingCode } = await at('supervised');
    for (const { text } of [
      await track(intake, trackingCode),
      await intake.call(await intake.as('student1'), 'GET', `/api/v1/tickets/${number}`),
    ])
      expect(text).not.toMatch(/请三日内解决|督办〔/);
  });
});

describe('closing', () => {
  it('by decision takes two leaders, and tells the reporter why', async () => {
    const { number, trackingCode } = await at('closing-proposed');
    expect(await refusal(number, 'director', 'confirm-closing')).toBe('TICKET.SECOND_LEADER_NEEDED');
    await command(intake, number, 'leader', 'confirm-closing');
    const { body } = await track(intake, trackingCode);
    expect([body['status'], body['closure']]).toEqual(['closed', 'deferred']);
    expect(body['timeline']).toContainEqual(
      expect.objectContaining({ type: 'ticket.closed', text: '列入暑期维修计划' }),
    );
  });

  it('is reopened once by its reporter', async () => {
    const { number, trackingCode } = await at('closed');
    expect((await track(intake, trackingCode)).body['can']).toContain('reopen');
    const reopen = () =>
      intake.call(ANONYMOUS, 'POST', `/api/v1/tracking/${trackingCode}/reopen`, { reason: '又夹生了' });
    expect((await reopen()).body['status']).toBe('in-progress');
    await command(intake, number, OWNER, 'submit-result', { text: '再次检修' });
    await command(intake, number, HEAD, 'approve-result');
    await command(intake, number, 'student1', 'rate', { solved: true, contacted: true, satisfaction: 4 });
    expect((await reopen()).body.code).toBe('TICKET.REOPEN_LIMIT');
    expect((await track(intake, trackingCode)).body['can']).not.toContain('reopen');
    await command(intake, number, 'leader', 'reopen', { reason: '领导要求复核' });
  });
});

describe('follow-up', () => {
  it('draws a sample that can be drawn again, and shows what the calls brought', async () => {
    const { number } = await at('resolved');
    const verifier = await intake.as('verifier1');
    const drawn = await intake.call(verifier, 'POST', '/api/v1/follow-up-samples', { size: 500 });
    expect(drawn.status).toBe(201);
    expect(drawn.text).toContain(number);
    await command(intake, number, 'verifier1', 'follow-up', { reached: false, note: '无人接听' });
    await command(intake, number, 'verifier1', 'follow-up', {
      reached: true,
      solved: false,
      contacted: true,
      satisfaction: 2,
      note: '中午还是夹生',
    });
    const { body } = await intake.call(
      verifier,
      'GET',
      `/api/v1/follow-up-samples/${String(drawn.body['id'])}`,
    );
    expect(body).toMatchObject({ reached: 1, solved: 0 });
    const redone = await view(number);
    expect([redone['status'], redone['redo']]).toEqual(['in-progress', 1]);
  });

  it('has nothing to draw where nothing is resolved', async () => {
    const answer = await intake.call(await intake.as('verifier1'), 'POST', '/api/v1/follow-up-samples', {
      size: 5,
      department: 'property',
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'FOLLOW_UP.NOTHING_TO_DRAW']);
  });
});

describe('merging', () => {
  it('lets the reporter follow the other ticket and shows nobody’s words', async () => {
    const target = await at('in-progress');
    const { number, trackingCode } = await at('submitted');
    const said = `/api/v1/tracking/${target.trackingCode}/comments`;
    await intake.call(ANONYMOUS, 'POST', said, { text: '我住在三号楼 412' });
    await command(intake, number, 'dispatcher1', 'merge', { into: target.number });
    const { body, text } = await track(intake, trackingCode);
    expect(body).toMatchObject({
      number,
      status: 'merged',
      follows: { number: target.number, status: 'in-progress' },
    });
    expect(text).not.toContain('412');
    expect((await view(target.number))['followers']).toEqual([number]);
    await command(intake, number, 'dispatcher1', 'unmerge', { reason: '并非同一问题' });
    expect((await view(target.number))['followers']).toEqual([]);
  });

  it('of two into each other leaves neither without anyone who works on it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [one, two] = [await at('submitted'), await at('submitted')];
      await Promise.all([
        give(one.number, 'dispatcher1', 'merge', { into: two.number }),
        give(two.number, 'dispatcher2', 'merge', { into: one.number }),
      ]);
      const states = [(await view(one.number))['status'], (await view(two.number))['status']];
      expect(states).toContain('submitted');
    }
  });

  it('is refused into what is over', async () => {
    const closed = await at('closed');
    const { number } = await at('submitted');
    expect(await refusal(number, 'dispatcher1', 'merge', { into: closed.number })).toBe(
      'TICKET.MERGE_TARGET',
    );
    expect(await refusal(number, 'dispatcher1', 'merge', { into: number })).toBe('TICKET.MERGE_TARGET');
  });
});

describe('a repeat of a command', () => {
  it('changes nothing and answers as the first time', async () => {
    const { number } = await at('in-progress');
    const headers = { 'idempotency-key': 'key-of-one-instruction' };
    const path = `/api/v1/tickets/${number}/instruct`;
    const leader = await intake.as('leader');
    const answers = await Promise.all(
      [1, 2, 3].map(() => intake.call(leader, 'POST', path, { text: '请重视' }, headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await view(number))['notices']).toHaveLength(1);
    const other = await intake.call(leader, 'POST', path, { text: '另一条' }, headers);
    expect(other.body.code).toBe('REQUEST.IDEMPOTENCY_KEY_REUSED');
  });
});
