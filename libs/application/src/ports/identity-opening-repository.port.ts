import { type IdentityOpening } from '@app/domain';

/** Requests to open hidden identities; nothing of the identities themselves. */
export abstract class IdentityOpeningRepository {
  /** Stores a new one; false where another of the same ticket is requested or approved. */
  abstract create(opening: IdentityOpening): Promise<boolean>;
  abstract byId(id: string): Promise<IdentityOpening | undefined>;
  /** The one of this ticket that is requested or approved, going by what is stored. */
  abstract underWay(ticketId: string): Promise<IdentityOpening | undefined>;
  /** Stores `next` as the version after `previous`'s; false where someone else was first. */
  abstract save(previous: IdentityOpening, next: IdentityOpening): Promise<boolean>;
  /** Newest first. */
  abstract list(
    filter: { readonly ticketNumber?: string },
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly IdentityOpening[]>;
  /** Those whose last step was taken before `before` and is not on the ticket's record yet, oldest first. */
  abstract unrecorded(before: Date, limit: number): Promise<readonly IdentityOpening[]>;
}
