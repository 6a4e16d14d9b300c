import { Client, type ClientConfig } from 'pg';
import { isServerGone } from './command-error';

/** One function call; `name` keys the prepared statement, so it must be the same for the same text. */
export interface SqlCall {
  readonly name: string;
  readonly text: string;
}
export type SqlValue = string | Buffer | null;
export type SqlRow = readonly (string | null)[];

/** How long a command waits for the server to come back before it is refused, in milliseconds. */
const PATIENCE_MS = 5_000;
const RETRY_MS = 100;

/** A fixed number of connections, handed out one call at a time, last used first (its caches are warm). */
export class SqlPool {
  private readonly idle: Client[] = [];
  private readonly waiting: ((client: Client | undefined) => void)[] = [];
  private open = 0;
  private closed = false;

  constructor(
    private readonly config: ClientConfig,
    private readonly size: number,
  ) {}

  /**
   * Runs one call and returns its first row as text. Rejects with the server's error, or the connection's when it
   * broke: then whether the call took effect is unknown.
   */
  async call(call: SqlCall, values: readonly SqlValue[]): Promise<SqlRow> {
    const client = await this.take();
    try {
      const { rows } = await client.query<(string | null)[]>({
        ...call,
        values: [...values],
        rowMode: 'array',
      });
      this.give(client);
      return rows[0] ?? [];
    } catch (error) {
      if (isServerGone(error)) this.drop(client);
      else this.give(client);
      throw error;
    }
  }

  /** Closes every connection; calls under way fail. */
  async close(): Promise<void> {
    this.closed = true;
    for (const resume of this.waiting.splice(0)) resume(undefined);
    await Promise.allSettled(this.idle.splice(0).map((client) => client.end()));
  }

  private async take(): Promise<Client> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const idle = this.idle.pop();
      if (idle) return idle;
      if (this.closed) throw new Error('the gateway is closing');
      if (this.open < this.size) {
        const fresh = await this.connect().catch((error: unknown) => {
          if (Date.now() > deadline) throw error;
          return undefined;
        });
        if (fresh) return fresh;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        continue;
      }
      const given = await new Promise<Client | undefined>((resolve) => this.waiting.push(resolve));
      if (given) return given;
    }
  }

  private async connect(): Promise<Client> {
    this.open++;
    // Results stay text: their one reader knows which of them are bytes.
    const client = new Client({ ...this.config, types: { getTypeParser: () => (text: string) => text } });
    // A connection that breaks while idle says so here; one that breaks during a call fails that call.
    client.on('error', () => this.drop(client));
    try {
      await client.connect();
      return client;
    } catch (error) {
      this.drop(client);
      throw error;
    }
  }

  private readonly dropped = new WeakSet<Client>();

  private drop(client: Client): void {
    if (this.dropped.has(client)) return;
    this.dropped.add(client);
    this.open--;
    const at = this.idle.indexOf(client);
    if (at >= 0) this.idle.splice(at, 1);
    client.end().catch(() => undefined);
    this.waiting.shift()?.(undefined);
  }

  private give(client: Client): void {
    if (this.closed || this.dropped.has(client)) this.drop(client);
    else {
      const next = this.waiting.shift();
      if (next) next(client);
      else this.idle.push(client);
    }
  }
}

/** Decodes a bytea in PostgreSQL's hex form (`\x…`), which is how results come. */
export function bytesOf(value: string | null | undefined): Buffer {
  return value ? Buffer.from(value.slice(2), 'hex') : Buffer.alloc(0);
}
