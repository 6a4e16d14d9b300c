import { Injectable } from '@nestjs/common';
import { TicketRepository } from '../../ports/ticket-repository.port';
import { ExecuteTicketCommandHandler } from '../execute-command/execute-ticket-command.handler';

const TIMER = { kind: 'system', name: 'timer' } as const;

/** Refusals that only mean: someone was faster, or the ticket has moved on. */
const HARMLESS = new Set(['TICKET.NOTHING_DUE', 'TICKET.ILLEGAL_TRANSITION', 'TICKET.NOT_FOUND']);

@Injectable()
export class FireTimersHandler {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly commands: ExecuteTicketCommandHandler,
  ) {}

  /** Does what time asks of this ticket: its due steps, or the closing of one whose reporter stayed silent. */
  async execute(ticketId: string): Promise<void> {
    const ticket = await this.tickets.byId(ticketId);
    if (!ticket) return;
    const name = ticket.status === 'resolved' ? 'closeUnanswered' : 'fireSteps';
    const result = await this.commands.execute(ticketId, { command: { name }, actor: TIMER });
    if (!result.ok && !HARMLESS.has(result.error.code))
      throw new Error(`timer of ticket ${ticketId}: ${result.error.code}`);
  }
}
