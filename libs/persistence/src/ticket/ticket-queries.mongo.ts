import { type TicketFilter, TicketQueries, type TicketSummary } from '@app/application';
import { OPEN_STATUSES, type Visibility } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { CLOCKS_RUN_IN, NOT_IN_SUMMARY, type SummaryDocument, toSummary } from './ticket.mapper';
import { TICKET, type TicketDocument } from './ticket.schema';
import { TICKET_SEARCH, type TicketSearchDocument } from './ticket-search.schema';
import { numberRangeOf, queryTermsOf, textMatcherOf } from './ticket-search.mapper';

type Condition = Readonly<Record<string, unknown>>;

const SUMMARY = Object.fromEntries(NOT_IN_SUMMARY.map((field) => [field, 0 as const]));
const { description: _, ...SUMMARY_WITH_TEXT } = SUMMARY;
/** Candidates that a search takes from the index at first; each further portion is twice as large. */
const FIRST_PORTION = 256;
/** Tickets read at a time while their texts are compared. */
const READ_AT_A_TIME = 100;

type TextMatcher = ReturnType<typeof textMatcherOf>;
interface Page {
  readonly after?: string;
  readonly limit: number;
}

/** Identifiers are time-ordered, so the newest tickets are those with the highest. */
@Injectable()
export class MongoTicketQueries extends TicketQueries {
  constructor(
    @InjectModel(TICKET) private readonly model: Model<TicketDocument>,
    @InjectModel(TICKET_SEARCH) private readonly searchModel: Model<TicketSearchDocument>,
  ) {
    super();
  }

  async list(visibility: Visibility, filter: TicketFilter, page: Page): Promise<readonly TicketSummary[]> {
    const q = filter.q?.trim() ?? '';
    const range = q === '' ? undefined : numberRangeOf(q);
    const conditions = [
      ...visible(visibility),
      ...conditionsOf(filter),
      ...(page.after === undefined ? [] : [{ _id: { $lt: page.after } }]),
      ...(range ? [{ number: range }] : []),
    ];
    if (q !== '' && !range) return this.search(q, conditions, page);
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

  /** The newest matches of both halves: tickets with terms in the index, and those too new to have any. */
  private async search(q: string, conditions: readonly Condition[], page: Page): Promise<TicketSummary[]> {
    const matches = textMatcherOf(q);
    const halves = await Promise.all([
      this.indexed(queryTermsOf(q), conditions, matches, page),
      this.read([...conditions, { status: 'submitted', version: 1 }], matches, page.limit),
    ]);
    const found = new Map(halves.flat().map((summary) => [summary.id, summary]));
    return [...found.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, page.limit);
  }

  /** Takes the candidates that have every term, newest first, in growing portions until enough of them match. */
  private async indexed(
    terms: readonly string[],
    conditions: readonly Condition[],
    matches: TextMatcher,
    { after, limit }: Page,
  ): Promise<TicketSummary[]> {
    const found: TicketSummary[] = [];
    let before = after;
    for (let portion = FIRST_PORTION; ; portion *= 2) {
      const candidates = await this.searchModel
        .find(
          { terms: { $all: [...terms] }, ...(before === undefined ? {} : { _id: { $lt: before } }) },
          { _id: 1 },
        )
        .sort({ _id: -1 })
        .limit(portion)
        .lean<Pick<TicketSearchDocument, '_id'>[]>();
      const ids = candidates.map(({ _id }) => _id);
      found.push(...(await this.read([...conditions, { _id: { $in: ids } }], matches, limit - found.length)));
      if (found.length >= limit || ids.length < portion) return found;
      before = ids.at(-1);
    }
  }

  /** The newest tickets under the conditions whose texts match; terms only say that they may. */
  private async read(
    conditions: readonly Condition[],
    matches: TextMatcher,
    limit: number,
  ): Promise<TicketSummary[]> {
    const found: TicketSummary[] = [];
    const candidates = this.model
      .find(all(conditions), SUMMARY_WITH_TEXT)
      .sort({ _id: -1 })
      .lean<SummaryDocument & Pick<TicketDocument, 'description'>>()
      .cursor({ batchSize: READ_AT_A_TIME });
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
    case 'duty': {
      const [departments, people] = [visibility.departments, visibility.personIds].map(oneOf);
      return [
        { $or: [{ department: departments }, { 'owner.id': people }, { 'subTasks.coHandler.id': people }] },
      ];
    }
    case 'reporter': {
      const { personId, alias } = visibility;
      const named = { 'reporter.userId': personId };
      return [alias === undefined ? named : { $or: [named, { 'reporter.accountAlias': alias }] }];
    }
  }
}

const oneOf = (values: readonly string[]) => ({ $in: [...values] });

function conditionsOf(filter: TicketFilter): Condition[] {
  const { status, department, ownerId, category, sessionId, overdueAt, notOverdueAt } = filter;
  const { awaitsReassignment } = filter;
  return [
    status && { status: { $in: status } },
    department !== undefined && { department },
    ownerId !== undefined && { 'owner.id': ownerId },
    category !== undefined && { category },
    sessionId !== undefined && { 'source.sessionId': sessionId },
    overdueAt && { status: { $in: CLOCKS_RUN_IN }, openDueAt: { $lt: overdueAt } },
    notOverdueAt && { status: { $in: OPEN_STATUSES }, openDueAt: { $not: { $lt: notOverdueAt } } },
    awaitsReassignment && { reassignmentSince: { $exists: true } },
  ].filter((condition) => condition !== undefined && condition !== false);
}
