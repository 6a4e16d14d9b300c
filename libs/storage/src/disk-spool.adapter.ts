import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Readable } from 'node:stream';
import { type HeldFile, Spool } from '@app/application';
import { type DiskFileStore, HELD } from './disk-file-store.adapter';

/** Holds uploads in a folder of the store's, which the store sweeps where a process died. */
export class DiskSpool extends Spool {
  constructor(private readonly disk: DiskFileStore) {
    super();
  }

  async hold<T>(content: Readable, maxBytes: number, use: (file: HeldFile) => Promise<T>): Promise<T> {
    const key = `${HELD}/${randomUUID()}`;
    try {
      const { bytes } = await this.disk.put(key, content, maxBytes);
      const path = await this.disk.localPath(key);
      return await use({ path, bytes, open: () => createReadStream(path) });
    } finally {
      await this.disk.remove(key);
    }
  }
}
