import { type TICKET_COMMAND_SCHEMAS, ticketSchema } from '@app/contracts/http';
import { type ErrorCode } from '@app/contracts/problems';
import { ROLES } from '@app/domain';
import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { IDEMPOTENCY_HEADER } from '../requests/idempotency-key';
import { Problems } from '../requests/problems.decorator';

export class TicketDto extends createZodDto(ticketSchema) {}

/** Refusals that every command knows; the rest is each command's own. */
const OF_ALL: readonly ErrorCode[] = [
  'TICKET.NOT_FOUND',
  'TICKET.NOT_ALLOWED',
  'TICKET.ILLEGAL_TRANSITION',
  'TICKET.CONFLICT',
  'REQUEST.IDEMPOTENCY_KEY_REUSED',
];

/** A command on a ticket: anyone logged in may ask, the domain says who may do it to which ticket. */
export const CommandRoute = (name: keyof typeof TICKET_COMMAND_SCHEMAS, ...own: readonly ErrorCode[]) =>
  applyDecorators(
    Post(`:number/${name}`),
    HttpCode(200),
    Allow(...ROLES),
    ApiParam({ name: 'number', schema: { type: 'string', example: '2026-000123' } }),
    ApiHeader(IDEMPOTENCY_HEADER),
    Problems(...OF_ALL, ...own),
    ZodResponse({ status: 200, type: TicketDto }) as MethodDecorator,
  );
