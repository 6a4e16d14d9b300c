import { type Ticket, type TicketAttachment } from '../ticket/ticket.types';
import {
  type Attachment,
  type AttachmentClaim,
  IMAGE_TYPES,
  type ImageType,
  type MediaType,
} from './attachment.types';

/** The endings that a name of each type may have; the first is given where it has none of them. */
const ENDINGS: Readonly<Record<MediaType, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
};
const LONGEST_NAME = 120;
const NAMELESS = '附件';

export function isImage(mediaType: MediaType): mediaType is ImageType {
  return (IMAGE_TYPES as readonly MediaType[]).includes(mediaType);
}

/**
 * The name under which an upload is kept and offered: without folders, control, bidirectional and invisible
 * characters and those that file systems refuse, at most 120 characters, ending as its type does whatever it was
 * called, so that no `photo.jpg.exe` comes out again.
 */
export function attachmentName(written: string, mediaType: MediaType): string {
  const plain = (written.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const endings = ENDINGS[mediaType];
  const ending = endings.find((each) => plain.toLowerCase().endsWith(each));
  const stem = ending === undefined ? plain : plain.slice(0, -ending.length);
  const short = Array.from(stem).slice(0, LONGEST_NAME).join('').trimEnd() || NAMELESS;
  return `${short}${ending ?? endings[0] ?? ''}`;
}

/**
 * Whether `uploader` (a member of staff's id, or undefined for anyone else) may list the upload under `claim`: it is
 * theirs, and nobody else has it. Under the same claim again and again.
 */
export function mayClaim(
  attachment: Attachment,
  uploader: string | undefined,
  claim: AttachmentClaim,
): boolean {
  const theirs = attachment.uploadedBy === uploader;
  const free = attachment.state === 'pending';
  const again = attachment.state !== 'discarded' && attachment.claim === claim;
  return theirs && (free || again);
}

/** How a ticket lists an upload. */
export function listedAs(
  { id, name, mediaType, size, thumbnail }: Attachment,
  listing: Pick<TicketAttachment, 'visibility' | 'by' | 'at' | 'purpose'>,
): TicketAttachment {
  return { id, name, mediaType, size, thumbnail, ...listing };
}

/**
 * What a reporter may see of a ticket's attachments: the public ones, and those that came with a result only once a
 * head has approved it.
 */
export function attachmentsForReporter({
  attachments,
  result,
}: Pick<Ticket, 'attachments' | 'result'>): TicketAttachment[] {
  return attachments.filter(
    ({ visibility, purpose, at }) =>
      visibility === 'public' &&
      (purpose !== 'result' || (result?.approvedAt !== undefined && at <= result.submittedAt)),
  );
}
