import { PermanentFailure } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { Injectable, type Type } from '@nestjs/common';
import { ClsServiceManager } from 'nestjs-cls';
import { dispatchJob } from '../../../test/contracts/job-publisher.contract';
import { freshPrefix, startQueueApp, until, type QueueApp } from '../../../test/platform/queue-app';
import { HandlesJob, type JobContext } from './handles-job';

const occurredAt = '2026-11-22T03:00:00.000Z';
const sendJob = (jobId: string, correlationId?: string) => ({
  name: 'notification.send' as const,
  jobId,
  payload: {
    eventId: `event-${jobId}`,
    notificationId: jobId,
    occurredAt,
    ...(correlationId ? { correlationId } : {}),
  },
});

interface Run {
  readonly id: string;
  readonly at: number;
  readonly context: JobContext;
  readonly correlationId: string;
}

@Injectable()
class SendHandler {
  readonly runs: Run[] = [];
  act: (run: Run) => Promise<void> = () => Promise.resolve();

  @HandlesJob('notification.send')
  async send(payload: JobPayload<'notification.send'>, context: JobContext): Promise<void> {
    const run = {
      id: payload.notificationId,
      at: Date.now(),
      context,
      correlationId: ClsServiceManager.getClsService().getId(),
    };
    this.runs.push(run);
    await this.act(run);
  }
}

@Injectable()
class SecondSendHandler {
  @HandlesJob('notification.send')
  async send(): Promise<void> {
    await Promise.resolve();
  }
}

const role = { serves: ['notifications'] as const };
const started: QueueApp[] = [];
const prefix = freshPrefix();

async function startWorker(providers: Type[] = [SendHandler]) {
  const app = await startQueueApp({ prefix, role, providers });
  started.push(app);
  return { app, handler: app.module.get(SendHandler, { strict: false }) };
}
afterEach(async () => {
  const [first] = started;
  await first?.queues
    .get('notifications')
    .obliterate({ force: true })
    .catch(() => undefined);
  await Promise.all(started.splice(0).map(({ module }) => module.close()));
});

jest.setTimeout(20_000);

describe('the start of a worker', () => {
  it.each([
    ['no handler', [], /notification\.send: no handler/],
    [
      'two handlers',
      [SendHandler, SecondSendHandler],
      /2 handlers \(SendHandler\.send, SecondSendHandler\.send\)/,
    ],
  ])('is refused where a job of its queues has %s', async (_case, providers, message) => {
    await expect(startQueueApp({ prefix, role, providers })).rejects.toThrow(message);
  });
});

describe('a job', () => {
  it('published again under its id runs once while it waits or runs, and again once it is over', async () => {
    const { app, handler } = await startWorker();
    let finish: () => void = () => undefined;
    handler.act = () => new Promise((resolve) => (finish = resolve));
    await app.publisher.publish([sendJob('twice'), sendJob('twice')]);
    await until('it runs', () => handler.runs.length === 1);
    await app.publisher.publish([sendJob('twice')]);
    expect(await app.queues.get('notifications').getWaitingCount()).toBe(0);
    finish();
    await until('it is over', async () => !(await app.queues.get('notifications').getJob('twice')));
    expect(app.ends).toHaveLength(1);

    handler.act = () => Promise.resolve();
    await app.publisher.publish([sendJob('twice')]);
    await until('it ran again', () => app.ends.length === 2);
    expect(handler.runs.map(({ id }) => id)).toEqual(['twice', 'twice']);
  });

  it('runs under its correlation id, or its event where it has none', async () => {
    const { app, handler } = await startWorker();
    await app.publisher.publish([sendJob('one', 'request-0001'), sendJob('two')]);
    await until('both ran', () => app.ends.length === 2);
    expect(Object.fromEntries(handler.runs.map((run) => [run.id, run.correlationId]))).toEqual({
      one: 'request-0001',
      two: 'event-two',
    });
  });

  it('that fails is tried again after a growing pause', async () => {
    const { app, handler } = await startWorker();
    handler.act = ({ context }) =>
      context.attempt < 3 ? Promise.reject(new Error('busy')) : Promise.resolve();
    await app.publisher.publish([sendJob('busy')]);
    await until('it is done', () => app.ends.length === 3);
    expect(app.ends.map(({ outcome }) => outcome)).toEqual(['retried', 'retried', 'completed']);
    const [first = 0, second = 0, third = 0] = handler.runs.map(({ at }) => at);
    // 1 s and 2 s, each shortened by up to 30 % of jitter
    expect(second - first).toBeGreaterThanOrEqual(690);
    expect(third - second).toBeGreaterThanOrEqual(1390);
    expect(handler.runs.map(({ context }) => context.isLastAttempt)).toEqual([false, false, false]);
  });

  it('that can never succeed is tried once, and leaves its id free', async () => {
    const { app, handler } = await startWorker();
    handler.act = () => Promise.reject(new PermanentFailure('no such address'));
    await app.publisher.publish([sendJob('never')]);
    await until('it is gone', async () => !(await app.queues.get('notifications').getJob('never')));
    expect(app.ends.map(({ outcome }) => outcome)).toEqual(['failed']);
  });

  it('that breaks the contract never reaches its handler', async () => {
    const { app, handler } = await startWorker();
    await app.queues
      .get('notifications')
      .add('notification.send', { to: 'x@y.z' }, { jobId: 'raw', attempts: 5 });
    await app.queues.get('notifications').add('notification.unknown', {}, { jobId: 'odd', attempts: 5 });
    await until('both failed', async () => (await app.queues.get('notifications').getFailedCount()) === 2);
    expect(handler.runs).toEqual([]);
    expect((await app.queues.get('notifications').getJob('raw'))?.failedReason).not.toContain('x@y.z');
  });

  it('that is interrupted by the end of its worker is done anew by another, at no cost', async () => {
    const { app, handler } = await startWorker();
    handler.act = ({ context: { signal } }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('interrupted'))));
    await app.publisher.publish([sendJob('long')]);
    await until('it runs', () => handler.runs.length === 1);
    await app.module.close();
    started.length = 0;

    const next = await startWorker();
    await until('it ran again', () => next.app.ends.length === 1);
    expect(next.handler.runs.map(({ id, context }) => [id, context.attempt])).toEqual([['long', 1]]);
  });

  it('whose queue is not served here is left alone', async () => {
    const { app } = await startWorker();
    await app.publisher.publish([dispatchJob('elsewhere')]);
    expect(await app.queues.get('ticket-processing').getWaitingCount()).toBe(1);
    await app.queues.get('ticket-processing').obliterate({ force: true });
  });
});
