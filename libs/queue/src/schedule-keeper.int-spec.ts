import { type JobPayload } from '@app/contracts/jobs';
import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  freshPrefix,
  givenRedis,
  startQueueApp,
  until,
  type QueueApp,
} from '../../../test/platform/queue-app';
import { HandlesJob } from './handles-job';
import { schedules } from './schedules';

const ALL = schedules(1000)
  .map(({ id }) => id)
  .sort();
const prefix = freshPrefix();

@Injectable()
class SweepHandler {
  readonly runs: string[] = [];

  @HandlesJob('sweep.run')
  run({ sweep }: JobPayload<'sweep.run'>): Promise<void> {
    this.runs.push(sweep);
    return Promise.resolve();
  }

  /** The other job of the queue; nothing here publishes it. */
  @HandlesJob('calendar.apply')
  apply(_: JobPayload<'calendar.apply'>): Promise<void> {
    return Promise.resolve();
  }
}

const started: QueueApp[] = [];
const startScheduler = async (sweepEveryMs?: number) => {
  const app = await startQueueApp({
    prefix,
    role: { schedules: true },
    ...(sweepEveryMs ? { sweepEveryMs } : {}),
  });
  started.push(app);
  return app.queues.get('maintenance');
};
const startWorker = async () => {
  const app = await startQueueApp({ prefix, role: { serves: ['maintenance'] }, providers: [SweepHandler] });
  started.push(app);
  return app.module.get(SweepHandler, { strict: false }).runs;
};
/** To us the same as FLUSHALL, and nothing to the others who use this Redis. */
const wipe = async () => {
  const redis = new Redis(givenRedis());
  await redis.eval(
    "for _, key in ipairs(redis.call('keys', ARGV[1])) do redis.call('del', key) end",
    0,
    `${prefix}:*`,
  );
  await redis.quit();
};
afterEach(async () => {
  await Promise.all(started.splice(0).map(({ module }) => module.close()));
  await wipe();
});

jest.setTimeout(30_000);

describe('the schedule table', () => {
  it('is in force once, however many schedulers apply it', async () => {
    const [queue] = await Promise.all([startScheduler(1000), startScheduler(1000)]);
    await until('it is applied', async () => (await queue.getJobSchedulersCount()) === ALL.length);
    const runs = await startWorker();
    const start = Date.now();
    await sleep(5000);
    const perSweep = runs.filter((sweep) => sweep === 'outbox').length;
    const expected = (Date.now() - start) / 1000;
    expect(perSweep).toBeGreaterThanOrEqual(Math.floor(expected) - 1);
    expect(perSweep).toBeLessThanOrEqual(Math.ceil(expected) + 1);
    expect((await queue.getJobSchedulers()).map(({ key }) => key).sort()).toEqual(ALL);
  });

  it('takes out what is no longer in it, and follows a changed interval', async () => {
    const queue = await startScheduler(1000);
    await until('it is applied', async () => (await queue.getJobSchedulersCount()) === ALL.length);
    await queue.upsertJobScheduler('retired', { every: 1000 }, { name: 'sweep.run', data: {} });
    await startScheduler(2000);
    await until('the retired one is gone', async () => !(await queue.getJobScheduler('retired')));
    await until(
      'the interval changed',
      async () => Number((await queue.getJobScheduler('sweep-outbox'))?.every) === 2000,
    );
  });

  it('heals within ten seconds of Redis being wiped', async () => {
    await startScheduler(500);
    const runs = await startWorker();
    await until('sweeps run', () => ALL.every((id) => runs.includes(id.replace('sweep-', ''))));
    await wipe();
    runs.length = 0;
    await until('sweeps run again', () => ALL.every((id) => runs.includes(id.replace('sweep-', ''))), 10_000);
  });
});
