import {
  Actors,
  ExecuteTicketCommandHandler,
  type Result,
  TicketDesk,
  TicketRepository,
} from '@app/application';
import {
  type Actor,
  refuseByTable,
  type Ticket,
  type TicketCommand,
  type TicketCommandName,
} from '@app/domain';
import { currentCorrelationId } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { valueOf } from '../requests/refusal';
import { type Asked } from './asked.decorator';
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
    private readonly commands: ExecuteTicketCommandHandler,
    private readonly actors: Actors,
    private readonly commandIds: CommandIds,
    private readonly views: TicketViews,
  ) {}

  /** Carries out a command that needs nothing looked up. */
  give(asked: Asked, command: TicketCommand) {
    return this.carryOut(asked, command.name, (ticket, given) =>
      this.commands.execute(ticket.id, { command, ...given }),
    );
  }

  /**
   * As `carryOut`, for a command that names people or departments: whoever may not give it learns nothing of them.
   */
  carryOutAllowed(
    asked: Asked,
    name: TicketCommandName,
    give: (ticket: Ticket, given: Given) => Promise<Result<Ticket>>,
  ) {
    return this.carryOut(asked, name, (ticket, given) => {
      const refusal = refuseByTable(ticket, name, given.actor);
      return refusal ? Promise.resolve(refusal) : give(ticket, given);
    });
  }

  /**
   * Carries out `give` on a ticket that the person may see and answers with the ticket as it is then. A repeat of a
   * command is answered as the first time; where the ticket is out of the person's sight by then, with next to nothing.
   */
  async carryOut(
    { request, person, number }: Asked,
    name: TicketCommandName,
    give: (ticket: Ticket, given: Given) => Promise<Result<Ticket>>,
  ) {
    const seen = await this.desk.view(number, person);
    const ticket = seen.ok ? seen.value : await this.tickets.byNumber(number);
    if (!ticket) return this.views.ticket(valueOf(seen), person);
    const actor = await this.actors.of(person);
    const { commandId, repeated } = this.commandIds.of(request, ticket, { name }, actor);
    if (repeated) return this.views.ticket(ticket, person);
    const correlationId = currentCorrelationId();
    const result = await give(valueOf(seen), {
      actor,
      ...(commandId === undefined ? {} : { commandId }),
      ...(correlationId === undefined ? {} : { correlationId }),
    });
    return this.views.ticket(valueOf(result), person);
  }
}
