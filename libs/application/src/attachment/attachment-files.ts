import { type FileStore } from '../ports/file-store.port';

/** Where the files of all attachments lie. */
export const ATTACHMENT_FOLDER = 'attachments';
export type AttachmentVariant = 'file' | 'thumbnail';

/** In 256 folders, that none of them grows too large on a disk. */
export function attachmentKey(id: string, variant: AttachmentVariant): string {
  return `${ATTACHMENT_FOLDER}/${id.slice(0, 2)}/${id}-${variant}`;
}

export function attachmentIdOf(key: string): string {
  return key.split('/').at(-1)?.split('-')[0] ?? '';
}

/** Removes all files of an attachment; what is gone already is no fault. */
export async function removeAttachmentFiles(files: FileStore, id: string): Promise<void> {
  await files.remove(attachmentKey(id, 'file'));
  await files.remove(attachmentKey(id, 'thumbnail'));
}
