/** SHA-256 or better, as lower-case hex; passed in, since the domain knows no crypto. */
export type HashFunction = (text: string) => string;

/** What the first entry of a chain names as the one before it. */
export const FIRST_HASH = '0'.repeat(64);

/** An entry of an append-only record: numbered from 1, and chained to the one before by its hash. */
export interface Sealed {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** The entry behind `last`, the chain's newest so far: numbered, chained and sealed. */
export function seal<T extends object>(
  entry: T,
  last: Pick<Sealed, 'seq' | 'hash'> | undefined,
  hash: HashFunction,
): T & Sealed {
  const chained = { ...entry, seq: (last?.seq ?? 0) + 1, previousHash: last?.hash ?? FIRST_HASH };
  return { ...chained, hash: hash(canonical(chained)) };
}

/** Whether an entry stands unchanged directly behind `last`, the one before it, or first where there is none. */
export function follows(
  entry: Sealed,
  last: Pick<Sealed, 'seq' | 'hash'> | undefined,
  hash: HashFunction,
): boolean {
  const { hash: sealed, ...content } = entry;
  return (
    entry.seq === (last?.seq ?? 0) + 1 &&
    entry.previousHash === (last?.hash ?? FIRST_HASH) &&
    hash(canonical(content)) === sealed
  );
}

/** JSON with sorted keys and absent values left out, so that a round trip through the database changes nothing. */
export function canonical(value: unknown): string {
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
