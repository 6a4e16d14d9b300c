import { actorOf, Clock, Ids, REPORTER, TicketDesk, type TicketSummary } from '@app/application';
import { TICKET_COMMAND_SCHEMAS } from '@app/contracts/http';
import { type Actor, canSee, firstBrokenEntry, type Person, type Ticket, visibilityOf } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Office } from '../reference/office-names';
import { kebabCase } from './command-name';
import { presentOutOfSight, presentSummary, presentTicket } from './ticket.presenter';
import { presentTracked } from './timeline.presenter';

/** Tickets as answers: gathers the names, the time and what may be done, and hands all of it to the presenters. */
@Injectable()
export class TicketViews {
  constructor(
    private readonly desk: TicketDesk,
    private readonly office: Office,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The ticket, or hardly more than its number where the person may not, or no longer, see it. */
  async ticket(ticket: Ticket, person: Person) {
    if (!canSee(visibilityOf(person), ticket)) return presentOutOfSight(ticket);
    const view = { person, names: await this.office.names(), now: this.clock.now() };
    const verified = firstBrokenEntry(ticket.log, (text) => this.ids.hash(text)) === undefined;
    return presentTicket(ticket, view, this.commandsFor(ticket, actorOf(person)), verified);
  }

  /** How lines of a list are shown to this person now. */
  async summaries(person: Person) {
    const view = { person, names: await this.office.names(), now: this.clock.now() };
    return (ticket: TicketSummary) => presentSummary(ticket, view);
  }

  async tracked(ticket: Ticket) {
    const can = this.commandsFor(ticket, REPORTER).filter(
      (command) => command === 'rate' || command === 'comment',
    );
    return presentTracked(ticket, { names: await this.office.names(), now: this.clock.now(), can });
  }

  /** Those commands that have a route, by the names of their routes. */
  private commandsFor(ticket: Ticket, actor: Actor): string[] {
    return this.desk
      .available(ticket, actor)
      .map(kebabCase)
      .filter((command) => command in TICKET_COMMAND_SCHEMAS);
  }
}
