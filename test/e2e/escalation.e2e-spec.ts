import { readFileSync } from 'node:fs';
import { type Json, until } from '../../tools/quickstart/api-client';
import { type TicketView } from '../../tools/quickstart/forum-import';
import { Duban } from '../harness/duban';

/** Around the clock and within seconds, so that a real escalation can be watched. */
const SECOND = 1 / 60;
const seconds = (amount: number) => ({ unit: 'clock-minutes', amount: amount * SECOND });
const step = (key: string, level: number, recipients: string[], after: number) => ({
  key,
  clock: 'resolution',
  offset: after === 0 ? { kind: 'share', share: 0 } : { kind: 'after', allowance: seconds(after) },
  kind: 'escalate',
  level,
  recipients,
});
const SHORT = {
  response: seconds(60),
  resolution: seconds(3),
  messagesAnyTime: true,
  steps: [
    step('overdue', 1, ['owner', 'head'], 0),
    step('director', 2, ['head', 'director'], 2),
    step('leader', 3, ['director', 'leader'], 4),
  ],
};

let duban: Duban;
beforeAll(async () => {
  duban = await Duban.start();
  const admin = await duban.as(({ role }) => role === 'admin');
  const { items } = await admin.get<{ items: (Json & { code: string })[] }>('/policies');
  const { code: _code, ...standard } = items.find(({ code }) => code === 'standard') as Json;
  await admin.put('/policies/standard', { ...standard, ...SHORT });
}, 120_000);
afterAll(() => duban?.stop(), 60_000);

async function report(headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${duban.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      title: '教学楼饮水机不出热水',
      description: '教学楼三楼饮水机不出热水',
      contact: { name: '周小舟', phone: '13812345678', email: 'zhou.reporter@duban.example' },
    }),
  });
  return ((await response.json()) as { number: string }).number;
}

async function view(number: string): Promise<TicketView> {
  return (await duban.as(({ role }) => role === 'director')).get<TicketView>(`/tickets/${number}`);
}

const firedSteps = ({ log }: TicketView) =>
  log.filter(({ type }) => type === 'ticket.step-fired').flatMap(({ facts }) => facts['steps'] as string[]);
const ALL_STEPS = ['resolution/1/overdue', 'resolution/1/director', 'resolution/1/leader'];

/** Letters about escalation, by whom they went to. */
async function stepLetters(number: string): Promise<readonly string[]> {
  const notifications = duban.database.collection('notifications');
  const all = () => notifications.find({ ticketNumber: number, kind: 'step-escalated' }).toArray();
  await until(
    'its letters to be settled',
    all,
    (found) => found.length > 0 && found.every(({ status }) => status !== 'pending'),
    30_000,
  );
  const letters = duban.mail
    .letters()
    .filter(({ subject }) => subject.includes(number) && /督办/.test(subject.replace('【督办】', '')));
  return letters.map(({ to }) => JSON.stringify(to));
}

describe('escalation', () => {
  it('fires each level once, with two workers and two schedulers', async () => {
    await Promise.all([duban.runAnother('worker'), duban.runAnother('scheduler')]);
    const numbers = await Promise.all(Array.from({ length: 10 }, () => report()));
    for (const number of numbers) {
      const ticket = await until(
        'the last level',
        () => view(number),
        ({ escalationLevel }) => escalationLevel === 3,
        60_000,
      );
      expect(firedSteps(ticket)).toEqual(ALL_STEPS);
      expect(ticket).toMatchObject({ overdue: true, auditVerified: true });
    }
  }, 120_000);

  it('after an outage records all missed steps together and tells each person once, at the highest level', async () => {
    const number = await report();
    await until(
      'its dispatch',
      () => view(number),
      ({ status }) => status === 'dispatched',
      30_000,
    );
    await duban.stopWorkers();
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    await Promise.all([
      duban.run('worker', 'scheduler'),
      duban.runAnother('worker'),
      duban.runAnother('scheduler'),
    ]);
    const ticket = await until(
      'the last level',
      () => view(number),
      ({ escalationLevel }) => escalationLevel === 3,
      60_000,
    );
    const events = ticket.log.filter(({ type }) => type === 'ticket.step-fired');
    expect(events).toHaveLength(1);
    expect(firedSteps(ticket)).toEqual(ALL_STEPS);
    const heard = await stepLetters(number);
    // Owner, head, director and leader.
    expect(heard).toHaveLength(4);
    expect(new Set(heard).size).toBe(4);
  }, 120_000);
});

describe('one request', () => {
  it('is followed by its correlation id from the answer to the letter, and leaves nothing personal in logs or jobs', async () => {
    const correlationId = 'trace-0123456789abcdef';
    const number = await report({ 'x-correlation-id': correlationId });
    const arrived = () =>
      Promise.resolve(duban.mail.letters().filter(({ subject }) => subject.includes(number)));
    const [letter] = await until('a letter', arrived, (letters) => letters.length > 0, 30_000);
    expect(JSON.stringify(letter)).toContain(correlationId);
    const logs = (['intake', 'worker', 'scheduler'] as const)
      .map((app) => readFileSync(duban.logFile(app), 'utf8'))
      .join('');
    expect(logs).toContain(correlationId);
    const personal = ['周小舟', '13812345678', 'zhou.reporter', 'duban.example', '教学楼三楼饮水机'];
    expect(personal.filter((words) => logs.split('\n').some((line) => line.includes(words)))).toEqual([]);
  }, 60_000);
});
