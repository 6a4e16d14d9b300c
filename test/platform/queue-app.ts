import { JobPublisher } from '@app/application';
import { QueueModule, Queues, type JobEnd, type QueueRole } from '@app/queue';
import { type Provider } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** The Redis that the test run was given; a missing one fails, it never skips. */
export function givenRedis(): string {
  const url = process.env['REDIS_URL'];
  if (!url) throw new Error('REDIS_URL is not set');
  return url;
}

export const freshPrefix = () => `{duban-test-${randomUUID()}}`;

export interface QueueApp {
  readonly module: TestingModule;
  readonly publisher: JobPublisher;
  readonly queues: Queues;
  /** Every try that is over, in order. */
  readonly ends: JobEnd[];
}

/** A process with nothing but its queues. */
export async function startQueueApp(given: {
  readonly redisUrl?: string;
  readonly prefix: string;
  readonly sweepEveryMs?: number;
  readonly role?: QueueRole;
  readonly providers?: Provider[];
}): Promise<QueueApp> {
  const ends: JobEnd[] = [];
  const { redisUrl = givenRedis(), prefix, sweepEveryMs = 200 } = given;
  const module = await Test.createTestingModule({
    imports: [
      QueueModule.forRootAsync(
        { useFactory: () => ({ redisUrl, prefix, sweepEveryMs, onJobEnd: (end) => void ends.push(end) }) },
        given.role,
      ),
    ],
    providers: given.providers ?? [],
  }).compile();
  module.useLogger(false);
  await module.init();
  return { module, publisher: module.get(JobPublisher), queues: module.get(Queues), ends };
}

/** Waits until `condition` holds; throws `what` where it does not within `ms`. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  ms = 10_000,
): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not within ${ms} ms: ${what}`);
    await sleep(20);
  }
}
