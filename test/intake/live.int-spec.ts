import { EventRelay, OutboxStore, TicketFeed } from '@app/application';
import { Queues } from '@app/queue';
import { type INestApplicationContext } from '@nestjs/common';
import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { aChange } from '../contracts/ticket-feed.contract';
import { givenRedis, until } from '../platform/queue-app';
import { ANONYMOUS, type IntakeUnderTest, startIntake } from './intake.harness';
import { LiveClient, startAnnouncer } from './live.harness';
import { aTicketAt } from './tickets.harness';

const BEAT_MS = 300;
let intake: IntakeUnderTest;
let announcer: INestApplicationContext;
let redis: Redis;
const clients: LiveClient[] = [];
beforeAll(async () => {
  intake = await startIntake({ LIVE_BEAT_MS: String(BEAT_MS) });
  await intake.app.listen(0, '127.0.0.1');
  announcer = await startAnnouncer(intake);
  redis = new Redis(givenRedis());
}, 60_000);
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(async () => {
  await announcer.close();
  await intake.close();
  redis.disconnect();
});

const feed = () => intake.app.get(TicketFeed);
const wipe = () => redis.del(`${intake.config.QUEUE_PREFIX}:ticket-changes`);
async function watch(username: string, lastEventId?: string): Promise<LiveClient> {
  const client = await LiveClient.ready(intake, await intake.as(username), '/api/v1/live', lastEventId);
  clients.push(client);
  return client;
}
async function track(code: string): Promise<LiveClient> {
  const client = await LiveClient.ready(intake, ANONYMOUS, `/api/v1/tracking/${code}/live`);
  clients.push(client);
  return client;
}
async function give(username: string, number: string, command: string, body: object): Promise<void> {
  const path = `/api/v1/tickets/${number}/${command}`;
  const { status, text } = await intake.call(await intake.as(username), 'POST', path, body);
  if (status !== 200) throw new Error(`${command}: ${status} ${text}`);
}

