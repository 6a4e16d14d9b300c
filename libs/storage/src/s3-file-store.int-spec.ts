import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type AddressInfo } from 'node:net';
import { FileStore } from '@app/application';
import { Test } from '@nestjs/testing';
import { describeFileStore } from '../../../test/contracts/file-store.contract';
import { type S3Server, startS3Server } from '../../../test/harness/s3-server';
import { DiskFileStore } from './disk-file-store.adapter';
import { DiskSpool } from './disk-spool.adapter';
import { bucketOf, S3FileStore } from './s3-file-store.adapter';
import { StorageModule } from './storage.module';

const BUCKET = 'duban-test';
let server: S3Server;
let dir: string;
beforeAll(async () => {
  server = await startS3Server([BUCKET, 'duban-leftovers']);
  dir = await mkdtemp(join(tmpdir(), 'duban-test-s3-disk-'));
});
afterAll(async () => {
  await server.close();
  await rm(dir, { recursive: true });
});

function storeAt(url: string): S3FileStore {
  const spool = new DiskSpool(new DiskFileStore(dir));
  return new S3FileStore(bucketOf(url), spool, new DiskFileStore(join(dir, 'copies')));
}
const put = (store: FileStore, key: string) => store.put(key, Readable.from(['x']), 10);

async function emptied(store: S3FileStore): Promise<S3FileStore> {
  const { client, name } = bucketOf(server.bucketUrl(BUCKET));
  const objects: AsyncIterable<{ name: string }> = client.listObjectsV2(name, '', true);
  for await (const { name: key } of objects) await store.remove(key);
  return store;
}

describeFileStore('a bucket', () => emptied(storeAt(server.bucketUrl(BUCKET))));

describe('a bucket', () => {
  it('holds nothing back on this machine once a file is sent', async () => {
    await put(storeAt(server.bucketUrl(BUCKET)), 'sent');
    expect(await readdir(join(dir, 'spool'))).toEqual([]);
  });

  it('is told by its URL: key and secret unescaped, region, style', () => {
    const { client, name } = bucketOf('https://k:a%2Fb%40@s3.duban.example:9000/files?region=cn-north-1');
    expect(name).toBe('files');
    expect(client).toMatchObject({
      accessKey: 'k',
      secretKey: 'a/b@',
      region: 'cn-north-1',
      pathStyle: true,
    });
    expect(bucketOf('http://k:s@h/b?style=virtual').client).toMatchObject({ pathStyle: false, port: 80 });
  });

  it('refuses whoever does not have the secret', async () => {
    const stranger = storeAt(server.bucketUrl(BUCKET, 'guessed'));
    await expect(put(stranger, 'a')).rejects.toThrow('signature');
    await expect(stranger.open('a')).rejects.toThrow('signature');
  });

  it('that cannot be reached is told from a file that is not there', async () => {
    const deaf: Server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((resolve) => deaf.once('listening', resolve));
    const { port } = deaf.address() as AddressInfo;
    const store = storeAt(`http://k:s@127.0.0.1:${port}/${BUCKET}`);
    const unavailable = { name: 'StorageUnavailable' };
    await expect(put(store, 'a')).rejects.toMatchObject(unavailable);
    await expect(store.open('a')).rejects.toMatchObject(unavailable);
    await expect(store.list('a')[Symbol.asyncIterator]().next()).rejects.toMatchObject(unavailable);
    await new Promise((resolve) => deaf.close(resolve));
    await expect(storeAt(server.bucketUrl(BUCKET)).open('none')).rejects.toMatchObject({ code: 'NoSuchKey' });
  });

  it('is chosen by a URL, and swept of old uploads alone', async () => {
    const bucketUrl = server.bucketUrl('duban-leftovers');
    const app = await Test.createTestingModule({
      imports: [StorageModule.forRoot({ dir, bucketUrl })],
    }).compile();
    await app.init();
    const store = app.get<S3FileStore>(FileStore);
    expect(store).toBeInstanceOf(S3FileStore);
    for (const key of ['imports/old', 'attachments/1/file']) await put(store, key);
    expect(await store.sweepLeftovers(new Date())).toBe(0);
    const inEightDays = new Date(Date.now() + 8 * 24 * 3_600_000);
    expect(await store.sweepLeftovers(inEightDays)).toBe(1);
    await expect(store.open('imports/old')).rejects.toThrow();
    await expect(store.open('attachments/1/file')).resolves.toBeInstanceOf(Readable);
    await app.close();
  });
});
