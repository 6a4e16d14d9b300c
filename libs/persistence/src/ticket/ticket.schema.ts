import { type OutboxEntry } from '@app/application';
import { type Ticket } from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS, whereExists } from '../database/document.schema';

/** An outbox entry inside its ticket's document, which says the ticket's id already. */
export type StoredOutboxEntry = Omit<OutboxEntry, 'ticketId'>;

/** A ticket as it is stored: the aggregate as it is, what it still has to tell, and what queries look for. */
export interface TicketDocument extends Omit<Ticket, 'id'> {
  readonly _id: string;
  readonly outbox: readonly StoredOutboxEntry[];
  readonly idempotencyKey?: string;
  readonly requestHash?: string;
  /** The record has grown since it was last anchored. */
  readonly unanchored?: boolean;
  /** Derived: the earliest deadline of the response and resolution clocks that still run; what lists call overdue. */
  readonly openDueAt?: Date;
  /** Derived: since when something open here has awaited another owner or co-handler. */
  readonly reassignmentSince?: Date;
}

export const TICKET = 'Ticket';
export const TICKET_COLLECTION = 'tickets';

const { Mixed } = Schema.Types;

/** Parts of the aggregate are stored as the domain shaped them; only what is queried has a type of its own here. */
export const ticketSchema = new Schema<TicketDocument>(
  {
    _id: String,
    number: String,
    trackingCode: String,
    version: Number,
    status: String,
    title: String,
    description: String,
    location: String,
    source: Mixed,
    reporter: Mixed,
    submittedAt: Date,
    statedDepartment: String,
    statedCategory: String,
    servicePoint: String,
    answers: { type: [Mixed], default: undefined },
    queueReason: String,
    category: String,
    priority: String,
    policy: Mixed,
    department: String,
    owner: Mixed,
    dispatchedAt: Date,
    clocks: Mixed,
    steps: [Mixed],
    autoCloseAt: Date,
    nextStepAt: Date,
    escalationLevel: Number,
    hops: Number,
    redo: Number,
    reopens: Number,
    urges: [Mixed],
    subTasks: [Mixed],
    requests: [Mixed],
    pausedUntil: Date,
    notices: [Mixed],
    followUps: [Mixed],
    attachments: [Mixed],
    closingProposal: Mixed,
    reassignment: Mixed,
    mergedInto: Mixed,
    result: Mixed,
    rating: Mixed,
    closure: String,
    closedAt: Date,
    log: [Mixed],
    outbox: [Mixed],
    idempotencyKey: String,
    requestHash: String,
    openDueAt: Date,
    unanchored: Boolean,
    reassignmentSince: Date,
  },
  { ...DOCUMENT_OPTIONS, collection: TICKET_COLLECTION },
);

/** TicketRepository.byNumber; TicketQueries.list by the beginning of a number. */
ticketSchema.index({ number: 1 }, { unique: true });
/** TicketRepository.byTrackingCode. */
ticketSchema.index({ trackingCode: 1 }, { unique: true });
/** TicketRepository.create: one submission, one ticket; byIdempotencyKey. */
ticketSchema.index({ idempotencyKey: 1 }, { unique: true, ...whereExists('idempotencyKey') });
/** TicketRepository.dueBefore: what the scheduler looks for. */
ticketSchema.index({ nextStepAt: 1 }, whereExists('nextStepAt'));
/** OutboxStore.pending: only tickets that still have something to tell. */
ticketSchema.index({ 'outbox.at': 1 }, { partialFilterExpression: { 'outbox.at': { $gt: new Date(0) } } });
/** TicketQueries.list by status: the dispatcher's queue. */
ticketSchema.index({ status: 1, _id: -1 });
/** TicketQueries.list of a department, and of a head. */
ticketSchema.index({ department: 1, _id: -1 }, whereExists('department'));
/** TicketAudit.unanchored. */
ticketSchema.index({ unanchored: 1 }, whereExists('unanchored'));
/** OfficeRepository.useOf a service point. */
ticketSchema.index({ servicePoint: 1, _id: -1 }, whereExists('servicePoint'));
/** TicketQueries.list by category. */
ticketSchema.index({ category: 1, _id: -1 }, whereExists('category'));
/** Directory.ownerCandidates: what each has in hand, without reading what they have closed. */
ticketSchema.index({ 'owner.id': 1, status: 1 }, whereExists('owner.id'));
/** TicketQueries.list of an owner, and of a head. */
ticketSchema.index({ 'owner.id': 1, _id: -1 }, whereExists('owner.id'));
/** TicketQueries.list of what somebody co-handles. */
ticketSchema.index({ 'subTasks.coHandler.id': 1, _id: -1 }, whereExists('subTasks.coHandler.id'));
/** TicketQueries.list of what awaits another owner, or another co-handler. */
ticketSchema.index({ reassignmentSince: 1 }, whereExists('reassignmentSince'));
/** TicketQueries.list of what a reporter with an account reported. */
ticketSchema.index({ 'reporter.userId': 1, _id: -1 }, whereExists('reporter.userId'));
/** The same of those that the reporter's account finds by its alias. */
ticketSchema.index({ 'reporter.accountAlias': 1, _id: -1 }, whereExists('reporter.accountAlias'));
/** TicketQueries.list of a session. */
ticketSchema.index({ 'source.sessionId': 1, _id: -1 }, whereExists('source.sessionId'));
/** TicketRepository.followersOf: tickets merged into another one. */
ticketSchema.index({ 'mergedInto.id': 1 }, whereExists('mergedInto.id'));
/** TicketQueries.list of what is overdue. */
ticketSchema.index({ openDueAt: 1 }, whereExists('openDueAt'));
