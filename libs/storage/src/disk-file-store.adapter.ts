import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore, FileTooLarge, type StoredFile } from '@app/application';
import { assertFileKey } from './file-key';

/** Unfinished uploads end in this; no key can, since a key holds no dot. */
const UNFINISHED = '.part';
/** Older than any upload takes, so what is left is from a process that died. */
const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1000;
/**
 * Uploads are removed once they are read, so that what is older is from a process that died in between. As long as a
 * worker may be away: what waits for one is not a leftover.
 */
export const UPLOADS = 'imports';
export const UPLOAD_AGE_MS = 7 * LEFTOVER_AGE_MS;
/** What is held here is held for the length of a request. */
export const HELD = 'spool';

/** Files in a folder that every process mounts: complete and on the disk, or not there at all. */
export class DiskFileStore extends FileStore {
  private readonly root: string;

  constructor(dir: string) {
    super();
    this.root = resolve(dir);
  }

  /** Replaces an earlier file of the same key in one step. Throws RangeError on a key that is not one. */
  async put(key: string, content: Readable, maxBytes: number): Promise<{ readonly bytes: number }> {
    let unfinished: string | undefined;
    try {
      const target = this.pathOf(key);
      unfinished = `${target}.${randomUUID()}${UNFINISHED}`;
      await this.makeDurableDir(dirname(target));
      const counter = { bytes: 0 };
      await pipeline(
        content,
        (chunks: AsyncIterable<Buffer | string>) => countedUpTo(maxBytes, chunks, counter),
        createWriteStream(unfinished, { flags: 'wx', flush: true }),
      );
      await rename(unfinished, target);
      await syncDir(dirname(target));
      return counter;
    } catch (error) {
      // The source may not have been touched yet; whoever feeds it must not wait for ever.
      content.destroy();
      if (unfinished !== undefined) await rm(unfinished, { force: true });
      throw error;
    }
  }

  /** Throws ENOENT where nothing is stored under the key. */
  async open(key: string): Promise<Readable> {
    const handle = await open(this.pathOf(key), 'r');
    return handle.createReadStream();
  }

  /** Throws ENOENT where nothing is stored under the key. */
  async localPath(key: string): Promise<string> {
    const path = this.pathOf(key);
    await access(path);
    return path;
  }

  /** Does nothing where nothing is stored under the key. */
  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *list(folder: string): AsyncIterable<StoredFile> {
    const root = this.pathOf(folder);
    if (!(await stat(root).catch(nothingThere))) return;
    for await (const entry of await opendir(root, { recursive: true })) {
      if (!entry.isFile() || entry.name.endsWith(UNFINISHED)) continue;
      const path = join(entry.parentPath, entry.name);
      const found = await stat(path).catch(nothingThere);
      if (found) yield { key: relative(this.root, path).split(sep).join('/'), modifiedAt: found.mtime };
    }
  }

  /** Removes what dead processes have left behind, uploads whole or half; answers how many there were. */
  async sweepLeftovers(now: Date): Promise<number> {
    await mkdir(this.root, { recursive: true });
    const names = await readdir(this.root, { recursive: true });
    let swept = 0;
    for (const name of names) {
      const unfinished = name.endsWith(UNFINISHED) || name.startsWith(join(HELD, sep));
      if (!unfinished && !name.startsWith(join(UPLOADS, sep))) continue;
      const path = join(this.root, name);
      // Another process may be sweeping too, or have just finished the file.
      const modified = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => Infinity,
      );
      if (now.getTime() - modified < (unfinished ? LEFTOVER_AGE_MS : UPLOAD_AGE_MS)) continue;
      await rm(path, { force: true });
      swept++;
    }
    return swept;
  }

  private pathOf(key: string): string {
    assertFileKey(key);
    return join(this.root, key);
  }

  /** The folder, with its name durable in every parent up to the root. */
  private async makeDurableDir(dir: string): Promise<void> {
    const first = await mkdir(dir, { recursive: true });
    if (first === undefined) return;
    for (let parent = dirname(dir); parent.length >= dirname(first).length; parent = dirname(parent)) {
      await syncDir(parent);
      if (parent === dirname(parent)) return;
    }
  }
}

function nothingThere(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

async function* countedUpTo(
  maxBytes: number,
  chunks: AsyncIterable<Buffer | string>,
  counter: { bytes: number },
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const buffer = Buffer.from(chunk);
    counter.bytes += buffer.length;
    if (counter.bytes > maxBytes) throw new FileTooLarge(`The file is larger than ${maxBytes} bytes.`);
    yield buffer;
  }
}

/** A renamed file survives a power cut only once its folder has been written too. */
async function syncDir(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
