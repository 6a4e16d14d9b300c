import { actorOf, type Result, TicketDesk, TicketRepository } from '@app/application';
import { type Actor, type Person, type Ticket, type TicketCommandName } from '@app/domain';
import { currentCorrelationId } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { valueOf } from '../requests/refusal';
import { CommandIds } from './command-ids';
import { TicketViews } from './ticket-views';

/** By whom and under which identity a command is given. */
export interface Given {
  readonly actor: Actor;
  readonly commandId?: string;
  readonly correlationId?: string;
}

/** What every command on a ticket has in common: who may see the ticket, what a repeat is, and the answer. */
@Injectable()
export class TicketCommandDesk {
  constructor(
    private readonly desk: TicketDesk,
    private readonly tickets: TicketRepository,
    private readonly commandIds: CommandIds,
    private readonly views: TicketViews,
  ) {}

  /**
   * Carries out `give` on a ticket that the person may see and answers with the ticket as it is then. A repeat of a
   * command is answered as the first time; where the ticket is out of the person's sight by then, with next to nothing.
   */
  async carryOut(
    request: FastifyRequest,
    person: Person,
    number: string,
    name: TicketCommandName,
    give: (ticket: Ticket, given: Given) => Promise<Result<Ticket>>,
  ) {
    const seen = await this.desk.view(number, person);
    const ticket = seen.ok ? seen.value : await this.tickets.byNumber(number);
    if (!ticket) return this.views.ticket(valueOf(seen), person);
    const { commandId, repeated } = this.commandIds.of(request, ticket, { name });
    if (repeated) return this.views.ticket(ticket, person);
    const correlationId = currentCorrelationId();
    const result = await give(valueOf(seen), {
      actor: actorOf(person),
      ...(commandId === undefined ? {} : { commandId }),
      ...(correlationId === undefined ? {} : { correlationId }),
    });
    return this.views.ticket(valueOf(result), person);
  }
}
