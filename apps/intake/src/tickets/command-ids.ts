import { Ids } from '@app/application';
import { type Actor, capacitiesOf, type Ticket, type TicketCommandName } from '@app/domain';
import { ProblemException } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { canonicalJson, idempotencyKeyOf } from '../requests/idempotency-key';

export interface CommandId {
  /** Undefined where the request carries no key. */
  readonly commandId?: string;
  /** Whether the ticket's record shows that this very request was carried out. */
  readonly repeated: boolean;
}

/** The identity of a command, out of the key it came with: it belongs to one person, one ticket and one command. */
@Injectable()
export class CommandIds {
  constructor(private readonly ids: Ids) {}

  /** Throws REQUEST.IDEMPOTENCY_KEY_REUSED where the same key came with another body before. */
  of(
    request: FastifyRequest,
    ticket: Ticket,
    { name }: { readonly name: TicketCommandName },
    actor: Actor,
  ): CommandId {
    const key = idempotencyKeyOf(request);
    if (key === undefined) return { repeated: false };
    const giver = isReporterOf(ticket, actor) || actor.kind !== 'person' ? 'reporter' : actor.id;
    // Hashed, because a key may hold what divides the parts.
    const scope = `http:${giver}:${name}:${this.ids.hash(key)}:`;
    const commandId = `${scope}${this.ids.hash(canonicalJson(request.body ?? {}))}`;
    const first = ticket.log.find((entry) => entry.commandId?.startsWith(scope));
    if (first && first.commandId !== commandId) throw new ProblemException('REQUEST.IDEMPOTENCY_KEY_REUSED');
    return { commandId, repeated: first !== undefined };
  }
}

/** Their commands go on record, where a reporter's account has no place. */
function isReporterOf(ticket: Ticket, actor: Actor): boolean {
  const isReporter = actor.kind === 'person' && actor.role === 'reporter';
  return isReporter && capacitiesOf(ticket, actor).includes('reporter');
}
