import { type FileStore } from '../ports/file-store.port';

/** Where the files of all attachments lie. */
export const ATTACHMENT_FOLDER = 'attachments';
export type AttachmentVariant = 'file' | 'thumbnail';

export function attachmentKey(id: string, variant: AttachmentVariant): string {
  return `${ATTACHMENT_FOLDER}/${id}/${variant}`;
}

export function attachmentIdOf(key: string): string {
  return key.split('/')[1] ?? '';
}

/** Removes all files of an attachment; what is gone already is no fault. */
export async function removeAttachmentFiles(files: FileStore, id: string): Promise<void> {
  await files.remove(attachmentKey(id, 'file'));
  await files.remove(attachmentKey(id, 'thumbnail'));
}
