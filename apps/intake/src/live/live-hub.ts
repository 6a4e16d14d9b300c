import { type FeedEntry, TicketFeed } from '@app/application';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { setTimeout as pass } from 'node:timers/promises';

const BATCH = 500;
const RETRY_MS = 1_000;

export interface Listener {
  /** Something has happened. */
  offer(entry: FeedEntry): void;
  /** Something may have happened that nobody can tell any more. */
  miss(): void;
}

/** Reads the feed once for the whole process, from the first listener on, and hands every change to all of them. */
@Injectable()
export class LiveHub implements BeforeApplicationShutdown {
  private readonly logger = new Logger(LiveHub.name);
  private readonly listeners = new Set<Listener>();
  private starting: Promise<void> | undefined;
  private closing = false;
  private last: string | undefined;

  constructor(private readonly feed: TicketFeed) {}

  /** Up to where everything was handed out; undefined before the feed has answered for the first time. */
  get place(): string | undefined {
    return this.last;
  }

  /** From here on the listener is offered whatever comes after `place`. */
  async join(listener: Listener): Promise<void> {
    this.starting ??= this.begin()
      .catch(() => undefined)
      .then(() => void this.run());
    await this.starting;
    this.listeners.add(listener);
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener);
  }

  beforeApplicationShutdown(): void {
    this.closing = true;
  }

  private async run(): Promise<void> {
    let away = false;
    while (!this.closing) {
      try {
        if (this.last === undefined) await this.begin();
        else await this.handOn(this.last);
        away = false;
      } catch (err) {
        if (!away && !this.closing) this.logger.warn({ err }, 'the feed of changes is away; trying again');
        away = true;
        await pass(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  private async handOn(place: string): Promise<void> {
    const entries = await this.feed.wait(place, BATCH);
    if (entries === undefined) return this.begin();
    for (const entry of entries) {
      this.last = entry.place;
      for (const listener of this.listeners) listener.offer(entry);
    }
  }

  /** Goes to the end of a feed that is new, or that has forgotten what was not read yet. */
  private async begin(): Promise<void> {
    this.last = await this.feed.end();
    for (const listener of this.listeners) listener.miss();
  }
}
