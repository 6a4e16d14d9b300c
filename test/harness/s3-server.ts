import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/** The one account that the server has built in. */
const KEY = 'S3RVER';

export interface S3Server {
  /** Names a bucket of this server, empty at first. */
  bucketUrl(bucket: string, secret?: string): string;
  close(): Promise<void>;
}

/** A real S3 server, on a free port and a folder of its own, that checks signatures. */
export async function startS3Server(buckets: readonly string[]): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'duban-test-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: buckets.map((name) => ({ name })),
  });
  const { port }: AddressInfo = await server.run();
  return {
    bucketUrl: (bucket, secret = KEY) => `http://${KEY}:${secret}@127.0.0.1:${port}/${bucket}`,
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}
