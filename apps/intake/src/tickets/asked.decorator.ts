import { type Person } from '@app/domain';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';

/** Who asks for a command on which ticket, behind a door that lets in only who is logged in. */
export interface Asked {
  readonly number: string;
  readonly person: Person;
  readonly request: FastifyRequest;
}

/** Gathers what every command needs of its request. */
export const TicketAsked = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { number: string } }>>();
  const { person } = request;
  if (!person) throw new Error('a command on a ticket is never public');
  return { number: request.params.number, person, request: request };
});
