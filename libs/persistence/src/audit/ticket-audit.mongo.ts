import { TicketAudit } from '@app/application';
import { type Ticket, type TicketHead } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { TICKET, type TicketDocument } from '../ticket/ticket.schema';

/** Tickets held in memory at a time. */
const BATCH = 200;
type Recorded = Pick<TicketDocument, '_id' | 'number' | 'log'>;

@Injectable()
export class MongoTicketAudit extends TicketAudit {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketDocument>) {
    super();
  }

  async *records(): AsyncIterable<Pick<Ticket, 'id' | 'number' | 'log'>> {
    const cursor = this.model
      .find({}, { number: 1, log: 1 })
      .sort({ _id: 1 })
      .lean<Recorded[]>()
      .cursor({ batchSize: BATCH });
    for await (const { _id: id, number, log } of cursor) yield { id, number, log };
  }

  async hashesOf(ticketIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = await this.model
      .find({ _id: { $in: [...ticketIds] } }, { 'log.hash': 1 })
      .lean<Pick<Recorded, '_id' | 'log'>[]>();
    return new Map(found.map(({ _id, log }) => [_id, log.map(({ hash }) => hash)]));
  }

  async unanchored(limit: number): Promise<readonly TicketHead[]> {
    const found = await this.model
      .find({ unanchored: true }, { number: 1, 'log.hash': 1 })
      .limit(limit)
      .lean<Recorded[]>();
    return found.flatMap(({ _id: ticketId, number, log }) => {
      const last = log.at(-1);
      // By its place, whatever number it claims: what was tampered with is anchored once too, not for ever.
      return last ? [{ ticketId, number, seq: log.length, hash: last.hash }] : [];
    });
  }

  async noteAnchored(heads: readonly TicketHead[]): Promise<void> {
    if (heads.length === 0) return;
    const operations = heads.map(({ ticketId, seq }) => ({
      updateOne: {
        filter: { _id: ticketId as never, log: { $size: seq } },
        update: { $unset: { unanchored: '' } },
      },
    }));
    await this.model.collection.bulkWrite(operations, { ordered: false });
  }
}
