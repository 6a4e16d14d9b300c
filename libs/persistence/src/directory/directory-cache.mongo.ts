import { setTimeout as pass } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

/** How long an edit by another process may go unseen. */
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

  /** After a write of our own: forgets everything, and resolves when no other process remembers it either. */
  async forgottenEverywhere(): Promise<void> {
    this.entries.clear();
    await pass(FRESH_MS);
    this.entries.clear();
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
