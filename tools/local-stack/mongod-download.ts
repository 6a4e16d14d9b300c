import { join } from 'node:path';
import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core';
import { MongoBinaryDownloadUrl } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl';
import { cacheFolder } from './cache-folder';

/** Where a mongod program can be fetched from; a port, so that tests need no network. */
export interface MongodDownload {
  /** Whether `fetch` would succeed: it is in the cache already, or its address answers within `timeoutMs`. */
  reachable(timeoutMs: number): Promise<boolean>;
  /** Downloads it unless it is in the cache, and returns its path. */
  fetch(): Promise<string>;
}

/** Downloads through mongodb-memory-server-core, which knows the address for each platform. */
export function mongodDownload(env: NodeJS.ProcessEnv): MongodDownload {
  const options = { downloadDir: join(cacheFolder(env), 'mongod') };
  return {
    async reachable(timeoutMs) {
      try {
        if (await DryMongoBinary.locateBinary(await DryMongoBinary.generateOptions(options))) return true;
        const address = await new MongoBinaryDownloadUrl(
          await DryMongoBinary.generateOptions(options),
        ).getDownloadUrl();
        const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) });
        return answer.ok;
      } catch {
        // No network, no answer in time, or no build for this platform: all mean that there is nothing to fetch.
        return false;
      }
    },
    fetch: () => MongoBinary.getPath(options),
  };
}
