import { PROBLEMS, problemType, type ErrorCode } from '@app/contracts/problems';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { preferredLanguage } from './language';
import { ProblemException, type ProblemDetails } from './problem-exception';
import { isUnavailability } from './unavailability';

const RETRY_AFTER_SECONDS = { 'SERVER.UNAVAILABLE': '5', 'REQUEST.RATE_LIMITED': '60' };

/** What a status from Nest, Fastify or one of its plugins means; other 4xx are requests that cannot be read. */
const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'AUTH.REQUIRED',
  403: 'AUTH.FORBIDDEN',
  404: 'REQUEST.NOT_FOUND',
  405: 'REQUEST.METHOD_NOT_ALLOWED',
  406: 'REQUEST.UNSUPPORTED_MEDIA_TYPE',
  413: 'REQUEST.TOO_LARGE',
  415: 'REQUEST.UNSUPPORTED_MEDIA_TYPE',
  429: 'REQUEST.RATE_LIMITED',
  503: 'SERVER.UNAVAILABLE',
};

/**
 * The one place that turns a refusal or a failure into `application/problem+json` (RFC 9457). Of a failure the
 * requester learns its title and the correlation id; the cause goes to the log.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { code, details } = problemOf(error);
    const { status, title, titleZh } = PROBLEMS[code];
    if (status >= 500) this.logger.error({ err: error, code }, 'request failed');
    // A response under way cannot be replaced; the broken connection tells its reader.
    if (reply.sent) return;

    const language = preferredLanguage(request.headers['accept-language']);
    const retryAfter = code in RETRY_AFTER_SECONDS ? retryAfterOf(reply, code) : undefined;
    void reply
      .status(status)
      .headers({ ...(retryAfter ? { 'retry-after': retryAfter } : {}), ...details.headers })
      .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
      .header('vary', 'Accept-Language')
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .serializer(JSON.stringify)
      .send({
        type: problemType(code),
        title: language === 'zh' ? titleZh : title,
        status,
        ...(status < 500 && details.detail ? { detail: details.detail } : {}),
        instance: request.url.split('?')[0],
        code,
        correlationId: request.id,
        ...(details.errors ? { errors: details.errors } : {}),
      });
  }
}

function problemOf(error: unknown): { code: ErrorCode; details: ProblemDetails } {
  if (error instanceof ProblemException) return error;
  if (isUnavailability(error)) return { code: 'SERVER.UNAVAILABLE', details: {} };
  const status = statusOf(error);
  if (status === undefined || (status >= 500 && status !== 503))
    return { code: 'SERVER.INTERNAL', details: {} };
  return { code: CODE_BY_STATUS[status] ?? 'REQUEST.MALFORMED', details: {} };
}

/** Fastify's plugins throw errors of their own with a `statusCode`. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error)) return undefined;
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : undefined;
}

/** The throttler has set the header already, with a suffix where the limit has a name. */
function retryAfterOf(reply: FastifyReply, code: string): string {
  const set = Object.entries(reply.getHeaders()).find(([name]) => name.startsWith('retry-after'))?.[1];
  return set === undefined ? RETRY_AFTER_SECONDS[code as keyof typeof RETRY_AFTER_SECONDS] : String(set);
}
