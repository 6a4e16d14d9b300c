import { type FeedEntry, TicketFeed } from '@app/application';
import { type TicketChange, ticketChangeSchema } from '@app/contracts/jobs';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Redis } from 'ioredis';
import { QUEUE_OPTIONS, type QueueOptions } from './queue.options';
import { QueueUnavailable, RedisConnection } from './redis-connection';

/** Some 3 MB, and more than an office does in days. */
const KEPT = 10_000;
const WAIT_MS = 5_000;
/** Beyond this a connection that waits is taken for dead. */
const LATE_MS = WAIT_MS + 2_000;
const PLACE = /^(\d{15})-(\d{9})$/;

/**
 * The feed is a Redis stream. A place is known as long as its entry is there, so that one which was trimmed, or wiped
 * with everything else, is found out by the very read that asks what came after it.
 */
@Injectable()
export class RedisTicketFeed extends TicketFeed implements OnApplicationShutdown {
  private readonly key: string;
  /** Its own connection, made by the first who waits: what is sent after a waiting command waits with it. */
  private waiting: Redis | undefined;

  constructor(
    @Inject(QUEUE_OPTIONS) options: QueueOptions,
    private readonly connection: RedisConnection,
  ) {
    super();
    this.key = `${options.prefix}:ticket-changes`;
  }

  override async append(change: TicketChange): Promise<void> {
    const text = JSON.stringify(ticketChangeSchema.parse(change));
    await this.connection.answer((redis) => this.add(redis, 'change', text));
  }

  /** An empty feed gets a mark, so that there is a place to come back to. */
  override end(): Promise<string> {
    return this.connection.answer(async (redis) => {
      const [last] = await redis.xrevrange(this.key, '+', '-', 'COUNT', 1);
      return placeOf(last?.[0] ?? (await this.add(redis, 'mark', '')));
    });
  }

  override async after(place: string, limit: number): Promise<FeedEntry[] | undefined> {
    const id = idOf(place);
    if (id === undefined) return undefined;
    const found = await this.connection.answer((redis) =>
      redis.xrange(this.key, id, '+', 'COUNT', limit + 1),
    );
    const [known, ...later] = found;
    return known?.[0] === id ? later.map(entryOf) : undefined;
  }

  override async wait(place: string, limit: number): Promise<FeedEntry[] | undefined> {
    const found = await this.after(place, limit);
    if (found?.length !== 0) return found;
    await this.somethingAfter(place);
    return this.after(place, limit);
  }

  onApplicationShutdown(): void {
    this.waiting?.disconnect();
  }

  private async add(redis: Redis, field: string, text: string): Promise<string> {
    // Null only where a stream must exist already, which is not asked for.
    return (await redis.xadd(this.key, 'MAXLEN', '~', KEPT, '*', field, text)) ?? '';
  }

  private async somethingAfter(place: string): Promise<void> {
    this.waiting ??= this.connection.another();
    const redis = this.waiting;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        redis.disconnect(true);
        reject(new QueueUnavailable('Redis did not answer in time'));
      }, LATE_MS);
    });
    const came = redis.xread('COUNT', 1, 'BLOCK', WAIT_MS, 'STREAMS', this.key, idOf(place) ?? '$');
    await Promise.race([came, late]).finally(() => clearTimeout(timer));
  }
}

/** Redis counts `<milliseconds>-<sequence>`; padded, they sort as strings. */
function placeOf(id: string): string {
  const [ms = '', sequence = ''] = id.split('-');
  return `${ms.padStart(15, '0')}-${sequence.padStart(9, '0')}`;
}

/** Undefined for what was never a place. */
function idOf(place: string): string | undefined {
  const [, ms, sequence] = PLACE.exec(place) ?? [];
  return ms === undefined || sequence === undefined ? undefined : `${Number(ms)}-${Number(sequence)}`;
}

function entryOf([id, [field, text]]: [id: string, fields: string[]]): FeedEntry {
  const place = placeOf(id);
  if (field !== 'change' || text === undefined) return { place };
  // A process of another version may write what this one does not know yet; it passes over that.
  const read = ticketChangeSchema.safeParse(JSON.parse(text));
  return read.success ? { place, change: read.data } : { place };
}
