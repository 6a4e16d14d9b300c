/**
 * The gateway as a child process of the stack: its working directory is the SQL server's socket directory (whose
 * path may be longer than a socket address allows), and it ends when the stack does, since its channel closes.
 */
import { startGateway } from './server';

async function main(): Promise<void> {
  const gateway = await startGateway({
    socketDirectory: '/proc/self/cwd',
    port: Number(process.argv[2] ?? 0),
  });
  process.send?.({ port: gateway.port });
  const stop = (): void => {
    void gateway.close().finally(() => process.exit(0));
  };
  process.on('disconnect', stop);
  process.on('SIGTERM', stop);
  // Ctrl-C reaches the whole foreground group; the stack decides the order in which its children stop.
  process.on('SIGINT', () => undefined);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
