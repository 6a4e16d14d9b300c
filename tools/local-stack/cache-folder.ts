import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder for what outlives a data folder and can be made again (XDG base directories). */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'duban');
}
