import { type Created, type NewTicket, TicketRepository } from '@app/application';
import { type Ticket, type TicketEvent } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { Counters } from '../counter/counters.mongo';
import { insertNew } from '../database/insert.mongo';
import { sha256 } from '../database/sha256.mongo';
import { toNewDocument, toTicket, toUpdate } from './ticket.mapper';
import { TICKET, type TicketDocument } from './ticket.schema';
import { searchTermsOf } from './ticket-search.mapper';
import { TICKET_SEARCH, type TicketSearchDocument } from './ticket-search.schema';

/** Thrown where a new ticket's number, tracking code or id is taken: a fault of whoever gave them out. */
export class TicketIdentityTaken extends Error {
  override readonly name = 'TicketIdentityTaken';

  constructor({ id, number }: Ticket) {
    super(`ticket ${number} (${id}) could not be stored: its number, tracking code or id is taken`);
  }
}

@Injectable()
export class MongoTicketRepository extends TicketRepository {
  constructor(
    @InjectModel(TICKET) private readonly model: Model<TicketDocument>,
    @InjectModel(TICKET_SEARCH) private readonly searchModel: Model<TicketSearchDocument>,
    private readonly counters: Counters,
  ) {
    super();
  }

  /** One round trip, and a second only where a key was used before. */
  async create(tickets: readonly NewTicket[]): Promise<Created[]> {
    if (tickets.length === 0) return [];
    const documents = tickets.map((ticket) => toNewDocument(ticket, sha256));
    const refused = await insertNew(this.model, documents);
    const created = documents.map((document, index): Created | undefined =>
      refused.has(index) ? undefined : { outcome: 'created', ticket: toTicket(document) },
    );
    if (refused.size === 0) return created.filter((answer) => answer !== undefined);
    const keys = documents.flatMap(({ idempotencyKey: key }, index) =>
      key !== undefined && refused.has(index) ? [key] : [],
    );
    const first = await this.firstByKeys(keys);
    return created.map((answer, index) => answer ?? existing(documents[index]!, first));
  }

  async byId(id: string): Promise<Ticket | undefined> {
    return this.one({ _id: id });
  }

  async byNumber(number: string): Promise<Ticket | undefined> {
    return this.one({ number });
  }

  async byTrackingCode(trackingCode: string): Promise<Ticket | undefined> {
    return this.one({ trackingCode });
  }

  async byIdempotencyKey(key: string): Promise<{ ticket: Ticket; requestHash?: string } | undefined> {
    const document = (await this.firstByKeys([key])).get(key);
    if (!document) return undefined;
    const { requestHash } = document;
    return { ticket: toTicket(document), ...(requestHash === undefined ? {} : { requestHash }) };
  }

  async save(previous: Ticket, next: Ticket, events: readonly TicketEvent[]): Promise<boolean> {
    // Before the ticket goes on from its first version, so that each that has gone on can be found by its words.
    if (previous.version === 1)
      await insertNew(this.searchModel, [{ _id: previous.id, terms: searchTermsOf(previous) }]);
    // Past Mongoose's casting: the mapper's update is already exactly what is to be stored.
    const { matchedCount } = await this.model.collection.updateOne(
      { _id: previous.id as never, version: previous.version },
      toUpdate(previous, next, events, sha256),
    );
    return matchedCount === 1;
  }

  allocateNumbers(year: number, count: number): Promise<number> {
    return this.counters.allocate(`ticket/${year}`, count);
  }

  async dueBefore(now: Date, limit: number): Promise<string[]> {
    const due = await this.model
      .find({ nextStepAt: { $exists: true, $lte: now } }, { _id: 1 })
      .sort({ nextStepAt: 1 })
      .limit(limit)
      .lean<Pick<TicketDocument, '_id'>[]>();
    return due.map(({ _id }) => _id);
  }

  async followersOf(ticketId: string): Promise<readonly Ticket[]> {
    const followers = await this.model
      .find({ 'mergedInto.id': ticketId })
      .sort({ _id: 1 })
      .lean<TicketDocument[]>();
    return followers.map(toTicket);
  }

  private async firstByKeys(
    keys: readonly string[],
  ): Promise<ReadonlyMap<string | undefined, TicketDocument>> {
    const documents = await this.model.find({ idempotencyKey: { $in: [...keys] } }).lean<TicketDocument[]>();
    return new Map(documents.map((document) => [document.idempotencyKey, document]));
  }

  private async one(filter: Partial<Pick<TicketDocument, '_id' | 'number' | 'trackingCode'>>) {
    const document = await this.model.findOne(filter).lean<TicketDocument>();
    return document ? toTicket(document) : undefined;
  }
}

function existing(refused: TicketDocument, first: ReadonlyMap<string | undefined, TicketDocument>): Created {
  const found = refused.idempotencyKey === undefined ? undefined : first.get(refused.idempotencyKey);
  if (!found) throw new TicketIdentityTaken(toTicket(refused));
  return {
    outcome: 'existed',
    ticket: toTicket(found),
    sameRequest: found.requestHash === refused.requestHash,
  };
}
