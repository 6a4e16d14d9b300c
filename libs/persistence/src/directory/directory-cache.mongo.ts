import { isDeepStrictEqual } from 'node:util';

/** How long an edit may go unseen; who edits waits as long before saying that it is in force. */
export const FRESH_MS = 1_000;
const MAX_ENTRIES = 2_000;

interface Entry {
  readonly value: Promise<unknown>;
  readonly until: number;
}

/**
 * Remembers what was read for a second. Values are frozen and shared, and a value that reads the same as before
 * stays the very same object, so that what others computed from it (by WeakMap) stays valid.
 */
export class DirectoryCache {
  private readonly entries = new Map<string, Entry>();

  /** The remembered value, or what `load` answers; a failed load is not remembered. */
  get<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.entries.get(key);
    if (known && performance.now() < known.until) return known.value as Promise<T>;
    if (this.entries.size >= MAX_ENTRIES) this.entries.clear();
    const value = this.reload(known, load);
    this.entries.set(key, { value, until: performance.now() + FRESH_MS });
    value.catch(() => this.entries.delete(key));
    return value;
  }

  private async reload<T>(known: Entry | undefined, load: () => Promise<T>): Promise<T> {
    const loaded = await load();
    const before = (await known?.value.catch(() => undefined)) as T | undefined;
    return before !== undefined && isDeepStrictEqual(before, loaded) ? before : frozen(loaded);
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
