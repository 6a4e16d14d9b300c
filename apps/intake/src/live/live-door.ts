import { TicketFeed } from '@app/application';
import { CONFIG, type IntakeConfig, ProblemException } from '@app/platform';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { LiveHub } from './live-hub';
import { LiveStream, type Watcher } from './live-stream';

/** Of the connections that the door takes at all, the rest is left to requests. */
const MOST = 2_000;
const RETRY_AFTER_SECONDS = '30';

/** Lets clients onto live streams, so many at a time, and ends all of them when the process does. */
@Injectable()
export class LiveDoor implements BeforeApplicationShutdown {
  private readonly open = new Map<LiveStream, string>();
  private closing = false;

  constructor(
    private readonly hub: LiveHub,
    private readonly feed: TicketFeed,
    @Inject(CONFIG) private readonly config: Pick<IntakeConfig, 'LIVE_BEAT_MS'>,
  ) {}

  /** Answers with a stream. Throws REQUEST.RATE_LIMITED where `who` has as many open as they may. */
  enter(
    request: FastifyRequest,
    reply: FastifyReply,
    watcher: Watcher,
    { who, most, lastPlace }: { readonly who: string; readonly most: number; readonly lastPlace?: string },
  ): void {
    if (this.closing) throw new ProblemException('SERVER.UNAVAILABLE');
    const theirs = [...this.open.values()].filter((each) => each === who).length;
    if (theirs >= most || this.open.size >= MOST)
      throw new ProblemException('REQUEST.RATE_LIMITED', {
        headers: { 'retry-after': RETRY_AFTER_SECONDS },
      });
    void reply.headers({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // nginx would hold events back until it has a page full of them.
      'x-accel-buffering': 'no',
    });
    if (request.method === 'HEAD') return void reply.send();
    const stream = new LiveStream(watcher, this.hub, this.feed, this.config.LIVE_BEAT_MS);
    this.open.set(stream, who);
    stream.body.once('close', () => this.open.delete(stream));
    void reply.send(stream.body);
    void stream.open(lastPlace);
  }

  beforeApplicationShutdown(): void {
    this.closing = true;
    for (const stream of this.open.keys()) stream.end();
  }
}

/** For the OpenAPI document. */
export const LAST_EVENT_ID = {
  name: 'Last-Event-ID',
  required: false,
  description: 'The id of the last event received; browsers send it when they come back by themselves.',
  schema: { type: 'string', maxLength: 64 },
};

/** The last event a client has seen: a browser that reconnects by itself says so in the header. */
export function lastPlaceOf(
  { headers }: FastifyRequest,
  { lastEventId }: { lastEventId?: string | undefined },
): { readonly lastPlace?: string } {
  const header = headers['last-event-id'];
  const lastPlace = typeof header === 'string' ? header : lastEventId;
  return lastPlace === undefined ? {} : { lastPlace };
}
