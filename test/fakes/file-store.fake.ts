import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { FileStore, FileTooLarge } from '@app/application';

/** Files in memory; a path is made up only for who asks for one. */
export class FakeFileStore extends FileStore {
  readonly files = new Map<string, Buffer>();

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
    return { bytes };
  }

  async localPath(key: string): Promise<string> {
    checkKey(key);
    const file = this.files.get(key);
    if (!file) throw Object.assign(new Error(`no file ${key}`), { code: 'ENOENT' });
    const path = join(await mkdtemp(join(tmpdir(), 'duban-test-file-')), 'file');
    await writeFile(path, file);
    return path;
  }

  async remove(key: string): Promise<void> {
    checkKey(key);
    this.files.delete(key);
    await Promise.resolve();
  }
}

function checkKey(key: string): void {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key) || key.length > 200)
    throw new RangeError(`Not a file key: ${key}`);
}
