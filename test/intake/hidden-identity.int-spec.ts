import { EventRelay, OutboxStore } from '@app/application';
import { ROLES, type Role } from '@app/domain';
import { parseConfig } from '@app/platform';
import { type INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { Routes } from '../../apps/intake/src/access/routes';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { type SmtpSink, startSmtpSink } from '../harness/smtp-sink';
import { HIDDEN } from './hidden.harness';
import { ANONYMOUS, type IntakeUnderTest, startIntake } from './intake.harness';
import { type Reported } from './tickets.harness';

const ACCOUNT = 'demo-student1';
/** What may be found nowhere, as it is and as JSON and mail write it. */
const SECRETS = [HIDDEN.name, HIDDEN.phone, HIDDEN.email, encodeURIComponent(HIDDEN.name)];
const REASON = '涉及人身安全，需要当面核实情况';

/** Everyone who works there; of the reporters one who has nothing to do with it. */
const STAFF: Record<Role, readonly string[]> = {
  reporter: ['teacher1'],
  owner: ['canteen.owner1', 'canteen.owner2'],
  head: ['canteen.head', 'energy.head'],
  dispatcher: ['dispatcher1'],
  verifier: ['verifier1'],
  director: ['director'],
  leader: ['leader'],
  admin: ['admin'],
};

let sink: SmtpSink;
let intake: IntakeUnderTest;
let worker: INestApplicationContext;
let monitor: Redis;
const logs: string[] = [];
const redisCommands: string[] = [];
const logStream = { write: (line: string) => void logs.push(line) };

beforeAll(async () => {
  sink = await startSmtpSink();
  intake = await startIntake({ LOG_LEVEL: 'trace', SMTP_URL: sink.url }, logStream);
  const { MONGODB_DATABASE, QUEUE_PREFIX, MONGODB_URI, REDIS_URL, DATA_DIR } = intake.config;
  const redis = new Redis(REDIS_URL);
  monitor = await redis.monitor();
  redis.disconnect();
  monitor.on('monitor', (_time: string, args: string[]) => {
    const command = args.join(' ');
    if (command.includes(QUEUE_PREFIX)) redisCommands.push(command);
  });
  const config = parseConfig('worker', {
    MONGODB_URI,
    REDIS_URL,
    MONGODB_DATABASE,
    QUEUE_PREFIX,
    DATA_DIR,
    NODE_ENV: 'test',
    LOG_LEVEL: 'trace',
    SMTP_URL: sink.url,
    MAIL_FROM: '督办 <duban@duban.example>',
  });
  const module = await Test.createTestingModule({
    imports: [WorkerModule.forRoot(config, logStream)],
  }).compile();
  worker = await module.init();
}, 60_000);
afterAll(async () => {
  await worker.close();
  monitor.disconnect();
  await intake.close();
  await sink.stop();
});

/** Resolves when all that was asked for has been done. */
async function settled(): Promise<void> {
  const outbox = intake.app.get(OutboxStore);
  const notifications = intake.connection.collection('notifications');
  for (let deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(50)) {
    const left = await outbox.pending(new Date(Date.now() + 60_000), 50);
    if (left.length === 0 && (await notifications.countDocuments({ status: 'pending' })) === 0) return;
    // What the queue has forgotten, as the sweep would.
    await worker.get(EventRelay).publish(left);
  }
  throw new Error('there is still work to do');
}

const found = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret));

async function call(who: string, method: 'GET' | 'POST', path: string, body?: object, key?: string) {
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  const answer = await intake.call(await intake.as(who), method, `/api/v1/${path}`, body, headers);
  if (answer.status >= 400) throw new Error(`${who} ${path}: ${answer.status} ${answer.text}`);
  return answer;
}

/** A hidden ticket of student1 in the middle of its life, that both sides have spoken about. */
async function aHiddenStory(): Promise<Reported> {
  const body = { title: '食堂阿姨被骂', description: '反映', identity: 'hidden', contact: HIDDEN };
  const ticket = (await call('student1', 'POST', 'tickets', body, 'hidden-story'))
    .body as unknown as Reported;
  const command = (who: string, name: string, given: object = {}) =>
    call(who, 'POST', `tickets/${ticket.number}/${name}`, given, `${name}-${who}`);
  await settled();
  const { status } = (await call('dispatcher1', 'GET', `tickets/${ticket.number}`)).body;
  if (status === 'submitted')
    await command('dispatcher1', 'dispatch', { department: 'catering', owner: 'canteen.owner1' });
  const owner = (await call('dispatcher1', 'GET', `tickets/${ticket.number}`)).body[
    'ownerUsername'
  ] as string;
  await command(owner, 'accept');
  await command(owner, 'comment', { text: '请问是哪一天？', visibility: 'public' });
  await command('student1', 'comment', { text: '昨天中午', visibility: 'public' });
  const tracked = `/api/v1/tracking/${ticket.trackingCode}/comments`;
  const student = await intake.as('student1');
  await intake.call(student, 'POST', tracked, { text: '窗口三' }, { 'idempotency-key': 'tracked-comment' });
  await command(owner, 'submit-result', { text: '已批评教育' });
  await command('canteen.head', 'approve-result');
  await settled();
  return ticket;
}

