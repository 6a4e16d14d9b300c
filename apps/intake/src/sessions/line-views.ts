import { Clock, TicketQueries } from '@app/application';
import { type SessionLine } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Office } from '../reference/office-names';
import { presentLine } from './session.presenter';

/** Lines as answers, with the tickets of all of them read at once. */
@Injectable()
export class LineViews {
  constructor(
    private readonly queries: TicketQueries,
    private readonly office: Office,
    private readonly clock: Clock,
  ) {}

  async of(lines: readonly SessionLine[]) {
    const ids = [...new Set(lines.flatMap(({ ticketId }) => ticketId ?? []))];
    const [tickets, names] = await Promise.all([
      ids.length === 0 ? [] : this.queries.summaries(ids),
      this.office.names(),
    ]);
    const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    const view = { names, now: this.clock.now() };
    return (line: SessionLine) => presentLine(line, byId.get(line.ticketId ?? ''), view);
  }
}
