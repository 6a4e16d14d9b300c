import { QUEUE_NAMES, type JobName } from '@app/contracts/jobs';
import { describeJobPublisher, dispatchJob } from '../../../test/contracts/job-publisher.contract';
import { CutOffProxy } from '../../../test/platform/cut-off-proxy';
import {
  freshPrefix,
  givenRedis,
  startQueueApp,
  until,
  type QueueApp,
} from '../../../test/platform/queue-app';

let app: QueueApp;
let proxy: CutOffProxy;
beforeAll(async () => {
  proxy = await CutOffProxy.to(givenRedis());
  app = await startQueueApp({ redisUrl: proxy.url, prefix: freshPrefix() });
});
afterAll(async () => {
  for (const name of QUEUE_NAMES) await app.queues.get(name).obliterate({ force: true });
  await app.module.close();
  await proxy.cut();
});

const jobsInQueues = async () =>
  (
    await Promise.all(
      QUEUE_NAMES.map((name) => app.queues.get(name).getJobs(['wait', 'delayed', 'completed'])),
    )
  ).flat();

describeJobPublisher('BullMQ', () => ({
  publisher: app.publisher,
  published: async () =>
    (await jobsInQueues()).map((job) => ({
      name: job.name as JobName,
      jobId: job.id ?? '',
      payload: job.data as unknown,
    })),
}));

jest.setTimeout(20_000);

describe('BullJobPublisher', () => {
  it('takes tries and backoff from the catalogue, and keeps no job that is over', async () => {
    await app.publisher.publish([dispatchJob('options')]);
    const job = await app.queues.get('ticket-processing').getJob('options');
    expect(job?.opts).toMatchObject({
      attempts: 12,
      backoff: { type: 'exponential', delay: 500, jitter: 0.3 },
      removeOnComplete: true,
      removeOnFail: true,
    });
  });

  it('holds a job back until its instant', async () => {
    await app.publisher.publish([
      { ...dispatchJob('later'), notBefore: new Date(Date.now() + 60_000) },
      { ...dispatchJob('due'), notBefore: new Date(Date.now() - 60_000) },
    ]);
    const delayed = await app.queues.get('ticket-processing').getDelayed();
    expect(delayed.map((job) => job.id)).toEqual(['later']);
    expect(delayed[0]?.opts.delay).toBeGreaterThan(58_000);
  });

  it('sends several jobs for one queue in one transaction', async () => {
    const addBulk = jest.spyOn(app.queues.get('ticket-processing'), 'addBulk');
    await app.publisher.publish(Array.from({ length: 50 }, (_, i) => dispatchJob(`several-of-${i}`)));
    expect(addBulk).toHaveBeenCalledTimes(1);
    addBulk.mockRestore();
  });

  it('counts what waits, and for how long the first has', async () => {
    const [depth] = (await app.queues.depths(new Date(Date.now() + 60_000))).filter(
      ({ queue }) => queue === 'ticket-processing',
    );
    expect(depth?.jobs).toMatchObject({ delayed: 1, active: 0 });
    expect(depth?.jobs.waiting).toBeGreaterThan(50);
    const oldest = (await jobsInQueues()).find((job) => job.id === 'several-1');
    expect(depth?.oldestWaitingSeconds).toBeCloseTo(
      (Date.now() + 60_000 - (oldest?.timestamp ?? 0)) / 1000,
      0,
    );
  });

  it('throws promptly while Redis is away, and works again when it is back', async () => {
    await proxy.cut();
    await until('the cut is noticed', () =>
      app.queues.ping().then(
        () => false,
        () => true,
      ),
    );
    const start = performance.now();
    await expect(app.publisher.publish([dispatchJob('away')])).rejects.toMatchObject({
      name: 'QueueUnavailable',
    });
    expect(performance.now() - start).toBeLessThan(200);

    await proxy.mend();
    await until('Redis is back', () =>
      app.queues.ping().then(
        () => true,
        () => false,
      ),
    );
    await app.publisher.publish([dispatchJob('back')]);
    expect(await app.queues.get('ticket-processing').getJob('back')).toBeDefined();
    expect(await app.queues.get('ticket-processing').getJob('away')).toBeUndefined();
  });

  it('starts without Redis', async () => {
    await proxy.cut();
    const started = await startQueueApp({ redisUrl: proxy.url, prefix: freshPrefix() });
    await expect(started.publisher.publish([dispatchJob('early')])).rejects.toMatchObject({
      name: 'QueueUnavailable',
    });
    await proxy.mend();
    await until('Redis is back', () =>
      started.queues.ping().then(
        () => true,
        () => false,
      ),
    );
    await started.publisher.publish([dispatchJob('early')]);
    expect(await started.queues.get('ticket-processing').getJob('early')).toBeDefined();
    await started.queues.get('ticket-processing').obliterate({ force: true });
    await started.module.close();
  });
});