/** Every GET route there is, about this ticket and this opening. */
function readings(ticket: Reported, opening: string): string[] {
  const paths = intake.app
    .get(Routes)
    .all()
    .filter(({ method, path }) => method === 'GET' && !path.endsWith('/live') && !path.endsWith('/identity'))
    .map(({ path }) =>
      path
        .replace(':number', ticket.number)
        .replace(':trackingCode', ticket.trackingCode)
        .replace(':id', opening)
        .replace(':slug', 'ticket-not-found'),
    );
  const lists = [
    'tickets?limit=100',
    `tickets?q=${encodeURIComponent(HIDDEN.name)}`,
    `tickets?q=${ticket.number}`,
  ];
  return [...new Set([...paths, ...lists.map((list) => `/api/v1/${list}`)])];
}

it('shows a hidden identity to nobody, on no way, until two have opened it', async () => {
  const ticket = await aHiddenStory();
  const asked = await call('dispatcher1', 'POST', `tickets/${ticket.number}/identity-openings`, {
    reason: REASON,
  });
  const opening = String(asked.body['id']);
  await call('leader', 'POST', `identity-openings/${opening}/approve`);
  await settled();

  let answers = 0;
  const everyone = [ANONYMOUS, ...(await Promise.all(ROLES.flatMap((role) => STAFF[role]).map(intake.as)))];
  for (const path of readings(ticket, opening))
    for (const caller of everyone) {
      const { status, text } = await intake.call(caller, 'GET', path);
      expect([path, status, found(text)]).toEqual([path, status, []]);
      expect(status).toBeLessThan(500);
      answers += 1;
    }

  const letters = sink.letters();
  const toReporter = letters.filter(({ to }) => to.includes(HIDDEN.email));
  const toStaff = letters.filter(({ to }) => !to.includes(HIDDEN.email));
  const subjects = toReporter.map(({ subject }) => subject).join();
  expect(subjects).toContain('已收到');
  // The letters to the reporter hold the name, so that the search is seen to find something.
  expect(found(JSON.stringify(toReporter))).toContain(HIDDEN.email);
  expect(toStaff.length).toBeGreaterThan(3);
  for (const letter of toStaff)
    expect([letter.subject, found(JSON.stringify(letter))]).toEqual([letter.subject, []]);
  const told = toReporter.find(({ subject }) => subject.includes('调阅'));
  expect(told?.text).toContain('派单员、校领导');
  expect(told?.text).toContain(REASON);
  for (const who of ['dispatcher1', 'leader'])
    expect(told?.text).not.toContain((await call(who, 'GET', 'me')).body['name']);

  expect(logs.length).toBeGreaterThan(100);
  expect(logs.filter((line) => found(line).length > 0 || line.includes(ACCOUNT))).toEqual([]);
  expect(redisCommands.length).toBeGreaterThan(50);
  const isTelling = (command: string) => found(command).length > 0 || command.includes(ACCOUNT);
  expect(redisCommands.filter(isTelling)).toEqual([]);

  // Beside the account itself and its login nothing in the database names it.
  const collections = (await intake.connection.listCollections()).map(({ name }) => name);
  expect(collections).toEqual(expect.arrayContaining(['tickets', 'hidden_identities', 'notifications']));
  for (const name of collections) {
    const text = JSON.stringify(await intake.connection.collection(name).find().toArray());
    expect([name, found(text)]).toEqual([name, []]);
    if (!/^(?:people|login_?sessions?)$/i.test(name))
      expect([name, text.includes(ACCOUNT)]).toEqual([name, false]);
  }

  for (const who of ['leader', 'dispatcher1'])
    expect((await call(who, 'POST', `identity-openings/${opening}/identity`)).body).toMatchObject(HIDDEN);
  expect(logs.filter((line) => found(line).length > 0)).toEqual([]);
  process.stdout.write(
    `hidden identity: ${answers} answers, ${letters.length} letters, ${logs.length} log lines, ${redisCommands.length} Redis commands without it\n`,
  );
}, 120_000);
