import { randomUUID } from 'node:crypto';
import { PROBLEMS, problemType } from '@app/contracts/problems';
import { type IncomingMessage } from 'node:http';
import { type Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';

const CORRELATION_ID = /^[\w-]{8,64}$/;
const BODY_LIMIT = 256 * 1024;

/** The caller's `x-correlation-id` where it is one, else a new one. */
function correlationIdOf(request: IncomingMessage): string {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && CORRELATION_ID.test(given) ? given : randomUUID();
}

/** Answers what is no HTTP at all, where there is no request yet to answer; a vanished client gets nothing. */
function answerUnparsable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'REQUEST.TOO_LARGE' : 'REQUEST.MALFORMED';
  const { status, title } = PROBLEMS[code];
  const body = JSON.stringify({ type: problemType(code), title, status, code, correlationId: randomUUID() });
  const head = `content-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close`;
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${head}\r\n\r\n${body}`);
}

/** Answers a path that is no path, which no route and no filter ever sees. */
function answerUnroutable(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { status, title } = PROBLEMS['REQUEST.MALFORMED'];
  void reply
    .status(status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({
      type: problemType('REQUEST.MALFORMED'),
      title,
      status,
      code: 'REQUEST.MALFORMED',
      correlationId: request.id,
    });
}

/**
 * Fastify with limits for a public door: 256 KiB a body (multipart has its own), two minutes for a request to arrive,
 * 4096 connections. `request.id` is the correlation id.
 */
export function createFastifyAdapter(config: {
  readonly TRUST_PROXY?: false | number | string[];
}): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: config.TRUST_PROXY ?? false,
    // An upload over a slow line takes its time.
    requestTimeout: 120_000,
    clientErrorHandler: answerUnparsable,
    frameworkErrors: answerUnroutable,
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
