import { TicketDesk } from '@app/application';
import { type Ticket } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { TrackingMisses } from '../limits/rate-limits';
import { valueOf } from '../requests/refusal';

/** Tickets by their tracking codes. Codes that do not exist all get the same answer, and only so many of them. */
@Injectable()
export class TrackedTickets {
  constructor(
    private readonly desk: TicketDesk,
    private readonly misses: TrackingMisses,
  ) {}

  /** Throws TICKET.NOT_FOUND, and REQUEST.RATE_LIMITED to an address that keeps guessing. */
  async find(written: string, address: string): Promise<Ticket> {
    await this.misses.refuseGuesser(address);
    const result = await this.desk.track(trackingCodeOf(written));
    if (!result.ok) await this.misses.count(address);
    return valueOf(result);
  }
}

/** The code as it was given out, however it was copied: case, spaces, dashes and full width do not matter. */
function trackingCodeOf(written: string): string {
  const code = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}
