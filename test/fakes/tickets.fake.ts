import {
  type Created,
  type NewTicket,
  type OutboxEntry,
  type OutboxKey,
  outboxOf,
  OutboxStore,
  type TicketFilter,
  TicketQueries,
  TicketRepository,
  type TicketSummary,
} from '@app/application';
import {
  appendToLog,
  canSee,
  OPEN_STATUSES,
  type Ticket,
  type TicketEvent,
  type Visibility,
} from '@app/domain';
import { sha256 } from '../builders/ticket.builder';
import { stored } from './storable.fake';

interface Row {
  readonly ticket: Ticket;
  readonly outbox: readonly OutboxEntry[];
  readonly idempotencyKey?: string;
  readonly requestHash?: string;
}

/** The collection that the three fakes share. */
export class FakeTicketRows {
  readonly byId = new Map<string, Row>();
  readonly counters = new Map<number, number>();

  /** Every entry that waits to be published, oldest first. */
  get outbox(): OutboxEntry[] {
    return [...this.byId.values()].flatMap(({ outbox }) => outbox).sort((a, b) => +a.at - +b.at);
  }

  get tickets(): Ticket[] {
    return [...this.byId.values()].map(({ ticket }) => stored(ticket));
  }
}

export class FakeTicketRepository extends TicketRepository {
  constructor(readonly rows = new FakeTicketRows()) {
    super();
  }

  create(tickets: readonly NewTicket[]): Promise<Created[]> {
    // Each on its own: one that fails does not keep the others out.
    return Promise.allSettled(tickets.map(async (ticket) => this.createOne(ticket))).then((answers) =>
      answers.map((answer) => {
        if (answer.status === 'rejected') throw answer.reason as Error;
        return answer.value;
      }),
    );
  }

  byId(id: string): Promise<Ticket | undefined> {
    return this.find(({ ticket }) => ticket.id === id);
  }

  byNumber(number: string): Promise<Ticket | undefined> {
    return this.find(({ ticket }) => ticket.number === number);
  }

  byTrackingCode(code: string): Promise<Ticket | undefined> {
    return this.find(({ ticket }) => ticket.trackingCode === code);
  }

  byIdempotencyKey(key: string): Promise<{ ticket: Ticket; requestHash?: string } | undefined> {
    const row = [...this.rows.byId.values()].find(({ idempotencyKey }) => idempotencyKey === key);
    return Promise.resolve(
      row && (stored({ ticket: row.ticket, requestHash: row.requestHash }) as { ticket: Ticket }),
    );
  }

  save(previous: Ticket, next: Ticket, events: readonly TicketEvent[]): Promise<boolean> {
    const row = this.rows.byId.get(previous.id);
    if (row?.ticket.version !== previous.version) return Promise.resolve(false);
    const ticket = {
      ...next,
      version: previous.version + 1,
      log: appendToLog(previous.log, stored(events), sha256),
    };
    const outbox = [...row.outbox, ...outboxOf(previous.id, events, previous)];
    this.rows.byId.set(previous.id, { ...row, ...stored({ ticket, outbox }) });
    return Promise.resolve(true);
  }

  allocateNumbers(year: number, count: number): Promise<number> {
    const last = this.rows.counters.get(year) ?? 0;
    this.rows.counters.set(year, last + count);
    return Promise.resolve(last + 1);
  }

  dueBefore(now: Date, limit: number): Promise<string[]> {
    const due = this.rows.tickets.flatMap(({ id, nextStepAt: at }) => (at && at <= now ? [{ id, at }] : []));
    return Promise.resolve(
      due
        .sort((a, b) => +a.at - +b.at)
        .slice(0, limit)
        .map(({ id }) => id),
    );
  }

