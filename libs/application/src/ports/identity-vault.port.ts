import { type HiddenIdentity } from '@app/domain';

export interface IdentityToHide {
  readonly ticketId: string;
  readonly identity: HiddenIdentity;
  readonly at: Date;
}

/** Thrown where what was sealed cannot be opened with the keys at hand, or is not there; names no personal data. */
export class IdentityUnreadable extends Error {
  override readonly name = 'IdentityUnreadable';
}

/** Who the hidden reporters are: sealed, apart from the tickets, one entry a ticket. */
export abstract class IdentityVault {
  /** Seals and stores; done before the tickets are stored, so that no ticket ever lacks its reporter. */
  abstract store(entries: readonly IdentityToHide[]): Promise<void>;
  /** Throws IdentityUnreadable. */
  abstract open(ticketId: string): Promise<HiddenIdentity>;
  /** The same for the same text; without the key nobody can tell from what, nor try it out. */
  abstract blind(text: string): string;
  /** Tickets whose entry was stored before `before` and is not known to have its ticket, oldest first. */
  abstract unsettled(before: Date, limit: number): Promise<readonly string[]>;
  /** Notes that these entries have their ticket. */
  abstract settle(ticketIds: readonly string[]): Promise<void>;
  /** Destroys entries that never got their ticket; a settled one stays. */
  abstract discard(ticketIds: readonly string[]): Promise<void>;
}

/** What stands on a ticket for the account of its hidden reporter. */
export function accountAlias(vault: IdentityVault, personId: string): string {
  return vault.blind(`account/${personId}`);
}
