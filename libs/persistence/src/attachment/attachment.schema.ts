import { type Attachment } from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS } from '../database/document.schema';

export interface AttachmentDocument extends Omit<Attachment, 'id'> {
  readonly _id: string;
}

export const ATTACHMENT = 'Attachment';

export const attachmentSchema = new Schema<AttachmentDocument>(
  {
    _id: String,
    state: String,
    name: String,
    mediaType: String,
    size: Number,
    thumbnail: Boolean,
    uploadedBy: String,
    claim: String,
    touchedAt: Date,
  },
  { ...DOCUMENT_OPTIONS, collection: 'attachments' },
);

/** AttachmentRepository.unsettled. */
attachmentSchema.index({ state: 1, touchedAt: 1 });
