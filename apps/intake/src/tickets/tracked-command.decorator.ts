import { trackedTicketSchema } from '@app/contracts/http';
import { type ErrorCode } from '@app/contracts/problems';
import { type Person } from '@app/domain';
import { applyDecorators, createParamDecorator, type ExecutionContext, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { RateLimited } from '../limits/rate-limited.decorator';
import { IDEMPOTENCY_HEADER } from '../requests/idempotency-key';
import { Problems } from '../requests/problems.decorator';

export class TrackedTicketDto extends createZodDto(trackedTicketSchema) {}

/** A request by whoever has a tracking code, and perhaps an account as well. */
export interface TrackedRequest {
  readonly code: string;
  readonly address: string;
  readonly person: Person | undefined;
  readonly request: FastifyRequest;
}

/** Gathers what a command by tracking code needs of its request. */
export const TrackedAsked = createParamDecorator((_: unknown, context: ExecutionContext): TrackedRequest => {
  const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { trackingCode: string } }>>();
  return {
    code: request.params.trackingCode,
    address: request.ip,
    person: request.person,
    request: request,
  };
});

/** What the reporter does with a tracking code; it is written, and so limited like a submission. */
export const TrackedCommand = (name: string, ...own: readonly ErrorCode[]) =>
  applyDecorators(
    Post(`:trackingCode/${name}`),
    HttpCode(200),
    RateLimited('submit'),
    ApiParam({ name: 'trackingCode', schema: { type: 'string' } }),
    ApiHeader(IDEMPOTENCY_HEADER),
    Problems(
      'TICKET.NOT_FOUND',
      'TICKET.ILLEGAL_TRANSITION',
      'TICKET.NOT_ALLOWED',
      'TICKET.CONFLICT',
      'REQUEST.IDEMPOTENCY_KEY_REUSED',
      ...own,
    ),
    ZodResponse({ status: 200, type: TrackedTicketDto }) as MethodDecorator,
  );
