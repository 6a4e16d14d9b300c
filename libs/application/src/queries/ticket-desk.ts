import { type Actor, canSee, type Person, type Ticket, visibilityOf } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Actors } from '../people/actors';
import { Clock } from '../ports/clock.port';
import { type TicketFilter, TicketQueries, type TicketSummary } from '../ports/ticket-queries.port';
import { TicketRepository } from '../ports/ticket-repository.port';
import { done, refused, type Result } from '../result.types';
import { endOfMerges } from '../ticket/merge-ticket/end-of-merges';

export const REPORTER: Actor = { kind: 'reporter' };

export interface ListTicketsQuery extends Omit<TicketFilter, 'overdueAt' | 'notOverdueAt'> {
  readonly overdue?: boolean;
  readonly after?: string;
  readonly limit: number;
}

/** Reading tickets: everyone sees what their role and department give them, and nothing tells that there is more. */
@Injectable()
export class TicketDesk {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly queries: TicketQueries,
    private readonly actors: Actors,
    private readonly clock: Clock,
  ) {}

  async view(number: string, person: Person): Promise<Result<Ticket>> {
    const ticket = await this.tickets.byNumber(number);
    if (!ticket || !canSee(visibilityOf(await this.actors.of(person)), ticket))
      return refused('TICKET.NOT_FOUND', 'There is no such ticket.');
    return done(ticket);
  }

  async track(trackingCode: string): Promise<Result<Ticket>> {
    const ticket = await this.tickets.byTrackingCode(trackingCode);
    return ticket ? done(ticket) : refused('TICKET.NOT_FOUND', 'No ticket has this tracking code.');
  }

  /** The open end of what this ticket was merged into; undefined where it follows nothing. */
  async followed(ticket: Ticket): Promise<Ticket | undefined> {
    const end = await endOfMerges(this.tickets, ticket);
    return end === ticket ? undefined : end;
  }

  async list(query: ListTicketsQuery, person: Person): Promise<readonly TicketSummary[]> {
    const { overdue, after, limit, ...filter } = query;
    const now = this.clock.now();
    const due = overdue === undefined ? {} : overdue ? { overdueAt: now } : { notOverdueAt: now };
    return this.queries.list(
      visibilityOf(await this.actors.of(person)),
      { ...filter, ...due },
      { limit, ...(after === undefined ? {} : { after }) },
    );
  }

  /** What awaits another owner or co-handler in the departments that the person heads now; the office sees all. */
  async awaitingReassignment(
    page: { readonly after?: string; readonly limit: number },
    person: Person,
  ): Promise<readonly TicketSummary[]> {
    const visibility = visibilityOf(await this.actors.of(person));
    const headed = visibility.kind === 'duty' ? { ...visibility, personIds: [] } : visibility;
    return this.queries.list(headed, { awaitsReassignment: true }, page);
  }
}
