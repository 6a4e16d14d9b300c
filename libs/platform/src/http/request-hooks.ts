import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ClsServiceManager } from 'nestjs-cls';
import { type PinoLogger } from 'nestjs-pino';
import { Metrics } from '../metrics/metrics';
import { requestContext } from './language';
import { ProblemException } from './problem-exception';

const CONTEXT = Symbol('context');
/** Deeper than any body we ask for; what walks a body by recursion may rely on it. */
const MAX_DEPTH = 64;
/** Asked every few seconds by machines; logged only where it matters. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Gives every request its context (correlation id and language), returns the id as `x-correlation-id`, and writes
 * one line and one measurement per answer. Both name the route's pattern: URLs hold tracking codes and searches.
 */
export function addRequestHooks(app: NestFastifyApplication, logger: PinoLogger): void {
  const cls = ClsServiceManager.getClsService();
  const metrics = app.get(Metrics);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.decorateRequest(CONTEXT, null);

  fastify.addHook('onRequest', (request, reply, done) => {
    const context = requestContext(request.id, request.headers['accept-language']);
    Object.assign(request, { [CONTEXT]: context });
    void reply.header('x-correlation-id', request.id);
    cls.runWith(context, done);
  });
  // Reading the body ends in an event of the socket, which runs outside of the context the request began in.
  for (const hook of ['preValidation', 'onResponse'] as const) {
    fastify.addHook(hook, (request: object, _reply: unknown, done: () => void) => {
      cls.runWith(Reflect.get(request, CONTEXT) as ReturnType<typeof requestContext>, done);
    });
  }

  fastify.addHook('preValidation', (request, _reply, done) => {
    done(isDeeper(request.body, MAX_DEPTH) ? new ProblemException('REQUEST.MALFORMED') : undefined);
  });

  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unmatched';
    const ms = Math.round(reply.elapsedTime);
    metrics.httpAnswered(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    const line = { method: request.method, route, status: reply.statusCode, ms };
    if (QUIET.has(route)) logger.debug(line, 'request answered');
    else logger.info(line, 'request answered');
    done();
  });
}

/** Whether parsed JSON has more than `levels` objects and arrays inside one another. Level by level, not by recursion. */
function isDeeper(value: unknown, levels: number): boolean {
  const isContainer = (item: unknown): item is object => typeof item === 'object' && item !== null;
  let level = [value].filter(isContainer);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === levels) return true;
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return false;
}
