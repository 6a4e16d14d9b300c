import { ThrottlerStorageRedisService } from '@nest-lab/throttler-storage-redis';
import { Logger } from '@nestjs/common';

const PASSES = { totalHits: 0, timeToExpire: 0, isBlocked: false, timeToBlockExpire: 0 };

/** Counts in Redis, for all intakes together. With Redis away nobody is held up: limits are a courtesy, service is not. */
export class RedisRateStore extends ThrottlerStorageRedisService {
  private readonly logger = new Logger(RedisRateStore.name);
  private away = false;

  /** All keys begin with `keyPrefix`, so that installations that share a Redis do not share counts. */
  constructor(url: string, keyPrefix: string) {
    super(url, {
      keyPrefix,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      commandTimeout: 500,
      connectTimeout: 2000,
    });
    this.redis.on('error', (err: unknown) => {
      if (!this.away) this.logger.warn({ err }, 'Redis does not answer; requests are not limited meanwhile');
      this.away = true;
    });
    this.redis.on('ready', () => (this.away = false));
  }

  override async increment(...counted: Parameters<ThrottlerStorageRedisService['increment']>) {
    if (this.redis.status !== 'ready') return PASSES;
    return super.increment(...counted).catch(() => PASSES);
  }

  /** Seconds for which a key is still blocked; 0 where it is not. */
  async blockedFor(key: string, name: string): Promise<number> {
    if (this.redis.status !== 'ready') return 0;
    const ms = await this.redis.pttl(`{${key}:${name}}:blocked`).catch(() => 0);
    return Math.max(0, Math.ceil(ms / 1000));
  }
}
