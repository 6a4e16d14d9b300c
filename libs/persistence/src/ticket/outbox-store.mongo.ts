import { type OutboxEntry, type OutboxKey, OutboxStore } from '@app/application';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { toOutboxEntries } from './ticket.mapper';
import { TICKET, type TicketDocument } from './ticket.schema';

@Injectable()
export class MongoOutboxStore extends OutboxStore {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketDocument>) {
    super();
  }

  async pending(before: Date, limit: number): Promise<OutboxEntry[]> {
    // The lower bound says nothing new; it lets the partial index answer.
    const waiting: Record<string, unknown> = { 'outbox.at': { $gt: new Date(0), $lt: before } };
    const tickets = await this.model
      .find(waiting, { outbox: 1 })
      .sort({ 'outbox.at': 1 })
      .limit(limit)
      .lean<Pick<TicketDocument, '_id' | 'outbox'>[]>();
    return tickets
      .flatMap(toOutboxEntries)
      .filter(({ at }) => at < before)
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .slice(0, limit);
  }

  async remove(entries: readonly OutboxKey[]): Promise<void> {
    if (entries.length === 0) return;
    await this.model.collection.bulkWrite(
      entries.map(({ ticketId, eventId, job }) => ({
        updateOne: {
          filter: { _id: ticketId as never },
          update: { $pull: { outbox: { eventId, job } } as never },
        },
      })),
      { ordered: false },
    );
  }
}
