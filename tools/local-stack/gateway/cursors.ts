import type { SqlPool } from './sql-pool';

interface OpenCursor {
  readonly continuation: Buffer;
  /** Milliseconds since the epoch. */
  readonly usedAt: number;
}

/** Where each open cursor goes on. A cursor unused for `idleMs` is closed, as in MongoDB after ten minutes. */
export class CursorTable {
  private readonly cursors = new Map<string, OpenCursor>();
  private readonly sweeping: NodeJS.Timeout;

  constructor(
    private readonly sql: SqlPool,
    private readonly idleMs: number,
  ) {
    this.sweeping = setInterval(() => this.sweep(), Math.max(100, idleMs / 10)).unref();
  }

  keep(id: string, continuation: Buffer): void {
    this.cursors.set(id, { continuation, usedAt: Date.now() });
  }

  /** Removes a cursor and returns where it goes on; undefined when it is not open (or another getMore has it). */
  take(id: string): Buffer | undefined {
    const cursor = this.cursors.get(id);
    this.cursors.delete(id);
    return cursor?.continuation;
  }

  /** Frees what the server keeps for these cursors; a failure only means that the server's own clean-up does it. */
  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const text = 'SELECT documentdb_api_internal.delete_cursors($1::bigint[])::bytea';
    await this.sql.call({ name: 'deleteCursors', text }, [`{${ids.join(',')}}`]).catch(() => undefined);
  }

  close(): void {
    clearInterval(this.sweeping);
  }

  private sweep(): void {
    const limit = Date.now() - this.idleMs;
    const idle = [...this.cursors].filter(([, { usedAt }]) => usedAt < limit).map(([id]) => id);
    for (const id of idle) this.cursors.delete(id);
    void this.remove(idle);
  }
}
