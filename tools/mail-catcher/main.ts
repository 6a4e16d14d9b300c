/**
 * The mail catcher by itself: `main.js --smtp-port 1025 --http-port 8025 [--dir DIR] [--host 127.0.0.1]`.
 * Ends on SIGINT or SIGTERM.
 */
import { parseArgs } from 'node:util';
import { startMailCatcher } from './mail-catcher.server';

const { values } = parseArgs({
  options: {
    'smtp-port': { type: 'string', default: '1025' },
    'http-port': { type: 'string', default: '8025' },
    host: { type: 'string', default: '127.0.0.1' },
    dir: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const { host, dir } = values;
  const catcher = await startMailCatcher({
    smtpPort: Number(values['smtp-port']),
    httpPort: Number(values['http-port']),
    host,
    ...(dir === undefined ? {} : { dir }),
  });
  process.stdout.write(`mail smtp://${host}:${catcher.smtpPort} http://${host}:${catcher.httpPort}\n`);
  const stop = (): void => void catcher.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`mail catcher: ${String(error)}\n`);
  process.exit(1);
});
