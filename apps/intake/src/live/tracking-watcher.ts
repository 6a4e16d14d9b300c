import { type TicketChange } from '@app/contracts/jobs';
import { type LiveEvent, type Watcher } from './live-stream';

/** Tells whoever has a tracking code that this one ticket, or one that it follows, has changed, and nothing more. */
export class TrackingWatcher implements Watcher {
  readonly resumable = false;
  readonly missed: LiveEvent = { name: 'changed', data: {} };

  /** `look` answers the ids of the ticket and of what it was merged into by now. */
  constructor(
    private ticketIds: readonly string[],
    private readonly look: () => Promise<readonly string[]>,
  ) {}

  async check(): Promise<'same'> {
    return 'same';
  }

  async tell({ ticketId, internal }: TicketChange): Promise<LiveEvent | undefined> {
    if (internal || !this.ticketIds.includes(ticketId)) return undefined;
    this.ticketIds = await this.look();
    return this.missed;
  }
}
