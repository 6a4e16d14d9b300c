import { type Actor, OPEN_STATUSES, refuseByTable, type Ticket } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { TicketRepository } from '../../ports/ticket-repository.port';
import { refused, type Result } from '../../result.types';
import { ExecuteTicketCommandHandler } from '../execute-command/execute-ticket-command.handler';
import { LONGEST_CHAIN } from './end-of-merges';

export interface MergeTicketCommand {
  /** Number of the ticket that is followed from now on. */
  readonly into: string;
  readonly reason?: string;
  readonly actor: Actor;
  readonly commandId?: string;
  readonly correlationId?: string;
}

@Injectable()
export class MergeTicketHandler {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly commands: ExecuteTicketCommandHandler,
  ) {}

  /**
   * The ticket follows another one. Two that are merged into each other at the same moment, or one whose target ends at
   * that moment, would be followed or heard of by nobody, which no single write can see: whoever finds that afterwards
   * takes its own merge back.
   */
  async execute(ticketId: string, { into, reason, ...given }: MergeTicketCommand): Promise<Result<Ticket>> {
    const ticket = await this.tickets.byId(ticketId);
    if (!ticket) return refused('TICKET.NOT_FOUND', 'There is no such ticket.');
    const refusal = refuseByTable(ticket, 'merge', given.actor);
    if (refusal) return refusal;
    const target = await this.tickets.byNumber(into);
    if (!target) return refused('TICKET.MERGE_TARGET', `There is no ticket ${into}.`);
    const { id, number, status } = target;
    const result = await this.commands.execute(ticketId, {
      command: {
        name: 'merge',
        target: { id, number, status },
        ...(reason === undefined ? {} : { reason }),
      },
      ...given,
    });
    if (!result.ok || (await this.leadsToOpen(result.value))) return result;
    await this.commands.execute(ticketId, {
      command: { name: 'unmerge', reason: `${number} 同时被合并或办结，已自动撤销合并` },
      actor: given.actor,
    });
    return refused('TICKET.MERGE_TARGET', `${number} was merged or ended at the same moment.`);
  }

  /** Whether what it follows, be it through others, is open, and not the ticket itself. */
  private async leadsToOpen(ticket: Ticket): Promise<boolean> {
    let last: Ticket | undefined = ticket;
    for (let steps = 0; last?.mergedInto && steps < LONGEST_CHAIN; steps += 1) {
      if (last.mergedInto.id === ticket.id) return false;
      last = await this.tickets.byId(last.mergedInto.id);
    }
    return last !== undefined && OPEN_STATUSES.includes(last.status);
  }
}
