import {
  type Actor,
  decide,
  type DecisionContext,
  localDateOf,
  type NoticeKind,
  noticeNumberOf,
  noticeToIssue,
  type Ticket,
  type TicketCommand,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../ports/clock.port';
import { Directory } from '../../ports/directory.port';
import { EventRelay } from '../../ports/event-relay.port';
import { Ids } from '../../ports/ids.port';
import { NoticeNumbers } from '../../ports/notice-numbers.port';
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
/** For finding out whether a notice would be issued. */
const NOT_ALLOCATED = '';

@Injectable()
export class ExecuteTicketCommandHandler {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly directory: Directory,
    private readonly noticeNumbers: NoticeNumbers,
    private readonly relay: EventRelay,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Load, decide, save; of two that race one wins and the other is decided anew on the new state. */
  async execute(ticketId: string, request: TicketCommandRequest): Promise<Result<Ticket>> {
    const numbers = new Map<NoticeKind, Promise<string>>();
    for (let lost = 0; lost < MAX_RACES_LOST; lost += 1) {
      const ticket = await this.tickets.byId(ticketId);
      if (!ticket) return refused('TICKET.NOT_FOUND', 'There is no such ticket.');
      const context = await this.contextOf(ticket, request);
      const tried = decide(ticket, request.command, context);
      if (!tried.ok) return tried;
      if (tried.events.length === 0) return done(ticket);
      const kind = noticeToIssue(ticket, request.command.name, context.now);
      const decision =
        kind === undefined
          ? tried
          : decide(ticket, request.command, {
              ...context,
              noticeNumber: await this.noticeNumber(kind, context.now, numbers),
            });
      if (!decision.ok) return decision;
      if (await this.tickets.save(ticket, decision.next, decision.events)) {
        this.relay.nudge(outboxOf(ticket.id, decision.events, ticket));
        const saved = await this.tickets.byId(ticketId);
        return done(saved ?? decision.next);
      }
    }
    return refused(
      'TICKET.CONFLICT',
      'Others kept changing the ticket at the same moment; please try again.',
    );
  }

  private async contextOf(ticket: Ticket, request: TicketCommandRequest): Promise<DecisionContext> {
    const now = this.clock.now();
    const [calendar, categories, policy] = await Promise.all([
      this.directory.calendar(),
      this.directory.categories(),
      request.policy === undefined
        ? this.directory.policy(ticket.policy.code, ticket.policy.version)
        : this.directory.policy(request.policy),
    ]);
    if (!policy) throw new Error(`ticket ${ticket.id} is governed by a policy that is not stored`);
    return {
      now,
      actor: request.actor,
      newId: () => this.ids.next(),
      calendar,
      policy,
      photosRequired: categories.find(({ code }) => code === ticket.category)?.photosRequired === true,
      noticeNumber: NOT_ALLOCATED,
      ...(request.commandId === undefined ? {} : { commandId: request.commandId }),
      ...(request.correlationId === undefined ? {} : { correlationId: request.correlationId }),
    };
  }

  /**
   * Allocated only for a notice that is going to be issued, and once however often a race is lost. A gap is left where
   * the process dies, or where the race was lost to what made the notice needless.
   */
  private noticeNumber(
    kind: NoticeKind,
    now: Date,
    numbers: Map<NoticeKind, Promise<string>>,
  ): Promise<string> {
    const year = Number(localDateOf(now).slice(0, 4));
    const number =
      numbers.get(kind) ??
      this.noticeNumbers.next(kind, year).then((running) => noticeNumberOf(kind, year, running));
    numbers.set(kind, number);
    return number;
  }
}
