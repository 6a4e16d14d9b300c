import { type TicketClocks, TicketClocksQuery } from '@app/application';
import { CLOCKS } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { CLOCKS_RUN_IN } from '../ticket/ticket.mapper';
import { TICKET, type TicketDocument } from '../ticket/ticket.schema';

const FIELDS = { number: 1, title: 1, clocks: 1 } as const;

@Injectable()
export class MongoTicketClocksQuery extends TicketClocksQuery {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketDocument>) {
    super();
  }

  async running({
    after,
    limit,
    dueFrom,
  }: {
    readonly after?: string;
    readonly limit: number;
    readonly dueFrom?: Date;
  }): Promise<readonly TicketClocks[]> {
    const filter = {
      status: { $in: [...CLOCKS_RUN_IN] },
      ...(after === undefined ? {} : { _id: { $gt: after } }),
      ...(dueFrom ? { $or: CLOCKS.map((clock) => ({ [`clocks.${clock}.dueAt`]: { $gte: dueFrom } })) } : {}),
    };
    const found = await this.model
      .find(filter, FIELDS)
      .sort({ _id: 1 })
      .limit(limit)
      .lean<(Omit<TicketClocks, 'id'> & { readonly _id: string })[]>();
    return found.map(({ _id: id, ...ticket }) => ({ id, ...ticket }));
  }
}
