import { type ticketAttachmentSchema, type uploadedAttachmentSchema } from '@app/contracts/http';
import { type Attachment, type TicketAttachment } from '@app/domain';
import { type z } from 'zod';
import { type AttachmentLinks } from './attachment-links';

export function presentUpload({
  id,
  name,
  mediaType,
  size,
}: Attachment): z.input<typeof uploadedAttachmentSchema> {
  return { id, name, mediaType, size };
}

/** Attachments that the one asking may see: whoever gets this answer gets the files too. */
export function presentAttachments(
  attachments: readonly TicketAttachment[],
  links: AttachmentLinks,
): z.input<typeof ticketAttachmentSchema>[] {
  return attachments.map(({ id, name, mediaType, size, thumbnail, visibility, by, at, purpose }) => ({
    id,
    name,
    mediaType,
    size,
    visibility,
    by,
    at: at.toISOString(),
    purpose,
    href: links.to(id, 'file'),
    thumbnailHref: thumbnail ? links.to(id, 'thumbnail') : undefined,
  }));
}
