import { resolve } from 'node:path';
import { startServer } from '../local-stack/server-start';
import { type ServerSpec } from '../local-stack/supervisor';

/** Commands and tests run at the repository's root. */
const SERVER_ROOT = 'dist/server';

/** One of the apps as a server under supervision: started from the build, ready when its readiness check says so. */
export function appServer(
  app: 'intake' | 'worker' | 'scheduler',
  port: number,
  env: NodeJS.ProcessEnv,
  logFile: string,
): ServerSpec {
  const main = resolve(SERVER_ROOT, 'apps', app, 'src', 'main.js');
  return {
    role: app,
    port,
    stopSignal: 'SIGTERM',
    start: (spawned) =>
      startServer(process.execPath, ['--enable-source-maps', main], logFile, () => isReady(port), spawned, {
        env,
      }),
  };
}

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) });
    return response.ok;
  } catch {
    return false;
  }
}
