import { TicketFeed } from '@app/application';
import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { QueueUnavailable } from './redis-connection';
import { aChange, describeTicketFeed } from '../../../test/contracts/ticket-feed.contract';
import { CutOffProxy } from '../../../test/platform/cut-off-proxy';
import {
  freshPrefix,
  givenRedis,
  startQueueApp,
  until,
  type QueueApp,
} from '../../../test/platform/queue-app';

const prefix = freshPrefix();
const key = `${prefix}:ticket-changes`;
let app: QueueApp;
let proxy: CutOffProxy;
let redis: Redis;
let feed: TicketFeed;
beforeAll(async () => {
  proxy = await CutOffProxy.to(givenRedis());
  redis = new Redis(givenRedis());
  app = await startQueueApp({ redisUrl: proxy.url, prefix });
  feed = app.module.get(TicketFeed);
});
afterAll(async () => {
  await app.module.close();
  await proxy.cut();
  await redis.del(key);
  redis.disconnect();
});

describeTicketFeed('Redis', () => ({ feed, wipe: () => redis.del(key).then(() => undefined) }));

jest.setTimeout(20_000);

describe('RedisTicketFeed', () => {
  it('waits for what comes, and ends empty-handed after some seconds', async () => {
    const place = await feed.end();
    const waiting = feed.wait(place, 10);
    await feed.append(aChange('came'));
    expect((await waiting)?.map(({ change }) => change?.number)).toEqual(['came']);
    expect(await feed.wait(await feed.end(), 10)).toEqual([]);
  });

  it('knows no place that was trimmed', async () => {
    const place = await feed.end();
    await feed.append(aChange('kept'));
    await redis.xtrim(key, 'MAXLEN', 1);
    expect(await feed.after(place, 10)).toBeUndefined();
  });

  it('passes over entries that another version has written', async () => {
    const place = await feed.end();
    await redis.xadd(key, '*', 'change', JSON.stringify({ ...aChange('new'), type: 'ticket.of-the-future' }));
    await feed.append(aChange('known'));
    const after = await feed.after(place, 10);
    expect(after?.map(({ change }) => change?.number)).toEqual([undefined, 'known']);
  });

  it('says so while it is away, and goes on when it is back', async () => {
    const place = await feed.end();
    const waiting = feed.wait(place, 10);
    await sleep(100);
    await proxy.cut();
    await expect(feed.end()).rejects.toThrow(QueueUnavailable);
    await proxy.mend();
    await until('Redis answers', () =>
      app.queues.ping().then(
        () => true,
        () => false,
      ),
    );
    await redis.xadd(key, '*', 'change', JSON.stringify(aChange('back')));
    expect((await waiting)?.map(({ change }) => change?.number)).toContain('back');
  });
});
