import { type Type, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import { createFastifyAdapter, MAX_CONNECTIONS } from './fastify-adapter';
import { addRequestHooks } from './request-hooks';

/**
 * Joins an app made on `createFastifyAdapter` to the platform: log, request context and line, shutdown hooks.
 * Before `app.init()`; tests that make their app by Nest's testing module call it too.
 */
export async function joinPlatform(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  app.useLogger(app.get(Logger));
  const logger = await app.resolve(PinoLogger);
  logger.setContext('http');
  addRequestHooks(app, logger);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  return app;
}

/**
 * Boots `module` on Fastify and listens; `configure` adds what is the app's own (cookies, static files, OpenAPI)
 * before that. Logs the address it listens on. Throws where the app cannot start.
 */
export async function startHttpApp(
  module: Type | DynamicModule,
  options: {
    readonly host: string;
    readonly port: number;
    readonly config: Parameters<typeof createFastifyAdapter>[0];
    readonly configure?: (app: NestFastifyApplication) => void | Promise<void>;
  },
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, createFastifyAdapter(options.config), {
    bufferLogs: true,
    // Throw, so that runApp says why, instead of aborting the process.
    abortOnError: false,
  });
  await joinPlatform(app);
  await options.configure?.(app);
  await app.listen(options.port, options.host);
  app.getHttpServer().maxConnections = MAX_CONNECTIONS;
  app.get(Logger).log({ msg: 'listening', url: await app.getUrl() }, 'http');
  return app;
}
