/** What is redrawn on its way in: upright, without metadata. HEIC is not: no free decoder may be shipped. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** What is kept as it came. */
export const DOCUMENT_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

/** The types that are taken, told by content and never by name. */
export const MEDIA_TYPES = [...IMAGE_TYPES, ...DOCUMENT_TYPES] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** Files that one submission or command may bring. */
export const MOST_ATTACHMENTS_AT_ONCE = 9;
/** An upload that no ticket lists after so many hours is swept away. */
export const UPLOAD_KEPT_HOURS = 24;

/**
 * For what an upload has been taken: one ticket, or one submission that has no ticket yet, by its idempotency key, so
 * that a submission that was cut off can be repeated.
 */
export type AttachmentClaim = `ticket:${string}` | `submission:${string}`;

/**
 * An upload, from its arrival on. The record is there before its files and goes after them, so that no file is ever
 * without one. `pending` may be claimed by one ticket or submission; `attached` is known to be listed by it;
 * `discarded` is on its way out.
 */
export interface Attachment {
  /** 128 random bits in hex: whoever uploaded without being staff proves it by knowing this. */
  readonly id: string;
  readonly state: 'pending' | 'claimed' | 'attached' | 'discarded';
  readonly name: string;
  readonly mediaType: MediaType;
  /** Bytes, as kept. */
  readonly size: number;
  readonly thumbnail: boolean;
  /** The member of staff who uploaded it, who alone may claim it. Of reporters nothing is kept. */
  readonly uploadedBy?: string;
  readonly claim?: AttachmentClaim;
  /** Its upload, or the last time it was claimed. */
  readonly touchedAt: Date;
}
