import { refuse } from './ticket.errors';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { type Ticket, type TicketAttachment } from './ticket.types';

/** As many as a long life of a ticket needs, and less than a document holds. */
export const MOST_ATTACHMENTS = 60;

/** Files that have been stored and checked join the ticket; a repeat of one that is there adds nothing. */
export function decideAttach(
  ticket: Ticket,
  command: CommandOf<'attach'>,
  context: DecisionContext,
): Decision {
  const fresh = newOnes(ticket, command.attachments);
  if (fresh.length === 0) return { ok: true, next: ticket, events: [] };
  if (exceedsLimit(ticket, fresh))
    return refuse('TICKET.ATTACHMENT_LIMIT', `A ticket takes ${MOST_ATTACHMENTS} files at most.`);
  const facts = {
    attachmentIds: fresh.map(({ id }) => id),
    visibility: fresh.every(({ visibility }) => visibility === 'public') ? 'public' : 'internal',
    byReporter: fresh.every(({ by }) => by === 'reporter'),
  };
  return {
    ok: true,
    next: { ...ticket, attachments: [...ticket.attachments, ...fresh] },
    events: [eventOf('ticket.attached', context, facts)],
  };
}

/** Those that the ticket does not have yet. */
export function newOnes(
  { attachments }: Pick<Ticket, 'attachments'>,
  given: readonly TicketAttachment[],
): readonly TicketAttachment[] {
  const known = new Set(attachments.map(({ id }) => id));
  return given.filter(({ id }) => !known.has(id));
}

export function exceedsLimit(
  { attachments }: Pick<Ticket, 'attachments'>,
  fresh: readonly TicketAttachment[],
): boolean {
  return attachments.length + fresh.length > MOST_ATTACHMENTS;
}
