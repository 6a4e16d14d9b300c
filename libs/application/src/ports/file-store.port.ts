import { type Readable } from 'node:stream';

export interface StoredFile {
  readonly key: string;
  readonly modifiedAt: Date;
}

/** Uploaded files, kept where every process can read them. A missing file is an error that is thrown. */
export abstract class FileStore {
  /** Stores the stream durably before it resolves; throws FileTooLarge past the limit and leaves nothing behind. */
  abstract put(key: string, content: Readable, maxBytes: number): Promise<{ readonly bytes: number }>;
  /** The file from its start. Whoever does not read it to its end destroys it. */
  abstract open(key: string): Promise<Readable>;
  /** A path on this machine that can be read from the start any number of times. */
  abstract localPath(key: string): Promise<string>;
  /** Does nothing where nothing is stored under the key. */
  abstract remove(key: string): Promise<void>;
  /** Every file whose key lies in the folder, in no order. */
  abstract list(folder: string): AsyncIterable<StoredFile>;
}

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** A file on this machine's disk while it is looked at. */
export interface HeldFile {
  readonly path: string;
  readonly bytes: number;
  readonly open: () => Readable;
}

/** Holds uploads that nobody has looked at yet: neither in memory, nor where files are kept. */
export abstract class Spool {
  /**
   * What `use` makes of the whole content; the file is gone when this resolves or throws. Throws FileTooLarge as soon
   * as the limit is passed.
   */
  abstract hold<T>(content: Readable, maxBytes: number, use: (file: HeldFile) => Promise<T>): Promise<T>;
}
