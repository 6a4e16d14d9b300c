import { type Checkpoint } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { ConfigurationLog } from '../ports/configuration-log.port';
import { Ids } from '../ports/ids.port';
import { TicketAudit } from '../ports/ticket-audit.port';

/** What one checkpoint holds: far below what a document may. */
const HEADS = 1_000;

/**
 * Writes where the tickets' records stand into the configuration's log, whose chain then vouches for them: a record
 * that is cut short, replaced or taken away afterwards no longer has what the checkpoint names.
 */
@Injectable()
export class AnchorSweep {
  constructor(
    private readonly tickets: TicketAudit,
    private readonly log: ConfigurationLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Anchors all that has grown; answers how many. What dies halfway anchors some twice, which does no harm. */
  async run(): Promise<number> {
    let count = 0;
    for (let full = true; full;) {
      const heads = await this.tickets.unanchored(HEADS);
      full = heads.length === HEADS;
      if (heads.length === 0) break;
      const after: Checkpoint = { heads };
      await this.log.append({
        id: this.ids.next(),
        at: this.clock.now(),
        actor: { kind: 'system', name: 'anchors' },
        kind: 'checkpoint',
        subject: 'tickets',
        after,
      });
      await this.tickets.noteAnchored(heads);
      count += heads.length;
    }
    return count;
  }
}
