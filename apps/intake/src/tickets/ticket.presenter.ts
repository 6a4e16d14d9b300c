import { type TicketSummary } from '@app/application';
import { type logEntrySchema, type ticketSchema, type ticketSummarySchema } from '@app/contracts/http';
import {
  attachmentsForReporter,
  canSeeContact,
  type Ticket,
  type TicketLogEntry,
  type Viewer,
  type WorkingCalendar,
} from '@app/domain';
import { type z } from 'zod';
import { type AttachmentLinks } from '../attachments/attachment-links';
import { presentAttachments } from '../attachments/attachment.presenter';
import { type OfficeNames } from '../reference/office-names';
import { isOverdue, responseDueAt } from './overdue.presenter';
import { NO_OFFICE_WORK, presentClocks, presentOfficeWork } from './ticket-parts.presenter';
import { isPublicEvent, isPublicText } from './timeline.presenter';

export interface TicketView {
  readonly viewer: Viewer;
  readonly names: OfficeNames;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
  /** Numbers of the tickets that follow this one. */
  readonly followers: readonly string[];
  readonly links: AttachmentLinks;
}

/** A line of a list: no texts, no contact data. What is the office's own affair stays hidden from reporters. */
export function presentSummary(
  ticket: TicketSummary,
  { viewer, names, now }: Pick<TicketView, 'viewer' | 'names' | 'now'>,
): z.input<typeof ticketSummarySchema> {
  const isStaff = viewer.role !== 'reporter';
  return {
    number: ticket.number,
    status: ticket.status,
    title: ticket.title,
    category: names.category(ticket.category),
    categoryCode: ticket.category,
    priority: ticket.priority,
    location: ticket.location,
    department: names.department(ticket.department),
    departmentCode: ticket.department,
    owner: ticket.owner?.name,
    ownerUsername: isStaff ? names.username(ticket.owner?.id) : undefined,
    submittedAt: ticket.submittedAt.toISOString(),
    responseDueAt: responseDueAt(ticket),
    resolveDueAt: ticket.clocks.resolution?.dueAt.toISOString(),
    overdue: isOverdue(ticket, now),
    escalationLevel: isStaff ? ticket.escalationLevel : 0,
    queueReason: isStaff ? ticket.queueReason : undefined,
    hops: ticket.hops,
    redo: ticket.redo,
  };
}

/** The whole ticket as this person may see it. */
export function presentTicket(
  ticket: Ticket,
  view: TicketView,
  can: readonly string[],
  auditVerified: boolean,
): z.input<typeof ticketSchema> {
  const isStaff = view.viewer.role !== 'reporter';
  return {
    ...presentSummary(ticket, view),
    description: ticket.description,
    servicePoint: view.names.servicePoint(ticket.servicePoint),
    answers: ticket.answers?.map(({ key, label, value }) => ({ key, label, value })),
    version: ticket.version,
    source: presentSource(ticket, view.viewer),
    contact: canSeeContact(view.viewer, ticket) ? presentContact(ticket) : undefined,
    identity: ticket.reporter.identity,
    anonymous: ticket.reporter.anonymous,
    clocks: presentClocks(ticket, view),
    ...(isStaff ? presentOfficeWork(ticket, view) : NO_OFFICE_WORK),
    pausedUntil: ticket.pausedUntil?.toISOString(),
    urges: ticket.urges.map(({ at, text }) => ({ at: at.toISOString(), text })),
    reopens: ticket.reopens,
    mergedInto: ticket.mergedInto?.number,
    followers: isStaff ? [...view.followers] : [],
    // What no head has approved yet is the office's own affair.
    result: isStaff || ticket.result?.approvedAt ? presentResult(ticket) : undefined,
    rating: presentRating(ticket),
    closure: ticket.closure,
    closedAt: ticket.closedAt?.toISOString(),
    attachments: presentAttachments(
      isStaff ? ticket.attachments : attachmentsForReporter(ticket),
      view.links,
    ),
    can: [...can],
    log: ticket.log
      .filter((entry) => isStaff || isPublicEvent(entry))
      .map((entry) => presentLog(entry, isStaff)),
    auditVerified,
  };
}

/**
 * What is left to answer with where the command itself has put the ticket out of the person's sight: that it was
 * carried out, and nothing that the person could not know before. The same shape, so that clients need no other.
 */
export function presentOutOfSight(ticket: Ticket): z.input<typeof ticketSchema> {
  return {
    number: ticket.number,
    status: ticket.status,
    version: ticket.version,
    title: ticket.title,
    submittedAt: ticket.submittedAt.toISOString(),
    description: '',
    priority: 'normal',
    overdue: false,
    escalationLevel: 0,
    hops: 0,
    redo: 0,
    source: { kind: ticket.source.kind },
    identity: ticket.reporter.identity,
    anonymous: ticket.reporter.anonymous,
    clocks: {},
    ...NO_OFFICE_WORK,
    urges: [],
    reopens: 0,
    followers: [],
    attachments: [],
    can: [],
    log: [],
    auditVerified: true,
  };
}

function presentSource(ticket: Ticket, viewer: Viewer) {
  const { kind, sessionId, lineNumber, raisedAt, proposer, unit, remark, instruction } = ticket.source;
  const facts = { kind, sessionId, lineNumber, raisedAt: raisedAt?.toISOString() };
  if (viewer.role === 'reporter') return facts;
  // Who raised it is contact data as much as a telephone number is.
  const named = canSeeContact(viewer, ticket) ? { proposer } : {};
  return { ...facts, ...named, unit, remark, instruction };
}

function presentContact({ reporter: { name, phone, email } }: Ticket) {
  return name === undefined && phone === undefined && email === undefined
    ? undefined
    : { name, phone, email };
}

function presentResult({ result }: Ticket) {
  return (
    result && {
      text: result.text,
      submittedAt: result.submittedAt.toISOString(),
      by: result.submittedBy.name,
      onTime: result.onTime,
      onTimeOriginally: result.onTimeOriginally,
      approvedAt: result.approvedAt?.toISOString(),
      approvedBy: result.approvedBy?.name,
    }
  );
}

function presentRating({ rating }: Ticket) {
  if (!rating) return undefined;
  const { verifiedBy, ratedAt, ...answer } = rating;
  return { ...answer, ratedAt: ratedAt.toISOString(), verifiedBy: verifiedBy?.name };
}

/**
 * A reporter's name is contact data, so the log calls a reporter nothing but that; and it names nobody to a reporter
 * whose identity has been opened.
 */
function presentLog(entry: TicketLogEntry, isStaff: boolean): z.input<typeof logEntrySchema> {
  const { seq, type, at, actor, text, facts } = entry;
  const isReporter = actor.kind === 'reporter' || (actor.kind === 'person' && actor.role === 'reporter');
  const isNameless = !isStaff && type === 'ticket.identity-opened';
  return {
    seq,
    type,
    at: at.toISOString(),
    by: isReporter ? 'reporter' : isNameless ? 'staff' : actor.name,
    role: isReporter ? 'reporter' : actor.kind === 'system' ? 'system' : isStaff ? actor.role : 'staff',
    text: isStaff || isPublicText(entry) ? text : undefined,
    facts: isStaff ? facts : {},
  };
}