  followersOf(ticketId: string): Promise<readonly Ticket[]> {
    return Promise.resolve(
      this.rows.tickets
        .filter(({ mergedInto }) => mergedInto?.id === ticketId)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  }

  private createOne({ ticket, events, ...key }: NewTicket): Created {
    const rows = [...this.rows.byId.values()];
    const first =
      key.idempotencyKey === undefined
        ? undefined
        : rows.find((row) => row.idempotencyKey === key.idempotencyKey);
    if (first) {
      const sameRequest = first.requestHash === key.requestHash;
      return { outcome: 'existed', ticket: stored(first.ticket), sameRequest };
    }
    const taken = rows.some(
      (row) =>
        row.ticket.id === ticket.id ||
        row.ticket.number === ticket.number ||
        row.ticket.trackingCode === ticket.trackingCode,
    );
    if (taken) throw new Error(`ticket ${ticket.number} could not be stored: its identity is taken`);
    const created = stored({ ...ticket, version: 1, log: appendToLog(ticket.log, events, sha256) });
    this.rows.byId.set(ticket.id, stored({ ticket: created, outbox: outboxOf(ticket.id, events), ...key }));
    return { outcome: 'created', ticket: created };
  }

  private find(matches: (row: Row) => boolean): Promise<Ticket | undefined> {
    return Promise.resolve(stored([...this.rows.byId.values()].find(matches)?.ticket));
  }
}

export class FakeOutboxStore extends OutboxStore {
  constructor(readonly rows = new FakeTicketRows()) {
    super();
  }

  pending(before: Date, limit: number): Promise<OutboxEntry[]> {
    return Promise.resolve(stored(this.rows.outbox.filter(({ at }) => at < before).slice(0, limit)));
  }

  remove(entries: readonly OutboxKey[]): Promise<void> {
    for (const { ticketId, eventId, job } of entries) {
      const row = this.rows.byId.get(ticketId);
      if (row)
        this.rows.byId.set(ticketId, {
          ...row,
          outbox: row.outbox.filter((entry) => entry.eventId !== eventId || entry.job !== job),
        });
    }
    return Promise.resolve();
  }
}

export class FakeTicketQueries extends TicketQueries {
  constructor(readonly rows = new FakeTicketRows()) {
    super();
  }

  list(
    visibility: Visibility,
    filter: TicketFilter,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly TicketSummary[]> {
    const found = this.rows.tickets
      .filter((ticket) => canSee(visibility, ticket) && passes(ticket, filter))
      .filter(({ id }) => page.after === undefined || id < page.after)
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    return Promise.resolve(found.slice(0, page.limit).map(summaryOf));
  }

  summaries(ids: readonly string[]): Promise<readonly TicketSummary[]> {
    return Promise.resolve(this.rows.tickets.filter(({ id }) => ids.includes(id)).map(summaryOf));
  }
}

function summaryOf(ticket: Ticket): TicketSummary {
  const { log: _l, description: _d, reporter: _r, trackingCode: _t, steps: _s, ...summary } = ticket;
  return summary;
}

function passes(ticket: Ticket, filter: TicketFilter): boolean {
  const { status, department, ownerId, category, sessionId, overdueAt, notOverdueAt, q } = filter;
  return (
    (status === undefined || status.includes(ticket.status)) &&
    (department === undefined || ticket.department === department) &&
    (ownerId === undefined || ticket.owner?.id === ownerId) &&
    (category === undefined || ticket.category === category) &&
    (sessionId === undefined || ticket.source.sessionId === sessionId) &&
    (overdueAt === undefined || isOverdue(ticket, overdueAt)) &&
    (notOverdueAt === undefined ||
      (OPEN_STATUSES.includes(ticket.status) && !isOverdue(ticket, notOverdueAt))) &&
    (!filter.awaitsReassignment || awaitsReassignment(ticket)) &&
    (q === undefined || hasWords(ticket, q))
  );
}

function awaitsReassignment({ status, reassignment, subTasks }: Ticket): boolean {
  const part = subTasks.some((task) => task.state === 'open' && task.reassignment !== undefined);
  return OPEN_STATUSES.includes(status) && (reassignment !== undefined || part);
}

function isOverdue({ status, clocks }: Ticket, at: Date): boolean {
  const counts = status === 'submitted' || status === 'dispatched' || status === 'in-progress';
  return (
    counts &&
    [clocks.response, clocks.resolution].some((clock) => clock && !clock.stoppedAt && clock.dueAt < at)
  );
}

function hasWords({ number, title, description }: Ticket, query: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase();
  const q = plain(query).trim();
  if (/^\d{4}-\d*$/.test(q)) return number.startsWith(q);
  const words = q.split(/\s+/u).filter(Boolean);
  return words.every(
    (word) => plain(title).includes(word) || ([...word].length > 1 && plain(description).includes(word)),
  );
}
