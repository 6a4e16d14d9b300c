import { placeTicket, type Ticket } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Directory } from '../../ports/directory.port';
import { TicketRepository } from '../../ports/ticket-repository.port';
import { PermanentFailure, type Result } from '../../result.types';
import { DispatchTicketHandler } from '../dispatch-ticket/dispatch-ticket.handler';
import { ExecuteTicketCommandHandler } from '../execute-command/execute-ticket-command.handler';

const WORKER = { kind: 'system', name: 'worker' } as const;

@Injectable()
export class PlaceTicketHandler {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly directory: Directory,
    private readonly dispatch: DispatchTicketHandler,
    private readonly commands: ExecuteTicketCommandHandler,
  ) {}

  /** Dispatches a new ticket by rule, or puts it into the dispatcher's queue with the reason. Safe to repeat. */
  async execute(ticketId: string, correlationId?: string): Promise<void> {
    const ticket = await this.tickets.byId(ticketId);
    if (!ticket) throw new PermanentFailure(`there is no ticket ${ticketId}`);
    if (ticket.status !== 'submitted' || ticket.queueReason !== undefined) return;
    const result = await this.place(ticket, correlationId === undefined ? {} : { correlationId });
    if (result.ok || result.error.code === 'TICKET.ILLEGAL_TRANSITION') return;
    throw new Error(`ticket ${ticketId} could not be placed: ${result.error.code}`);
  }

  private async place(ticket: Ticket, meta: { readonly correlationId?: string }): Promise<Result<Ticket>> {
    const [rules, categories, departments, servicePoints] = await Promise.all([
      this.directory.keywordRules(),
      this.directory.categories(),
      this.directory.departments(),
      this.directory.servicePoints(),
    ]);
    const point = servicePoints.find(({ code }) => code === ticket.servicePoint);
    const placement = placeTicket(
      {
        title: ticket.title,
        description: [ticket.description, ticket.source.remark ?? ''].join('\n'),
        ...(ticket.location === undefined ? {} : { location: ticket.location }),
        ...(ticket.statedDepartment === undefined ? {} : { statedDepartment: ticket.statedDepartment }),
        ...(ticket.statedCategory === undefined ? {} : { statedCategory: ticket.statedCategory }),
        ...(point ? { servicePointDepartment: point.department } : {}),
      },
      { rules, categories, departments },
    );
    if (!placement.placed) {
      const stated = ticket.statedCategory === undefined ? '' : `（所填类别：${ticket.statedCategory}）`;
      return this.queue(ticket.id, placement.detail + stated, meta);
    }
    const { department, category, priority, basis, keyword } = placement;
    const ground = keyword === undefined ? basis : `${basis}: ${keyword}`;
    const result = await this.dispatch.execute(ticket.id, {
      department,
      category,
      priority,
      basis: ground,
      actor: WORKER,
      ...meta,
    });
    if (result.ok || result.error.code !== 'TICKET.NO_OWNER_AVAILABLE') return result;
    const name = departments.find(({ code }) => code === department)?.name ?? department;
    return this.queue(ticket.id, `应派往${name}，但该部门暂无在岗责任人`, meta);
  }

  private queue(
    ticketId: string,
    reason: string,
    meta: { readonly correlationId?: string },
  ): Promise<Result<Ticket>> {
    return this.commands.execute(ticketId, { command: { name: 'queue', reason }, actor: WORKER, ...meta });
  }
}
