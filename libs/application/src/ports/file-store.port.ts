import { type Readable } from 'node:stream';

/** Uploaded files, kept where every process can read them. */
export abstract class FileStore {
  /** Stores the stream durably before it resolves; throws FileTooLarge past the limit and leaves nothing behind. */
  abstract put(key: string, content: Readable, maxBytes: number): Promise<{ readonly bytes: number }>;
  /** A path on this machine that can be read from the start any number of times. */
  abstract localPath(key: string): Promise<string>;
  abstract remove(key: string): Promise<void>;
}

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}
