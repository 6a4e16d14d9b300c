import { createReadStream } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FileStore, FileTooLarge, type HeldFile, Spool, type StoredFile } from '@app/application';

/** Files in memory; a path is made up only for who asks for one. */
export class FakeFileStore extends FileStore {
  readonly files = new Map<string, Buffer>();
  private readonly times = new Map<string, Date>();

  /** `now` tells when a file was put. */
  constructor(private readonly now: () => Date = () => new Date()) {
    super();
  }

  async put(key: string, content: Readable, maxBytes: number): Promise<{ readonly bytes: number }> {
    checkKey(key);
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of content) {
      const buffer = Buffer.from(chunk as Buffer | string);
      bytes += buffer.length;
      if (bytes > maxBytes) throw new FileTooLarge(`The file is larger than ${maxBytes} bytes.`);
      chunks.push(buffer);
    }
    this.files.set(key, Buffer.concat(chunks));
    this.times.set(key, this.now());
    return { bytes };
  }

  open(key: string): Promise<Readable> {
    return this.read(key).then((file) => Readable.from([file]));
  }

  async *list(folder: string): AsyncIterable<StoredFile> {
    checkKey(folder);
    await Promise.resolve();
    for (const [key, modifiedAt] of this.times)
      if (key.startsWith(`${folder}/`) && this.files.has(key)) yield { key, modifiedAt };
  }

  async localPath(key: string): Promise<string> {
    const file = await this.read(key);
    const path = join(await mkdtemp(join(tmpdir(), 'duban-test-file-')), 'file');
    await writeFile(path, file);
    return path;
  }

  async remove(key: string): Promise<void> {
    checkKey(key);
    this.files.delete(key);
    await Promise.resolve();
  }

  private async read(key: string): Promise<Buffer> {
    checkKey(key);
    const file = await Promise.resolve(this.files.get(key));
    if (!file) throw Object.assign(new Error(`no file ${key}`), { code: 'ENOENT' });
    return file;
  }
}

/** Holds what it is given in a store of its own. */
export class FakeSpool extends Spool {
  readonly store = new FakeFileStore();

  async hold<T>(content: Readable, maxBytes: number, use: (file: HeldFile) => Promise<T>): Promise<T> {
    const { bytes } = await this.store.put('held', content, maxBytes);
    const path = await this.store.localPath('held');
    return use({ path, bytes, open: () => createReadStream(path) });
  }
}

function checkKey(key: string): void {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key) || key.length > 200)
    throw new RangeError(`Not a file key: ${key}`);
}
