import { CONFIG, ProblemException, type IntakeConfig } from '@app/platform';
import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ThrottlerStorage, type ThrottlerModuleOptions } from '@nestjs/throttler';
import { type FastifyRequest } from 'fastify';
import { RATE_LIMIT, type RateLimit } from './rate-limited.decorator';
import { RedisRateStore } from './redis-rate-store';

const MINUTE_MS = 60_000;
const NAME = 'default';
/** The highest figure that the configuration takes; it stands for no limit, and costs no look at Redis. */
const UNLIMITED = 1_000_000;

type Limits = Readonly<Record<RateLimit, number>>;

function limitsOf(config: IntakeConfig): Limits {
  return {
    submit: config.RATE_LIMIT_SUBMIT_PER_MINUTE,
    upload: config.RATE_LIMIT_UPLOAD_PER_MINUTE,
    track: config.RATE_LIMIT_TRACK_PER_MINUTE,
    login: config.RATE_LIMIT_LOGIN_PER_MINUTE,
    api: config.RATE_LIMIT_API_PER_MINUTE,
  };
}

function keyOf(limit: RateLimit, who: string): string {
  return `limit:${limit}:${who}`;
}

/** The throttler's options: one count for each limit and address, or person where somebody is logged in. */
export function throttlerOptions(config: IntakeConfig): ThrottlerModuleOptions {
  const limits = limitsOf(config);
  const reflector = new Reflector();
  const kindOf = (context: ExecutionContext): RateLimit =>
    reflector.getAllAndOverride<RateLimit | undefined>(RATE_LIMIT, [
      context.getHandler(),
      context.getClass(),
    ]) ?? 'api';
  return {
    storage: new RedisRateStore(config.REDIS_URL, config.QUEUE_PREFIX),
    throttlers: [{ name: NAME, ttl: MINUTE_MS, limit: (context) => limits[kindOf(context)] }],
    // Misses of tracking are counted where they are found out.
    skipIf: (context) => kindOf(context) === 'track' || limits[kindOf(context)] >= UNLIMITED,
    generateKey: (context, address) => {
      const { person } = context.switchToHttp().getRequest<FastifyRequest>();
      const kind = kindOf(context);
      return keyOf(kind, kind === 'api' && person ? person.id : address);
    },
  };
}

/** Looks for tracking codes that do not exist: an address that keeps guessing is turned away before it learns more. */
@Injectable()
export class TrackingMisses {
  private readonly limit: number;

  constructor(
    @Inject(ThrottlerStorage) private readonly store: RedisRateStore,
    @Inject(CONFIG) config: IntakeConfig,
  ) {
    this.limit = limitsOf(config).track;
  }

  /** Throws REQUEST.RATE_LIMITED while the address is turned away. */
  async refuseGuesser(address: string): Promise<void> {
    if (this.limit >= UNLIMITED) return;
    const seconds = await this.store.blockedFor(keyOf('track', address), NAME);
    if (seconds > 0)
      throw new ProblemException('REQUEST.RATE_LIMITED', { headers: { 'retry-after': String(seconds) } });
  }

  async count(address: string): Promise<void> {
    if (this.limit < UNLIMITED)
      await this.store.increment(keyOf('track', address), MINUTE_MS, this.limit, MINUTE_MS, NAME);
  }
}
