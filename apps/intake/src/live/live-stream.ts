import { type FeedEntry, type TicketFeed } from '@app/application';
import { type TicketChange } from '@app/contracts/jobs';
import { type LiveEventName } from '@app/contracts/http';
import { Logger } from '@nestjs/common';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { type Listener, type LiveHub } from './live-hub';

export interface LiveEvent {
  readonly name: LiveEventName;
  readonly data: object;
}

/** Decides what one stream is told. */
export interface Watcher {
  /** Whether events carry ids to come back with. */
  readonly resumable: boolean;
  /** What to say where something was missed. */
  readonly missed: LiveEvent;
  /** Whether whoever watches still may, and whether what they may see is the same as before. */
  check(): Promise<'same' | 'other' | 'ended'>;
  /** What a change is to them, if anything. */
  tell(change: TicketChange): Promise<LiveEvent | undefined>;
}

/** How long a browser waits before it comes back. */
const RETRY_MS = 3_000;
/** Beyond this, reading everything anew is cheaper than being told one by one. */
const MOST_WAITING = 500;
/** A check holds this long, so that many changes at once do not become as many looks at the database. */
const CHECKED_MS = 1_000;
/** What was written may still be read for so long after the end; then the connection is cut. */
const LAST_WORDS_MS = 1_000;
/** Beats that a client may leave unread before it is taken for gone. */
const MOST_STALLED = 2;

/**
 * One client's stream of server-sent events. What happens while it is written to waits; where too much waits it is
 * dropped, and the client told to read everything anew.
 */
export class LiveStream implements Listener {
  readonly body = new PassThrough();
  private readonly logger = new Logger(LiveStream.name);
  private readonly over = new AbortController();
  private readonly beating: NodeJS.Timeout;
  private waiting: FeedEntry[] = [];
  /** The place up to which everything was told. */
  private told = '';
  private missed = false;
  private telling = false;
  private checkedAt = performance.now();
  private stalled = 0;

  constructor(
    private readonly watcher: Watcher,
    private readonly hub: LiveHub,
    private readonly feed: TicketFeed,
    beatMs: number,
  ) {
    this.beating = setInterval(() => void this.guarded(() => this.beat()), beatMs);
    this.body.once('close', () => this.end());
    this.body.on('error', () => undefined);
  }

  /** Begins after the place that a client has come to, or with now. */
  open(lastPlace: string | undefined): Promise<void> {
    return this.guarded(async () => {
      this.body.write(`retry: ${RETRY_MS}\n\n`);
      await this.hub.join(this);
      if (this.over.signal.aborted) return this.hub.leave(this);
      const { place } = this.hub;
      const since = lastPlace === undefined ? [] : await this.since(lastPlace);
      this.missed ||= since === undefined || place === undefined;
      this.told = (since && lastPlace) ?? place ?? '';
      this.waiting.unshift(...(since ?? []));
      if (since !== undefined) await this.write({ name: 'ready', data: {} }, this.told);
      await this.tellAll();
    });
  }

  offer(entry: FeedEntry): void {
    if (this.waiting.length >= MOST_WAITING) return this.miss();
    this.waiting.push(entry);
    void this.guarded(() => this.tellAll());
  }

  miss(): void {
    this.missed = true;
    this.waiting = [];
    void this.guarded(() => this.tellAll());
  }

  end(): void {
    if (this.over.signal.aborted) return;
    this.over.abort();
    clearInterval(this.beating);
    this.hub.leave(this);
    this.body.end();
    setTimeout(() => this.body.destroy(), LAST_WORDS_MS).unref();
  }

  /** What was missed since a place; undefined where nobody knows, or where it is too much. */
  private async since(place: string): Promise<FeedEntry[] | undefined> {
    const entries = await this.feed.after(place, MOST_WAITING).catch(() => undefined);
    return entries && entries.length < MOST_WAITING ? entries : undefined;
  }

  private async tellAll(): Promise<void> {
    if (this.telling || this.told === '') return;
    this.telling = true;
    try {
      while (!this.over.signal.aborted) {
        const entry = this.waiting.shift();
        if (this.missed) await this.sayMissed();
        else if (entry) await this.tell(entry);
        else return;
      }
    } finally {
      this.telling = false;
    }
  }

  private async sayMissed(): Promise<void> {
    this.missed = false;
    this.waiting = [];
    this.told = this.hub.place ?? this.told;
    await this.write(this.watcher.missed, this.told);
  }

  private async tell({ place, change }: FeedEntry): Promise<void> {
    if (place <= this.told) return;
    const event = change && (await this.watcher.tell(change));
    if (event && (await this.isChecked(CHECKED_MS))) await this.write(event, place);
    this.told = place;
  }

  private async beat(): Promise<void> {
    if (this.body.writableNeedDrain) {
      this.stalled += 1;
      if (this.stalled >= MOST_STALLED) this.body.destroy();
      return;
    }
    this.stalled = 0;
    if (await this.isChecked(0)) this.body.write(':\n\n');
    await this.tellAll();
  }

  /** Whether things are as they were, going by a check that is not older than that. */
  private async isChecked(milliseconds: number): Promise<boolean> {
    if (performance.now() - this.checkedAt < milliseconds) return true;
    const found = await this.watcher.check();
    this.checkedAt = performance.now();
    if (found === 'ended') this.end();
    if (found === 'other') this.missed = true;
    return found === 'same' && !this.over.signal.aborted;
  }

  /** Resolves when the client keeps up with what is written. */
  private async write({ name, data }: LiveEvent, place: string): Promise<void> {
    if (this.over.signal.aborted) return;
    const id = this.watcher.resumable && place !== '' ? `id: ${place}\n` : '';
    if (this.body.write(`${id}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)) return;
    await once(this.body, 'drain', { signal: this.over.signal }).catch(() => undefined);
  }

  /** Where something fails, the stream ends and its client comes back to a better moment. */
  private async guarded(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (err) {
      this.logger.warn({ err }, 'live stream ended');
      this.end();
    }
  }
}
