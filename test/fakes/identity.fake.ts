import {
  IdentityOpeningRepository,
  type IdentityToHide,
  IdentityUnreadable,
  IdentityVault,
} from '@app/application';
import { type HiddenIdentity, type IdentityOpening } from '@app/domain';
import { sha256 } from '../builders/ticket.builder';
import { stored } from './storable.fake';

interface Entry {
  readonly identity: HiddenIdentity;
  readonly at: Date;
  readonly settled: boolean;
}

export class FakeIdentityVault extends IdentityVault {
  readonly entries = new Map<string, Entry>();
  /** As when its keys are not at hand. */
  locked = false;

  async store(entries: readonly IdentityToHide[]): Promise<void> {
    for (const { ticketId, identity, at } of stored(entries)) {
      if (this.entries.has(ticketId)) throw new Error(`there is an identity of ticket ${ticketId} already`);
      this.entries.set(ticketId, { identity, at, settled: false });
    }
    return Promise.resolve();
  }

  open(ticketId: string): Promise<HiddenIdentity> {
    const entry = this.entries.get(ticketId);
    return entry && !this.locked
      ? Promise.resolve(stored(entry.identity))
      : Promise.reject(new IdentityUnreadable(`no identity of ticket ${ticketId}`));
  }

  blind(text: string): string {
    return sha256(`key/${text}`);
  }

  unsettled(before: Date, limit: number): Promise<readonly string[]> {
    const found = [...this.entries].filter(([, { at, settled }]) => !settled && at < before);
    found.sort(([, a], [, b]) => +a.at - +b.at);
    return Promise.resolve(found.slice(0, limit).map(([id]) => id));
  }

  settle(ticketIds: readonly string[]): Promise<void> {
    for (const id of ticketIds) {
      const entry = this.entries.get(id);
      if (entry) this.entries.set(id, { ...entry, settled: true });
    }
    return Promise.resolve();
  }

  discard(ticketIds: readonly string[]): Promise<void> {
    for (const id of ticketIds) if (this.entries.get(id)?.settled === false) this.entries.delete(id);
    return Promise.resolve();
  }
}

const isUnderWay = ({ state }: IdentityOpening) => state === 'requested' || state === 'approved';

export class FakeIdentityOpeningRepository extends IdentityOpeningRepository {
  readonly rows = new Map<string, IdentityOpening>();

  async create(opening: IdentityOpening): Promise<boolean> {
    if (isUnderWay(opening) && (await this.underWay(opening.ticketId))) return false;
    this.rows.set(opening.id, stored(opening));
    return true;
  }

  byId(id: string): Promise<IdentityOpening | undefined> {
    return Promise.resolve(stored(this.rows.get(id)));
  }

  underWay(ticketId: string): Promise<IdentityOpening | undefined> {
    const found = [...this.rows.values()].find((row) => row.ticketId === ticketId && isUnderWay(row));
    return Promise.resolve(stored(found));
  }

  save(previous: IdentityOpening, next: IdentityOpening): Promise<boolean> {
    const isFirst = this.rows.get(previous.id)?.version === previous.version;
    if (isFirst) this.rows.set(previous.id, stored({ ...next, version: previous.version + 1 }));
    return Promise.resolve(isFirst);
  }

  list(
    { ticketNumber }: { readonly ticketNumber?: string },
    { after, limit }: { readonly after?: string; readonly limit: number },
  ): Promise<readonly IdentityOpening[]> {
    const found = [...this.rows.values()]
      .filter((row) => ticketNumber === undefined || row.ticketNumber === ticketNumber)
      .filter(({ id }) => after === undefined || id < after)
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    return Promise.resolve(stored(found.slice(0, limit)));
  }

  unrecorded(before: Date, limit: number): Promise<readonly IdentityOpening[]> {
    const since = ({ decidedAt, requestedAt }: IdentityOpening) => decidedAt ?? requestedAt;
    const found = [...this.rows.values()]
      .filter((row) => row.unrecorded.length > 0 && since(row) < before)
      .sort((a, b) => +since(a) - +since(b));
    return Promise.resolve(stored(found.slice(0, limit)));
  }
}
