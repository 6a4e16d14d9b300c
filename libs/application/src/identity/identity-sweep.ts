import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { IdentityOpeningRepository } from '../ports/identity-opening-repository.port';
import { IdentityVault } from '../ports/identity-vault.port';
import { TicketQueries } from '../ports/ticket-queries.port';
import { IdentityDesk } from './identity-desk';

/** What a sweep takes in one go; it goes on until nothing is left. */
const BATCH = 200;
/** No submission is on its way for longer than this: an identity without a ticket by then never gets one. */
const SUBMISSION_GRACE_MS = 10 * 60_000;
const RECORD_GRACE_MS = 30_000;

/** What a crash left of hidden identities; may run anywhere, any number of times at once. */
@Injectable()
export class IdentitySweep {
  constructor(
    private readonly vault: IdentityVault,
    private readonly openings: IdentityOpeningRepository,
    private readonly queries: TicketQueries,
    private readonly desk: IdentityDesk,
    private readonly clock: Clock,
  ) {}

  /** Destroys identities whose ticket was never stored, and records steps that are not on record. Answers how many. */
  async run(): Promise<number> {
    let count = 0;
    for (let full = true; full;) {
      const ids = await this.vault.unsettled(this.ago(SUBMISSION_GRACE_MS), BATCH);
      const found = new Set((await this.queries.summaries(ids)).map(({ id }) => id));
      await this.vault.settle(ids.filter((id) => found.has(id)));
      await this.vault.discard(ids.filter((id) => !found.has(id)));
      count += ids.length;
      full = ids.length === BATCH;
    }
    const unrecorded = await this.openings.unrecorded(this.ago(RECORD_GRACE_MS), BATCH);
    for (const opening of unrecorded) await this.desk.record(opening);
    return count + unrecorded.length;
  }

  private ago(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() - milliseconds);
  }
}