describe('a live stream', () => {
  it('tells each of what they may see, of what leaves their sight once more, and nobody of anything else', async () => {
    const ticket = await aTicketAt(intake, 'submitted');
    const [dispatcher, owner, next, head, stranger, reporter, other] = await Promise.all(
      [
        'dispatcher1',
        'canteen.owner1',
        'canteen.owner2',
        'canteen.head',
        'energy.owner1',
        'student1',
        'teacher1',
      ].map((username) => watch(username)),
    );
    const given = { department: 'catering', owner: 'canteen.owner1' };
    await give('dispatcher1', ticket.number, 'dispatch', given);
    await until('the owner knows', () => owner!.of(ticket.number).length === 1);
    await give('canteen.head', ticket.number, 'transfer', { owner: 'canteen.owner2' });
    await until('the next owner knows', () => next!.of(ticket.number).length === 1);
    await give('canteen.owner2', ticket.number, 'accept', {});
    await until('the next owner knows again', () => next!.of(ticket.number).length === 2);
    await give('dispatcher1', ticket.number, 'comment', { text: '内部意见', visibility: 'internal' });
    await until('the next owner knows of the comment', () => next!.of(ticket.number).length === 3);
    await until('all know', () => dispatcher!.of(ticket.number).length === 4);
    await sleep(200);
    expect({
      dispatcher: dispatcher!.of(ticket.number),
      head: head!.of(ticket.number),
      owner: owner!.of(ticket.number),
      next: next!.of(ticket.number),
      reporter: reporter!.of(ticket.number),
    }).toEqual({
      dispatcher: ['ticket', 'ticket', 'ticket', 'ticket'],
      head: ['ticket', 'ticket', 'ticket', 'ticket'],
      owner: ['ticket', 'gone'],
      next: ['ticket', 'ticket', 'ticket'],
      reporter: ['ticket', 'ticket', 'ticket'],
    });
    for (const unconcerned of [stranger, other]) expect(unconcerned!.names).toEqual(['ready']);
    expect(dispatcher!.told.at(-1)?.data).toEqual({ number: ticket.number, version: 5 });
  });

  it('is a stream that nobody keeps, and shows that it is alive', async () => {
    const client = await watch('dispatcher1');
    expect([client.status, client.headers]).toMatchObject([
      200,
      {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      },
    ]);
    expect(client.text).toMatch(/^retry: \d+\n\nid: [\d-]+\nevent: ready\ndata: {}\n\n/);
    await until('two beats', () => client.beats >= 2);
  });

  it('goes on where its client left off, without a gap and without telling anything twice', async () => {
    const expected = Array.from({ length: 300 }, (_, index) => `resumed-${index}`);
    let client = await watch('dispatcher1');
    const seen: string[] = [];
    const appending = (async () => {
      for (const number of expected) {
        await feed().append(aChange(number));
        await sleep(3);
      }
    })();
    const numbers = (told: LiveClient) => told.told.flatMap(({ data }) => data['number'] ?? []) as string[];
    for (let round = 0; round < 8; round += 1) {
      await sleep(80);
      client.close();
      seen.push(...numbers(client));
      await sleep(30);
      client = await watch('dispatcher1', client.lastId);
      expect(client.names[0]).toBe('ready');
    }
    await appending;
    await until('the last one', () => numbers(client).includes('resumed-299'));
    expect([...seen, ...numbers(client)]).toEqual(expected);
  });

  it('goes on at another intake, and by a query where the header cannot be set', async () => {
    const { MONGODB_DATABASE, QUEUE_PREFIX } = intake.config;
    const second = await startIntake({ MONGODB_DATABASE, QUEUE_PREFIX });
    await second.app.listen(0, '127.0.0.1');
    const client = await watch('dispatcher1');
    const id = client.lastId ?? '';
    await feed().append(aChange('elsewhere'));
    await until('told here', () => client.of('elsewhere').length === 1);
    const path = `/api/v1/live?lastEventId=${id}`;
    const there = await LiveClient.ready(second, await intake.as('dispatcher1'), path);
    await until('told there', () => there.of('elsewhere').length === 1);
    expect(there.names).toEqual(['ready', 'ticket']);
    await second.app.close();
    await until('the stream ends', () => there.ended);
  });

  it.each(['000001700000000-000000000', 'none', '', '0', '999999999999999-000000001'])(
    'says of an unknown last event %j that everything is to be read anew',
    async (lastEventId) => {
      expect((await watch('dispatcher1', lastEventId)).names).toEqual(['reset']);
    },
  );

  it('says so too once Redis was wiped, to those who come back and to those who stayed', async () => {
    const stayed = await watch('dispatcher1');
    const left = await watch('dispatcher1');
    left.close();
    await wipe();
    await feed().append(aChange('after-the-wipe'));
    const back = await watch('dispatcher1', left.lastId);
    expect(back.names[0]).toBe('reset');
    await until('those who stayed know', () => stayed.names.includes('reset'));
    await feed().append(aChange('and-on'));
    for (const client of [stayed, back])
      await until('both are told on', () => client.of('and-on').length === 1);
  });

  it('notices a wipe after which nothing happens', async () => {
    const stayed = await watch('dispatcher1');
    await wipe();
    await until('it is told', () => stayed.names.includes('reset'), 15_000);
  });

  it('tells in the end what a queue that was wiped has lost, since the outbox still knows', async () => {
    const ticket = await aTicketAt(intake, 'dispatched');
    const client = await watch('dispatcher1');
    await announcer.close();
    await give('canteen.owner1', ticket.number, 'accept', {});
    const queue = intake.app.get(Queues).get('announcements');
    await until('it is queued', async () => (await queue.count()) > 0);
    await queue.obliterate({ force: true });
    announcer = await startAnnouncer(intake);
    await sleep(300);
    expect(client.of(ticket.number)).toEqual([]);
    const undone = await intake.app.get(OutboxStore).pending(new Date(), 1_000);
    await intake.app.get(EventRelay).publish(undone.filter(({ job }) => job === 'ticket.announce'));
    await until('it is told', () => client.of(ticket.number).length > 0);
  });

  it('ends with the login', async () => {
    const caller = await intake.login('dispatcher2');
    const client = await LiveClient.ready(intake, caller);
    await intake.call(caller, 'POST', '/api/v1/auth/logout');
    await until('it ends', () => client.ended, 5 * BEAT_MS);
  });

  it('tells nothing to somebody who may no longer see it, and ends for who is deactivated', async () => {
    const people = intake.connection.collection('people');
    const client = await LiveClient.ready(intake, await intake.login('energy.owner1'));
    const change = (fields: object) => people.updateOne({ username: 'energy.owner1' }, { $set: fields });
    const ofTheirs = aChange('theirs', {
      after: { subTasks: [], owner: { id: 'demo-energy.owner1' }, reporter: {} },
    });
    await change({ role: 'reporter' });
    await sleep(BEAT_MS * 1.5);
    await feed().append(ofTheirs);
    await sleep(300);
    expect(client.names).toEqual(['ready', 'reset']);
    await change({ active: false });
    await until('it ends', () => client.ended, 5 * BEAT_MS);
    await change({ role: 'owner', active: true });
  });

  it('is refused to who is not logged in, and to who has too many', async () => {
    const nobody = await LiveClient.open(intake, ANONYMOUS);
    await until('the problem', () => nobody.ended);
    expect([nobody.status, JSON.parse(nobody.text)]).toMatchObject([401, { code: 'AUTH.REQUIRED' }]);
    const most = await Promise.all(Array.from({ length: 20 }, () => watch('verifier1')));
    const refused = await LiveClient.open(intake, await intake.as('verifier1'));
    await until('the problem', () => refused.ended);
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([429, { code: 'REQUEST.RATE_LIMITED' }]);
    most[0]?.close();
    await until('there is room again', async () => (await watch('verifier1')).status === 200);
  });

  it('answers a HEAD without a stream', async () => {
    const { headers } = await intake.as('dispatcher1');
    const answer = await intake.inject({ method: 'HEAD', url: '/api/v1/live', headers });
    expect([answer.status, answer.headers['content-type']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect(answer.text).toBe('');
  });
});

describe('a live stream by tracking code', () => {
  it('says only that this one ticket has changed', async () => {
    const ticket = await aTicketAt(intake, 'dispatched');
    const client = await track(ticket.trackingCode);
    await aTicketAt(intake, 'in-progress');
    await give('dispatcher1', ticket.number, 'comment', { text: '内部意见', visibility: 'internal' });
    await give('canteen.owner1', ticket.number, 'accept', {});
    await until('it is told', () => client.names.includes('changed'));
    await give('dispatcher1', ticket.number, 'comment', { text: '正在处理', visibility: 'public' });
    await until('it is told again', () => client.names.length === 3);
    expect(client.told).toEqual([
      { event: 'ready', data: {} },
      { event: 'changed', data: {} },
      { event: 'changed', data: {} },
    ]);
  });

  it('tells of the ticket that this one was merged into, from then on', async () => {
    const [ticket, target] = [await aTicketAt(intake, 'submitted'), await aTicketAt(intake, 'dispatched')];
    const client = await track(ticket.trackingCode);
    await give('dispatcher1', ticket.number, 'merge', { into: target.number, reason: '同一问题' });
    await until('the merging is told', () => client.names.length === 2);
    await give('canteen.owner1', target.number, 'accept', {});
    await until('what follows is told', () => client.names.length === 3);
    expect(client.names).toEqual(['ready', 'changed', 'changed']);
  });

  it('says after a wipe that it may have changed', async () => {
    const client = await track((await aTicketAt(intake, 'submitted')).trackingCode);
    await wipe();
    await until('it is told', () => client.names.includes('changed'), 15_000);
  });

  it('is not there for a code that is not', async () => {
    const answer = await intake.call(ANONYMOUS, 'GET', '/api/v1/tracking/none/live');
    expect([answer.status, answer.body.code]).toEqual([404, 'TICKET.NOT_FOUND']);
  });
});

it('the end of the process ends every stream at once, and lets nobody in again', async () => {
  const closing = await startIntake();
  await closing.app.listen(0, '127.0.0.1');
  const person = await LiveClient.ready(closing, await closing.login('dispatcher1'));
  const { trackingCode } = await aTicketAt(closing, 'submitted');
  const tracking = await LiveClient.ready(closing, ANONYMOUS, `/api/v1/tracking/${trackingCode}/live`);
  const begun = performance.now();
  await closing.close();
  expect(performance.now() - begun).toBeLessThan(3000);
  await until('both ended', () => person.ended && tracking.ended);
});
