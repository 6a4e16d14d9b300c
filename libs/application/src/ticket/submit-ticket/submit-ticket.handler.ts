import { type Actor, decideSubmit, localDateOf, type Submission } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../ports/clock.port';
import { Directory } from '../../ports/directory.port';
import { EventRelay } from '../../ports/event-relay.port';
import { accountAlias, type IdentityToHide, IdentityVault } from '../../ports/identity-vault.port';
import { Ids } from '../../ports/ids.port';
import { type Created, type NewTicket, TicketRepository } from '../../ports/ticket-repository.port';
import { outboxOf } from '../../reactions/ticket-reactions';

export interface SubmitTicketCommand {
  readonly submission: Submission;
  readonly actor: Actor;
  /** One submission, one ticket: the same key answers as the first time. */
  readonly idempotencyKey?: string;
  readonly requestHash?: string;
  readonly correlationId?: string;
}

/** The policy a ticket has until its category is known. */
const FIRST_POLICY = 'standard';
/** Batches on their way at once; what arrives meanwhile makes the next, so that writes grow larger under load. */
const BATCHES_AT_ONCE = 2;
const BATCH_SIZE = 64;

interface Waiting {
  readonly command: SubmitTicketCommand;
  readonly resolve: (created: Created) => void;
  readonly reject: (error: unknown) => void;
}

@Injectable()
export class SubmitTicketHandler {
  private readonly waiting: Waiting[] = [];
  private batchesOnTheirWay = 0;

  constructor(
    private readonly tickets: TicketRepository,
    private readonly directory: Directory,
    private readonly vault: IdentityVault,
    private readonly relay: EventRelay,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Stores one ticket, in one write with others that arrive while the writes before are on their way. */
  one(command: SubmitTicketCommand): Promise<Created> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ command, resolve, reject });
      if (this.batchesOnTheirWay < BATCHES_AT_ONCE) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.batchesOnTheirWay += 1;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH_SIZE);
      try {
        const created = await this.execute(batch.map(({ command }) => command));
        batch.forEach(({ resolve }, index) => resolve(created[index] as Created));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.batchesOnTheirWay -= 1;
  }

  /** Stores the tickets, each on its own, and answers in order; what comes back is durable. */
  async execute(commands: readonly SubmitTicketCommand[]): Promise<Created[]> {
    const now = this.clock.now();
    const year = Number(localDateOf(now).slice(0, 4));
    const [calendar, policy, first] = await Promise.all([
      this.directory.calendar(),
      this.directory.policy(FIRST_POLICY),
      this.tickets.allocateNumbers(year, commands.length),
    ]);
    if (!policy) throw new Error(`there is no policy ${FIRST_POLICY}`);
    const toHide: IdentityToHide[] = [];
    const drafts = commands.map((command, index): NewTicket => {
      const { identity, userId } = command.submission.reporter;
      const ticketId = this.ids.next();
      const { next, events, hidden } = decideSubmit(command.submission, {
        now,
        calendar,
        policy,
        actor: command.actor,
        newId: () => this.ids.next(),
        ticketId,
        number: `${year}-${String(first + index).padStart(6, '0')}`,
        trackingCode: this.ids.trackingCode(),
        ...(identity === 'hidden' && userId !== undefined
          ? { accountAlias: accountAlias(this.vault, userId) }
          : {}),
        ...(command.correlationId === undefined ? {} : { correlationId: command.correlationId }),
      });
      if (hidden) toHide.push({ ticketId, identity: hidden, at: now });
      return {
        ticket: next,
        events,
        ...(command.idempotencyKey === undefined ? {} : { idempotencyKey: command.idempotencyKey }),
        ...(command.requestHash === undefined ? {} : { requestHash: command.requestHash }),
      };
    });
    // First, so that no ticket is ever without its reporter; what gets no ticket after all is swept.
    await this.vault.store(toHide);
    const created = await this.tickets.create(drafts);
    this.relay.nudge(
      drafts.flatMap((draft, index) =>
        created[index]?.outcome === 'created' ? outboxOf(draft.ticket.id, draft.events) : [],
      ),
    );
    return created;
  }
}
