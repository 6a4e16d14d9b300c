import { z } from 'zod';
import { isoInstant } from './shared.http';

/** What an upload is called from then on; whoever uploaded it names it where it is to be listed. */
const attachmentId = z.string().regex(/^[0-9a-f]{32}$/, { message: '附件编号不正确 / not an attachment' });

/** Uploads in a body. How many are taken at a time is the office's rule, not the format's. */
export const attachmentIds = z.array(attachmentId).min(1).max(100).meta({
  description: 'Ids of uploads (POST /attachments), each of which can be listed by one ticket only.',
});

export const uploadedAttachmentSchema = z.object({
  id: attachmentId,
  name: z.string(),
  mediaType: z.string(),
  size: z.int().meta({ description: 'Bytes, as it is kept.' }),
});

export const ticketAttachmentSchema = uploadedAttachmentSchema.extend({
  visibility: z.enum(['public', 'internal']),
  by: z.enum(['reporter', 'staff']),
  at: isoInstant,
  purpose: z.enum(['report', 'result', 'other']),
  href: z
    .string()
    .meta({ description: 'Where it can be had for five minutes; ask for the ticket again then.' }),
  thumbnailHref: z.string().optional().meta({ description: 'A small WebP of it, where it is a picture.' }),
});

export const attachmentLinkQuerySchema = z.object({
  expires: z.coerce.number().int().positive().meta({ description: 'Seconds since 1970.' }),
  signature: z.string().max(100),
});

export const attachTrackedSchema = z.strictObject({ attachments: attachmentIds });
