import { dueCommand } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../ports/clock.port';
import { TicketRepository } from '../../ports/ticket-repository.port';
import { ExecuteTicketCommandHandler } from '../execute-command/execute-ticket-command.handler';

const TIMER = { kind: 'system', name: 'timer' } as const;

/** Refusals that only mean: someone was faster, or the ticket has moved on. */
const HARMLESS = new Set([
  'TICKET.NOTHING_DUE',
  'TICKET.NOT_PAUSED',
  'TICKET.ILLEGAL_TRANSITION',
  'TICKET.NOT_FOUND',
]);

@Injectable()
export class FireTimersHandler {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly commands: ExecuteTicketCommandHandler,
    private readonly clock: Clock,
  ) {}

  /** Does what time asks of this ticket: its due steps, the end of a granted pause, or the closing of one whose reporter stayed silent. */
  async execute(ticketId: string): Promise<void> {
    const ticket = await this.tickets.byId(ticketId);
    if (!ticket) return;
    const name = dueCommand(ticket, this.clock.now());
    const result = await this.commands.execute(ticketId, { command: { name }, actor: TIMER });
    if (!result.ok && !HARMLESS.has(result.error.code))
      throw new Error(`timer of ticket ${ticketId}: ${result.error.code}`);
  }
}
