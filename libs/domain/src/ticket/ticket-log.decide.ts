import { follows, type HashFunction, seal } from '../chain/hash-chain.decide';
import { type TicketEvent, type TicketLogEntry } from './ticket.events';

/** The log with the events appended, each numbered and chained to the one before. */
export function appendToLog(
  log: readonly TicketLogEntry[],
  events: readonly TicketEvent[],
  hash: HashFunction,
): TicketLogEntry[] {
  const entries = [...log];
  for (const event of events) entries.push(seal(event, entries.at(-1), hash));
  return entries;
}

/** The sequence number of the first entry that does not follow from the one before, or undefined for a whole log. */
export function firstBrokenEntry(log: readonly TicketLogEntry[], hash: HashFunction): number | undefined {
  const broken = log.findIndex((entry, index) => !follows(entry, log[index - 1], hash));
  return broken === -1 ? undefined : broken + 1;
}
