import { type TicketChange } from '@app/contracts/jobs';
import { type Ticket } from '@app/domain';
import { type LiveEvent, type Watcher } from './live-stream';

type Tracked = Pick<Ticket, 'id' | 'mergedInto'>;

/** Tells whoever has a tracking code that this one ticket, or the one it follows, has changed, and nothing more. */
export class TrackingWatcher implements Watcher {
  readonly resumable = false;
  readonly missed: LiveEvent = { name: 'changed', data: {} };

  constructor(
    private ticket: Tracked,
    private readonly readAgain: () => Promise<Tracked | undefined>,
  ) {}

  async check(): Promise<'same'> {
    return 'same';
  }

  async tell({ ticketId, internal }: TicketChange): Promise<LiveEvent | undefined> {
    const { id, mergedInto } = this.ticket;
    if (internal || (ticketId !== id && ticketId !== mergedInto?.id)) return undefined;
    if (ticketId === id) this.ticket = (await this.readAgain()) ?? this.ticket;
    return this.missed;
  }
}
