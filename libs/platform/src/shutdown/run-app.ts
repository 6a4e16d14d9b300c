import { type INestApplicationContext } from '@nestjs/common';
import { pino } from 'pino';

const SHUTDOWN_MS = 10_000;

/**
 * Runs a process: `start` boots and returns its app. SIGTERM and SIGINT drain and close it (Nest's shutdown hooks);
 * what is not closed within 10 s is cut off. A start that fails and an error nobody caught are logged as fatal and
 * end the process with 1: its supervisor starts it anew from a known state.
 */
export function runApp(start: () => Promise<INestApplicationContext>): void {
  // Its own logger: what fails may be the one the app would have had. Synchronous, so the line is out before the exit.
  const logger = pino({ base: { app: 'process' } }, pino.destination({ fd: 1, sync: true }));
  const die = (message: string) => (err: unknown) => {
    logger.fatal({ err }, message);
    process.exit(1);
  };
  process.on('uncaughtException', die('uncaught exception'));
  process.on('unhandledRejection', die('unhandled rejection'));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => die('not closed in time')(undefined), SHUTDOWN_MS).unref();
    });
  }
  start().catch(die('start failed'));
}
