import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Paths of the server's own; everything else without a file extension is a page of the web app. */
const NOT_PAGES = /^\/(?:api|docs|problems|healthz|readyz|metrics)(?:\/|$)|\.[a-z0-9]{1,8}$/i;

/** Serves the built web app: hashed assets for ever, its one page fresh each time and under every path it routes itself. */
export async function serveWebApp(app: NestFastifyApplication, webDir: string): Promise<void> {
  const root = resolve(webDir);
  if (!existsSync(resolve(root, 'index.html'))) {
    new Logger('WebApp').warn(`there is no web app in ${webDir}; only the API is served`);
    return;
  }
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      if (NOT_PAGES.test(request.url.split('?')[0] ?? '')) return reply.callNotFound();
      return reply.sendFile('index.html');
    });
}
