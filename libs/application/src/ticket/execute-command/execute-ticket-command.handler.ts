import { type Actor, decide, type Ticket, type TicketCommand } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../ports/clock.port';
import { Directory } from '../../ports/directory.port';
import { EventRelay } from '../../ports/event-relay.port';
import { Ids } from '../../ports/ids.port';
import { TicketRepository } from '../../ports/ticket-repository.port';
import { outboxOf } from '../../reactions/ticket-reactions';
import { done, refused, type Result } from '../../result.types';

export interface TicketCommandRequest {
  readonly command: TicketCommand;
  readonly actor: Actor;
  /** Governs from now on; without it the policy that governs the ticket already. */
  readonly policy?: string;
  readonly commandId?: string;
  readonly correlationId?: string;
}

/** Losing this often in a row means something else is wrong. */
const MAX_RACES_LOST = 8;

@Injectable()
export class ExecuteTicketCommandHandler {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly directory: Directory,
    private readonly relay: EventRelay,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Load, decide, save; of two that race one wins and the other is decided anew on the new state. */
  async execute(ticketId: string, request: TicketCommandRequest): Promise<Result<Ticket>> {
    for (let lost = 0; lost < MAX_RACES_LOST; lost += 1) {
      const ticket = await this.tickets.byId(ticketId);
      if (!ticket) return refused('TICKET.NOT_FOUND', 'There is no such ticket.');
      const decision = decide(ticket, request.command, await this.contextOf(ticket, request));
      if (!decision.ok) return decision;
      if (decision.events.length === 0) return done(ticket);
      if (await this.tickets.save(ticket, decision.next, decision.events)) {
        this.relay.nudge(outboxOf(ticket.id, decision.events));
        const saved = await this.tickets.byId(ticketId);
        return done(saved ?? decision.next);
      }
    }
    return refused(
      'TICKET.CONFLICT',
      'Others kept changing the ticket at the same moment; please try again.',
    );
  }

  private async contextOf(ticket: Ticket, request: TicketCommandRequest) {
    const [calendar, policy] = await Promise.all([
      this.directory.calendar(),
      request.policy === undefined
        ? this.directory.policy(ticket.policy.code, ticket.policy.version)
        : this.directory.policy(request.policy),
    ]);
    if (!policy) throw new Error(`ticket ${ticket.id} is governed by a policy that is not stored`);
    return {
      now: this.clock.now(),
      actor: request.actor,
      newId: () => this.ids.next(),
      calendar,
      policy,
      ...(request.commandId === undefined ? {} : { commandId: request.commandId }),
      ...(request.correlationId === undefined ? {} : { correlationId: request.correlationId }),
    };
  }
}
