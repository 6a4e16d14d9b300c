import { DutyQueries, type Holding } from '@app/application';
import { type TicketStatus, transitionOf } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { TICKET, type TicketDocument } from './ticket.schema';

const OWNED = Object.keys(transitionOf('flagReassignment').moves) as TicketStatus[];
const UNFLAGGED = { reassignment: { $exists: false } };
const OPEN_TASK = { state: 'open', ...UNFLAGGED };

@Injectable()
export class MongoDutyQueries extends DutyQueries {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketDocument>) {
    super();
  }

  async holdings(): Promise<readonly Holding[]> {
    const status = { $in: OWNED };
    const [owned, coHandled] = await Promise.all([
      this.model.aggregate<{ readonly _id: Holding }>([
        { $match: { status, ...UNFLAGGED } },
        { $group: { _id: { personId: '$owner.id', department: '$department' } } },
      ]),
      this.model.aggregate<{ readonly _id: Holding }>([
        { $match: { status, subTasks: { $elemMatch: OPEN_TASK } } },
        { $unwind: '$subTasks' },
        { $match: { 'subTasks.state': 'open', 'subTasks.reassignment': { $exists: false } } },
        { $group: { _id: { personId: '$subTasks.coHandler.id', department: '$subTasks.department' } } },
      ]),
    ]);
    const all = [...owned, ...coHandled].map(({ _id }) => _id);
    return [
      ...new Map(all.map((holding) => [`${holding.personId} ${holding.department}`, holding])).values(),
    ];
  }

  async unfit(personId: string, departments: readonly string[], limit: number): Promise<readonly string[]> {
    const elsewhere = { department: { $nin: [...departments] } };
    const task = { 'coHandler.id': personId, ...OPEN_TASK, ...elsewhere };
    const found = await this.model
      .find(
        {
          status: { $in: OWNED },
          $or: [
            { 'owner.id': personId, ...UNFLAGGED, ...elsewhere },
            { 'subTasks.coHandler.id': personId, subTasks: { $elemMatch: task } },
          ],
        },
        { _id: 1 },
      )
      .sort({ _id: 1 })
      .limit(limit)
      .lean<Pick<TicketDocument, '_id'>[]>();
    return found.map(({ _id }) => _id);
  }
}
