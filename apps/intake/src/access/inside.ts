import { type FastifyRequest } from 'fastify';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** Whether a request was made on this very machine and not passed on by a proxy on it. */
export function isFromInside(request: Pick<FastifyRequest, 'headers' | 'socket'>): boolean {
  return (
    LOOPBACK.has(request.socket.remoteAddress ?? '') &&
    FORWARDED.every((header) => request.headers[header] === undefined)
  );
}
