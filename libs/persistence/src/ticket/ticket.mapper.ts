import { type NewTicket, type OutboxEntry, outboxOf, type TicketSummary } from '@app/application';
import {
  appendToLog,
  type HashFunction,
  OPEN_STATUSES,
  type Ticket,
  type TicketEvent,
  type TicketStatus,
} from '@app/domain';
import { storable } from '../database/storable.mongo';
import { type StoredOutboxEntry, type TicketDocument } from './ticket.schema';

/** The document of a new ticket: version 1, its first events sealed into the log and waiting in the outbox. */
export function toNewDocument(
  { ticket, events, idempotencyKey, requestHash }: NewTicket,
  hash: HashFunction,
): TicketDocument {
  const { id, ...state } = storable(ticket);
  const facts = storable(events);
  return {
    _id: id,
    ...state,
    version: 1,
    log: appendToLog(state.log, facts, hash),
    outbox: toOutbox(ticket.id, facts),
    ...(facts.length === 0 ? {} : { unanchored: true }),
    ...derivedFrom(state),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(requestHash === undefined ? {} : { requestHash }),
  };
}

/** The one update that turns `previous` into `next`: changed fields, the sealed events, the outbox, the version. */
export function toUpdate(
  previous: Ticket,
  next: Ticket,
  events: readonly TicketEvent[],
  hash: HashFunction,
): Record<string, Record<string, unknown>> {
  const { id: _id, log: _log, ...state } = storable(next);
  const before: Record<string, unknown> = { ...previous, ...derivedFrom(previous) };
  const after: Record<string, unknown> = {
    ...state,
    ...derivedFrom(next),
    version: previous.version + 1,
  };
  const set = Object.entries(after).filter(
    ([field, value]) => value !== undefined && !isSame(value, before[field]),
  );
  const unset = Object.keys(before).filter(
    (field) => field !== 'id' && field !== 'log' && before[field] !== undefined && after[field] === undefined,
  );
  const facts = storable(events);
  const entries = appendToLog(previous.log, facts, hash).slice(previous.log.length);
  return {
    $set: { ...Object.fromEntries(set), ...(entries.length === 0 ? {} : { unanchored: true }) },
    ...(unset.length === 0 ? {} : { $unset: Object.fromEntries(unset.map((field) => [field, ''])) }),
    ...(entries.length === 0
      ? {}
      : { $push: { log: { $each: entries }, outbox: { $each: toOutbox(next.id, facts, previous) } } }),
  };
}

export function toTicket(document: TicketDocument): Ticket {
  const {
    _id: id,
    outbox: _outbox,
    idempotencyKey: _key,
    requestHash: _hash,
    openDueAt: _openDueAt,
    reassignmentSince: _reassignmentSince,
    unanchored: _unanchored,
    ...state
  } = document;
  return { id, ...state };
}

/** Fields that a list leaves out, and with them everything that is not the ticket's own. */
export const NOT_IN_SUMMARY = [
  'log',
  'description',
  'reporter',
  'trackingCode',
  'steps',
  'outbox',
  'idempotencyKey',
  'requestHash',
  'openDueAt',
  'reassignmentSince',
  'unanchored',
] as const satisfies (keyof TicketDocument)[];

export type SummaryDocument = Omit<TicketDocument, (typeof NOT_IN_SUMMARY)[number]>;

export function toSummary({ _id: id, ...state }: SummaryDocument): TicketSummary {
  return { id, ...state };
}

export function toOutboxEntries({
  _id: ticketId,
  outbox,
}: Pick<TicketDocument, '_id' | 'outbox'>): OutboxEntry[] {
  return outbox.map((entry) => ({ ...entry, ticketId }));
}

function toOutbox(ticketId: string, events: readonly TicketEvent[], previous?: Ticket): StoredOutboxEntry[] {
  return outboxOf(ticketId, events, previous).map(({ ticketId: _, ...entry }) => entry);
}

/** A deadline can be missed in these; afterwards its clock has stopped for good or for the time being. */
export const CLOCKS_RUN_IN: readonly TicketStatus[] = ['submitted', 'dispatched', 'in-progress'];

/** What only queries look for. */
function derivedFrom(ticket: Omit<Ticket, 'id'>): Pick<TicketDocument, 'openDueAt' | 'reassignmentSince'> {
  const openDueAt = openDueAtOf(ticket);
  const reassignmentSince = reassignmentSinceOf(ticket);
  return {
    ...(openDueAt === undefined ? {} : { openDueAt }),
    ...(reassignmentSince === undefined ? {} : { reassignmentSince }),
  };
}

function reassignmentSinceOf({ status, reassignment, subTasks }: Omit<Ticket, 'id'>): Date | undefined {
  if (!OPEN_STATUSES.includes(status)) return undefined;
  const open = subTasks.filter(({ state }) => state === 'open');
  const flags = [{ reassignment }, ...open].flatMap((duty) => duty.reassignment?.since.getTime() ?? []);
  return flags.length === 0 ? undefined : new Date(Math.min(...flags));
}

function openDueAtOf({ status, clocks }: Pick<Ticket, 'status' | 'clocks'>): Date | undefined {
  if (!CLOCKS_RUN_IN.includes(status)) return undefined;
  const running = [clocks.response, clocks.resolution].flatMap((clock) =>
    clock && !clock.stoppedAt ? [clock.dueAt.getTime()] : [],
  );
  return running.length === 0 ? undefined : new Date(Math.min(...running));
}

/** Whether a field need not be written: the same value, or the very object that was read. */
function isSame(value: unknown, other: unknown): boolean {
  if (value instanceof Date && other instanceof Date) return value.getTime() === other.getTime();
  return value === other;
}
