import { type TicketFilter, TicketQueries, type TicketSummary } from '@app/application';
import { OPEN_STATUSES, type Visibility } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { NOT_IN_SUMMARY, type SummaryDocument, toSummary } from './ticket.mapper';
import { TICKET, type TicketDocument } from './ticket.schema';
import { numberRangeOf, queryTermsOf, textMatcherOf } from './ticket-search.mapper';

type Condition = Readonly<Record<string, unknown>>;

const SUMMARY = Object.fromEntries(NOT_IN_SUMMARY.map((field) => [field, 0 as const]));
const { description: _, ...SUMMARY_WITH_TEXT } = SUMMARY;
/** Candidates read at a time while the texts of a search are compared. */
const SEARCH_BATCH = 100;

/** Identifiers are time-ordered, so the newest tickets are those with the highest. */
@Injectable()
export class MongoTicketQueries extends TicketQueries {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketDocument>) {
    super();
  }

  async list(
    visibility: Visibility,
    filter: TicketFilter,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly TicketSummary[]> {
    const q = filter.q?.trim() ?? '';
    const range = q === '' ? undefined : numberRangeOf(q);
    const conditions = [
      ...visible(visibility),
      ...conditionsOf(filter),
      ...(page.after === undefined ? [] : [{ _id: { $lt: page.after } }]),
      ...(range ? [{ number: range }] : []),
    ];
    if (q !== '' && !range) return this.search(q, conditions, page.limit);
    const documents = await this.model
      .find(all(conditions), SUMMARY)
      .sort({ _id: -1 })
      .limit(page.limit)
      .lean<SummaryDocument[]>();
    return documents.map(toSummary);
  }

  async summaries(ids: readonly string[]): Promise<readonly TicketSummary[]> {
    const documents = await this.model.find({ _id: { $in: [...ids] } }, SUMMARY).lean<SummaryDocument[]>();
    return documents.map(toSummary);
  }

  /** The index gives those that have every term of the query; whether they have its words is settled by reading. */
  private async search(q: string, conditions: readonly Condition[], limit: number): Promise<TicketSummary[]> {
    const matches = textMatcherOf(q);
    const found: TicketSummary[] = [];
    const candidates = this.model
      .find(all([...conditions, { search: { $all: queryTermsOf(q) } }]), SUMMARY_WITH_TEXT)
      .sort({ _id: -1 })
      .lean<SummaryDocument & Pick<TicketDocument, 'description'>>()
      .cursor({ batchSize: SEARCH_BATCH });
    for await (const { description, ...document } of candidates) {
      if (matches({ title: document.title, description })) found.push(toSummary(document));
      if (found.length >= limit) break;
    }
    return found;
  }
}

function all(conditions: readonly Condition[]): Record<string, unknown> {
  return conditions.length === 0 ? {} : { $and: conditions };
}

function visible(visibility: Visibility): Condition[] {
  switch (visibility.kind) {
    case 'all':
      return [];
    case 'department':
      return [{ $or: [{ department: visibility.department }, { 'owner.id': visibility.personId }] }];
    case 'owner':
      return [{ 'owner.id': visibility.personId }];
    case 'reporter':
      return [{ 'reporter.userId': visibility.personId }];
  }
}

function conditionsOf(filter: TicketFilter): Condition[] {
  const { status, department, ownerId, category, sessionId, overdueAt, notOverdueAt } = filter;
  return [
    status && { status: { $in: status } },
    department !== undefined && { department },
    ownerId !== undefined && { 'owner.id': ownerId },
    category !== undefined && { category },
    sessionId !== undefined && { 'source.sessionId': sessionId },
    overdueAt && { openDueAt: { $lt: overdueAt } },
    notOverdueAt && { status: { $in: OPEN_STATUSES }, openDueAt: { $not: { $lt: notOverdueAt } } },
  ].filter((condition) => condition !== undefined && condition !== false);
}
