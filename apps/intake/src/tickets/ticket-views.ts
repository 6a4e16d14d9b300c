import {
  Actors,
  Clock,
  Directory,
  Ids,
  REPORTER,
  TicketDesk,
  TicketRepository,
  type TicketSummary,
} from '@app/application';
import { TICKET_COMMAND_SCHEMAS } from '@app/contracts/http';
import {
  type Actor,
  addAllowance,
  availableCommands,
  canSee,
  firstBrokenEntry,
  hasReopeningLeft,
  type Person,
  type Ticket,
  visibilityOf,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { AttachmentLinks } from '../attachments/attachment-links';
import { Office } from '../reference/office-names';
import { kebabCase } from './command-name';
import { presentOutOfSight, presentSummary, presentTicket } from './ticket.presenter';
import { presentTracked } from './timeline.presenter';

/** What a reporter may do without an account. */
const BY_TRACKING_CODE = new Set(['rate', 'comment', 'withdraw', 'urge', 'reopen', 'attach']);

/** Tickets as answers: gathers the names, the time and what may be done, and hands all of it to the presenters. */
@Injectable()
export class TicketViews {
  constructor(
    private readonly desk: TicketDesk,
    private readonly tickets: TicketRepository,
    private readonly directory: Directory,
    private readonly actors: Actors,
    private readonly office: Office,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly links: AttachmentLinks,
  ) {}

  /** The ticket, or hardly more than its number where the person may not, or no longer, see it. */
  async ticket(ticket: Ticket, person: Person) {
    const viewer = await this.actors.of(person);
    if (!canSee(visibilityOf(viewer), ticket)) return presentOutOfSight(ticket);
    const [names, calendar, followers] = await Promise.all([
      this.office.names(),
      this.directory.calendar(),
      this.tickets.followersOf(ticket.id),
    ]);
    const view = {
      viewer,
      names,
      calendar,
      now: this.clock.now(),
      followers: followers.map(({ number }) => number),
      links: this.links,
    };
    const verified = firstBrokenEntry(ticket.log, (text) => this.ids.hash(text)) === undefined;
    return presentTicket(ticket, view, this.commandsFor(ticket, viewer), verified);
  }

  /** How lines of a list are shown to this person now. */
  async summaries(person: Person) {
    const view = {
      viewer: await this.actors.of(person),
      names: await this.office.names(),
      now: this.clock.now(),
    };
    return (ticket: TicketSummary) => presentSummary(ticket, view);
  }

  async tracked(ticket: Ticket) {
    const [names, calendar, followed] = await Promise.all([
      this.office.names(),
      this.directory.calendar(),
      this.desk.followed(ticket),
    ]);
    const policy = await this.directory.policy(ticket.policy.code, ticket.policy.version);
    const reopenBefore =
      ticket.closedAt && policy && addAllowance(calendar, ticket.closedAt, policy.reopenWithin);
    const now = this.clock.now();
    const can = this.commandsFor(ticket, REPORTER).filter(
      (command) =>
        BY_TRACKING_CODE.has(command) &&
        (command !== 'reopen' ||
          (reopenBefore !== undefined && now <= reopenBefore && hasReopeningLeft(ticket))),
    );
    return presentTracked(ticket, {
      names,
      now,
      can,
      followed,
      links: this.links,
      reopenBefore: can.includes('reopen') ? reopenBefore : undefined,
    });
  }

  /** Those commands that have a route, by the names of their routes. */
  private commandsFor(ticket: Ticket, actor: Actor): string[] {
    return availableCommands(ticket, actor)
      .map(kebabCase)
      .filter((command) => command in TICKET_COMMAND_SCHEMAS);
  }
}
