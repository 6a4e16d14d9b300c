import { type TicketEvent, type TicketLogEntry } from './ticket.events';

/** SHA-256 or better, as lower-case hex; passed in, since the domain knows no crypto. */
export type HashFunction = (text: string) => string;

export const FIRST_HASH = '0'.repeat(64);

/** The log with the events appended, each numbered and chained to the one before. */
export function appendToLog(
  log: readonly TicketLogEntry[],
  events: readonly TicketEvent[],
  hash: HashFunction,
): TicketLogEntry[] {
  const entries = [...log];
  for (const event of events) {
    const last = entries.at(-1);
    const entry = { ...event, seq: (last?.seq ?? 0) + 1, previousHash: last?.hash ?? FIRST_HASH };
    entries.push({ ...entry, hash: hash(canonical(entry)) });
  }
  return entries;
}

/** The sequence number of the first entry that does not follow from the one before, or undefined for a whole log. */
export function firstBrokenEntry(log: readonly TicketLogEntry[], hash: HashFunction): number | undefined {
  let previousHash = FIRST_HASH;
  for (const [index, entry] of log.entries()) {
    const { hash: sealed, ...content } = entry;
    if (entry.seq !== index + 1 || entry.previousHash !== previousHash || hash(canonical(content)) !== sealed)
      return index + 1;
    previousHash = sealed;
  }
  return undefined;
}

/** JSON with sorted keys and absent values left out, so that a round trip through the database changes nothing. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
