import { type Attachment } from '@app/domain';
import { type AttachmentDocument } from './attachment.schema';

export function toAttachmentDocument({ id, ...attachment }: Attachment): AttachmentDocument {
  return { _id: id, ...attachment };
}

export function toAttachment({ _id: id, ...attachment }: AttachmentDocument): Attachment {
  return { id, ...attachment };
}
