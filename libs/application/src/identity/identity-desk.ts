import {
  type Actor,
  decideOpening,
  decideReadIdentity,
  decideRequestOpening,
  type HiddenIdentity,
  type IdentityOpening,
  type OpeningContext,
  type OpeningDecision,
  type OpeningParty,
  type OpeningStage,
  openingStateAt,
  type Ticket,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { IdentityOpeningRepository } from '../ports/identity-opening-repository.port';
import { IdentityUnreadable, IdentityVault } from '../ports/identity-vault.port';
import { Ids } from '../ports/ids.port';
import { TicketRepository } from '../ports/ticket-repository.port';
import { done, refused, type Result } from '../result.types';
import { endOfMerges } from '../ticket/merge-ticket/end-of-merges';
import { ExecuteTicketCommandHandler } from '../ticket/execute-command/execute-ticket-command.handler';

/** Losing this often in a row means something else is wrong. */
const MAX_RACES_LOST = 8;

type Step = Extract<OpeningDecision, { ok: true }> | Extract<Result<never>, { ok: false }>;
type Decide = (opening: IdentityOpening, ticket: Ticket, context: OpeningContext) => Step | Promise<Step>;

/**
 * Opening hidden identities: one person asks, a second one decides, both may read once. Every step is written into
 * the ticket's own record, whose outbox tells the reporter, before anything is shown.
 */
@Injectable()
export class IdentityDesk {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly openings: IdentityOpeningRepository,
    private readonly vault: IdentityVault,
    private readonly commands: ExecuteTicketCommandHandler,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Asks for an opening. The same person asking again for the same reason is answered as the first time. */
  async request(number: string, reason: string, actor: Actor): Promise<Result<IdentityOpening>> {
    const ticket = await this.tickets.byNumber(number);
    if (!ticket) return refused('TICKET.NOT_FOUND', 'There is no such ticket.');
    const context = await this.contextOf(ticket, actor);
    const decision = decideRequestOpening(ticket, { id: this.ids.next(), reason }, context);
    if (!decision.ok) return decision;
    const { next } = decision;
    for (let lost = 0; lost < MAX_RACES_LOST; lost += 1) {
      if (await this.openings.create(next)) return done(await this.record(next));
      const other = await this.openings.underWay(ticket.id);
      if (!other) continue;
      const state = openingStateAt(other, context.now);
      if (state === 'expired') await this.openings.save(other, { ...other, state });
      else if (state === 'requested' && isSameRequest(other, next)) return done(await this.record(other));
      else break;
    }
    return refused('IDENTITY.ALREADY_REQUESTED', 'An opening of this identity is under way already.');
  }

  approve(id: string, actor: Actor): Promise<Result<IdentityOpening>> {
    return this.take(id, actor, (opening, ticket, context) =>
      decideOpening(opening, ticket, { approve: true }, context),
    );
  }

  refuse(id: string, reason: string, actor: Actor): Promise<Result<IdentityOpening>> {
    return this.take(id, actor, (opening, ticket, context) =>
      decideOpening(opening, ticket, { approve: false, reason }, context),
    );
  }

  /** The identity, to each of the two once: the reading is stored before the answer is given. */
  async read(id: string, actor: Actor): Promise<Result<HiddenIdentity>> {
    let identity: HiddenIdentity | undefined;
    const taken = await this.take(id, actor, async (opening, ticket, context) => {
      const decision = decideReadIdentity(opening, ticket, context);
      if (!decision.ok) return decision;
      try {
        identity = await this.vault.open(ticket.id);
        return decision;
      } catch (error) {
        // Not used up: it can be read once the key is there.
        if (error instanceof IdentityUnreadable) return refused('IDENTITY.UNREADABLE', error.message);
        throw error;
      }
    });
    if (!taken.ok) return taken;
    return identity ? done(identity) : refused('IDENTITY.UNREADABLE', 'There is nothing to read.');
  }

  list(...query: Parameters<IdentityOpeningRepository['list']>): Promise<readonly IdentityOpening[]> {
    return this.openings.list(...query);
  }

  /** Writes what is missing into the ticket's record; answers the opening as it is stored then. */
  async record(opening: IdentityOpening): Promise<IdentityOpening> {
    if (opening.unrecorded.length === 0) return opening;
    for (const stage of opening.unrecorded) {
      const { party, reason } = partOf(opening, stage);
      const noted = await this.commands.execute(opening.ticketId, {
        command: { name: 'noteIdentity', stage, openingId: opening.id, reason },
        actor: { kind: 'person', ...party },
      });
      if (!noted.ok) throw new Error(`opening ${opening.id}: not recorded, ${noted.error.code}`);
    }
    const next = { ...opening, unrecorded: [] };
    return (await this.openings.save(opening, next)) ? { ...next, version: opening.version + 1 } : opening;
  }

  private async contextOf(ticket: Ticket, actor: Actor): Promise<OpeningContext> {
    const followed = await endOfMerges(this.tickets, ticket);
    return { now: this.clock.now(), actor, followed };
  }

  /** Load, record what went before, decide, save; of two who race one wins and the other is decided anew. */
  private async take(id: string, actor: Actor, decide: Decide): Promise<Result<IdentityOpening>> {
    for (let lost = 0; lost < MAX_RACES_LOST; lost += 1) {
      const stored = await this.openings.byId(id);
      const ticket = stored && (await this.tickets.byId(stored.ticketId));
      if (!ticket) return refused('IDENTITY.NOT_FOUND', 'There is no such request.');
      const opening = await this.record(stored);
      const decision = await decide(opening, ticket, await this.contextOf(ticket, actor));
      if (!decision.ok) return decision;
      const { next } = decision;
      if (next === opening) return done(opening);
      if (await this.openings.save(opening, next))
        return done(await this.record({ ...next, version: opening.version + 1 }));
    }
    return refused('TICKET.CONFLICT', 'Others kept changing it at the same moment; please try again.');
  }
}

function isSameRequest(one: IdentityOpening, other: IdentityOpening): boolean {
  return one.requestedBy.id === other.requestedBy.id && one.reason === other.reason;
}

/** Who took a step, and the reason that the ticket's record gives for it. */
function partOf(
  { requestedBy, decidedBy = requestedBy, reason, decisionReason = reason }: IdentityOpening,
  stage: OpeningStage,
): { readonly party: OpeningParty; readonly reason: string } {
  if (stage === 'requested') return { party: requestedBy, reason };
  return { party: decidedBy, reason: stage === 'opened' ? reason : decisionReason };
}
