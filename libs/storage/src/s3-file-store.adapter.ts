import { type Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { FileStore, type Spool, type StoredFile } from '@app/application';
import { Client, S3Error } from 'minio';
import { type DiskFileStore, UPLOAD_AGE_MS, UPLOADS } from './disk-file-store.adapter';
import { assertFileKey } from './file-key';

const ANSWER_WITHIN_MS = 60_000;

/** The storage does not answer, or not with what the protocol knows; the same call may work later. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
}

export interface Bucket {
  readonly client: Client;
  readonly name: string;
}

/**
 * The bucket that a URL names: `https://KEY:SECRET@host:9000/bucket`, with `?region=` (us-east-1 where absent) and
 * `?style=virtual` for services that put the bucket into the host name.
 */
export function bucketOf(bucketUrl: string): Bucket {
  const url = new URL(bucketUrl);
  const client = new Client({
    endPoint: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    useSSL: url.protocol === 'https:',
    accessKey: decodeURIComponent(url.username),
    secretKey: decodeURIComponent(url.password),
    region: url.searchParams.get('region') ?? 'us-east-1',
    pathStyle: url.searchParams.get('style') !== 'virtual',
    // It would send a stream again that has been read already.
    retryOptions: { disableRetry: true },
  });
  return { client, name: url.pathname.replaceAll('/', '') };
}

/** Files in a bucket of anything that speaks S3. Uploads pass over this machine's disk, whole, before they are sent. */
export class S3FileStore extends FileStore {
  constructor(
    private readonly bucket: Bucket,
    private readonly spool: Spool,
    /** Copies for those who need a path. */
    private readonly copies: DiskFileStore,
  ) {
    super();
  }

  /** An object is there whole or not at all. Throws RangeError on a key that is not one. */
  async put(key: string, content: Readable, maxBytes: number): Promise<{ readonly bytes: number }> {
    try {
      assertFileKey(key);
    } catch (error) {
      content.destroy();
      throw error;
    }
    return this.spool.hold(content, maxBytes, async ({ bytes, open }) => {
      await this.ask(({ client, name }) => client.putObject(name, key, open(), bytes));
      return { bytes };
    });
  }

  async open(key: string): Promise<Readable> {
    assertFileKey(key);
    return this.ask(({ client, name }) => client.getObject(name, key));
  }

  /** A copy that stays until the file is removed, or is swept. */
  async localPath(key: string): Promise<string> {
    await this.copies.put(key, await this.open(key), Number.MAX_SAFE_INTEGER);
    return this.copies.localPath(key);
  }

  async remove(key: string): Promise<void> {
    await this.copies.remove(key);
    await this.ask(({ client, name }) => client.removeObject(name, key));
  }

  async *list(folder: string): AsyncIterable<StoredFile> {
    assertFileKey(folder);
    const { client, name } = this.bucket;
    const objects: AsyncIterable<{ readonly name?: string; readonly lastModified?: Date }> =
      client.listObjectsV2(name, `${folder}/`, true);
    try {
      for await (const { name: key, lastModified } of objects)
        if (key !== undefined && lastModified) yield { key, modifiedAt: lastModified };
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  /** Removes uploads that a dead process has left, here and in the bucket; answers how many. */
  async sweepLeftovers(now: Date): Promise<number> {
    let swept = await this.copies.sweepLeftovers(now);
    for await (const { key, modifiedAt } of this.list(UPLOADS)) {
      if (now.getTime() - modifiedAt.getTime() < UPLOAD_AGE_MS) continue;
      await this.remove(key);
      swept++;
    }
    return swept;
  }

  private async ask<T>(question: (bucket: Bucket) => Promise<T>): Promise<T> {
    const patience = new AbortController();
    const late = wait(ANSWER_WITHIN_MS, undefined, { signal: patience.signal }).then(() => {
      throw new StorageUnavailable(`no answer within ${ANSWER_WITHIN_MS} ms`);
    });
    try {
      return await Promise.race([question(this.bucket), late]);
    } catch (error) {
      throw asUnavailable(error);
    } finally {
      late.catch(() => undefined);
      patience.abort();
    }
  }
}

/** What the service itself has refused stays as it is. */
function asUnavailable(error: unknown): unknown {
  if (error instanceof S3Error || error instanceof StorageUnavailable) return error;
  return new StorageUnavailable('the file storage does not answer', { cause: error });
}
