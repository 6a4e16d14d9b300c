/** A random key. Plain http on a campus network is no secure context, where randomUUID is missing. */
export function newIdempotencyKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One key for one body: a retry of the same content repeats the key, changed content gets another. */
export class IdempotencyKeys {
  private last: { readonly content: string; readonly key: string } | undefined;

  keyFor(body: unknown): string {
    const content = JSON.stringify(body ?? null);
    if (this.last?.content !== content) this.last = { content, key: newIdempotencyKey() };
    return this.last.key;
  }

  /** After success the same content is a new wish. */
  forget(): void {
    this.last = undefined;
  }
}
