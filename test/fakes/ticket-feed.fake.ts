import { type FeedEntry, TicketFeed } from '@app/application';
import { type TicketChange, ticketChangeSchema } from '@app/contracts/jobs';

/** Keeps the feed in memory and waits for nothing. */
export class FakeTicketFeed extends TicketFeed {
  private entries: FeedEntry[] = [];
  private count = 0;

  get changes(): TicketChange[] {
    return this.entries.flatMap(({ change }) => change ?? []);
  }

  override async append(change: TicketChange): Promise<void> {
    this.add({ change: ticketChangeSchema.parse(change) });
  }

  override end(): Promise<string> {
    return Promise.resolve(this.entries.at(-1)?.place ?? this.add({}));
  }

  override after(place: string, limit: number): Promise<FeedEntry[] | undefined> {
    const known = this.entries.findIndex((entry) => entry.place === place);
    return Promise.resolve(known === -1 ? undefined : this.entries.slice(known + 1, known + 1 + limit));
  }

  override wait(place: string, limit: number): Promise<FeedEntry[] | undefined> {
    return this.after(place, limit);
  }

  wipe(): void {
    this.entries = [];
  }

  private add(entry: Omit<FeedEntry, 'place'>): string {
    this.count += 1;
    const place = String(this.count).padStart(6, '0');
    this.entries.push({ place, ...entry });
    return place;
  }
}
