import { type Ticket } from '../ticket/ticket.types';
import { type AuditBreak, type TicketHead } from './audit.types';
import { follows, type HashFunction } from './hash-chain.decide';

/** Every break in a ticket's own record: entries that do not follow, a record that is another ticket's. */
export function ticketBreaks(
  { number, log }: Pick<Ticket, 'number' | 'log'>,
  hash: HashFunction,
): readonly AuditBreak[] {
  const subject = `ticket/${number}`;
  const said = log[0]?.facts['number'];
  const broken = log.flatMap((entry, index): AuditBreak[] =>
    follows(entry, log[index - 1], hash) ? [] : [{ kind: 'entry-broken', subject, entry: index + 1 }],
  );
  // Records of earlier releases do not say whose they are.
  const isForeign = log.length === 0 || (said !== undefined && said !== number);
  return isForeign ? [{ kind: 'foreign-log', subject, entry: 1 }, ...broken] : broken;
}

/** What has become of an anchored record since; `hashes` are those of the ticket's entries now, in order. */
export function anchorBreak(
  { number, seq, hash }: TicketHead,
  hashes: readonly string[] | undefined,
): AuditBreak | undefined {
  const subject = `ticket/${number}`;
  if (!hashes) return { kind: 'ticket-missing', subject };
  if (hashes.length < seq) return { kind: 'tail-missing', subject, entry: hashes.length + 1 };
  return hashes[seq - 1] === hash ? undefined : { kind: 'history-rewritten', subject, entry: seq };
}
