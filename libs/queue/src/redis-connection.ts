import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Redis } from 'ioredis';
import { QUEUE_OPTIONS, type QueueOptions } from './queue.options';

const FIRST_CONNECTION_MS = 1500;
const ANSWER_MS = 2000;

/** Redis does not answer for now. */
export class QueueUnavailable extends Error {
  override readonly name = 'QueueUnavailable';
}

/**
 * The process's connection, shared by all its queues and workers (each worker adds a blocking one). It reconnects
 * for ever; an outage is told in one line when it begins and one when it ends, and never ends the process.
 */
@Injectable()
export class RedisConnection implements OnModuleInit, OnApplicationShutdown {
  readonly redis: Redis;
  private readonly logger = new Logger(RedisConnection.name);
  private away = false;
  private closing = false;

  constructor(@Inject(QUEUE_OPTIONS) options: QueueOptions) {
    this.redis = new Redis(options.redisUrl, {
      maxRetriesPerRequest: null,
      connectTimeout: 5000,
      retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 6), 2000),
    });
    this.redis.on('error', this.report);
    this.redis.on('close', () => this.report(new Error('connection closed')));
    this.redis.on('ready', () => {
      if (this.away) this.logger.log('Redis answers again');
      this.away = false;
    });
  }

  /** Gives a first connection a moment, so that a process that says it is ready can publish; starts without one too. */
  async onModuleInit(): Promise<void> {
    if (this.redis.status === 'ready') return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.redis.once('ready', resolve);
      timer = setTimeout(resolve, FIRST_CONNECTION_MS);
    });
    clearTimeout(timer);
  }

  /** For `error` events of clients, queues and workers, which end the process where nobody listens. */
  readonly report = (error: Error): void => {
    if (this.closing) return;
    if (this.redis.status === 'ready') {
      // Not an outage: a lost lock, a script that failed.
      this.logger.warn({ err: error }, 'queue error');
    } else if (!this.away) {
      this.away = true;
      this.logger.error({ err: error }, 'Redis does not answer; trying again until it does');
    }
  };

  /** Resolves when Redis answers; throws QueueUnavailable where it does not. */
  async ping(): Promise<void> {
    await this.answer((redis) => redis.ping());
  }

  /**
   * What `ask` resolves to. Throws QueueUnavailable at once where there is no connection, and after 2 s where no
   * answer comes: a command cut off on its way waits for the next connection, and may then still be carried out.
   */
  async answer<T>(ask: (redis: Redis) => Promise<T>): Promise<T> {
    if (this.redis.status !== 'ready') throw new QueueUnavailable('there is no connection to Redis');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new QueueUnavailable('Redis did not answer in time')), ANSWER_MS);
    });
    return Promise.race([ask(this.redis), late]).finally(() => clearTimeout(timer));
  }

  /** A further connection, for commands that wait; whoever asks for it closes it. */
  another(): Redis {
    return this.redis.duplicate().on('error', this.report);
  }

  onApplicationShutdown(): void {
    this.closing = true;
    this.redis.disconnect();
  }
}
