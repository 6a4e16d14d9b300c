import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';

const CORRELATION_ID = /^[\w-]{8,64}$/;
const BODY_LIMIT = 256 * 1024;

/** The caller's `x-correlation-id` where it is one, else a new one. */
function correlationIdOf(request: IncomingMessage): string {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && CORRELATION_ID.test(given) ? given : randomUUID();
}

/**
 * Fastify with limits for a public door: 256 KiB a body (multipart has its own), 30 s for a request to arrive,
 * 4096 connections. `request.id` is the correlation id.
 */
export function createFastifyAdapter(config: {
  readonly TRUST_PROXY?: false | number | string[];
}): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: config.TRUST_PROXY ?? false,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    maxRequestsPerSocket: 0,
    http: { headersTimeout: 20_000, maxHeaderSize: 16 * 1024 },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 128 },
    requestIdHeader: false,
    genReqId: correlationIdOf,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  });
}

export const MAX_CONNECTIONS = 4096;
