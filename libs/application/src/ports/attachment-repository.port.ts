import { type Attachment, type AttachmentClaim } from '@app/domain';

/** Records of uploads. Each change is one conditional write, so that of two that race one wins. */
export abstract class AttachmentRepository {
  abstract create(attachment: Attachment): Promise<void>;
  /** Those that are there, in no order. */
  abstract byIds(ids: readonly string[]): Promise<readonly Attachment[]>;
  /**
   * Takes an upload for one ticket or submission where `mayClaim` allows it to `uploader`, and sets `touchedAt`;
   * false where it does not. The same claim again succeeds.
   */
  abstract claim(
    id: string,
    by: { readonly uploader: string | undefined; readonly claim: AttachmentClaim; readonly at: Date },
  ): Promise<boolean>;
  /** Uploads that are not known to be listed by a ticket and were touched before `before`, longest ago first. */
  abstract unsettled(before: Date, limit: number): Promise<readonly Attachment[]>;
  /** Settles an upload, unless it has been touched or settled since it was read; false then. */
  abstract settle(attachment: Attachment, state: 'attached' | 'discarded'): Promise<boolean>;
  /** Forgets the record; what is gone already is no fault. */
  abstract remove(id: string): Promise<void>;
}
