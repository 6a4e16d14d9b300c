import { SessionRepository } from '@app/application';
import { type Session } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { Counters } from '../counter/counters.mongo';
import { toSession, toSessionDocument } from './session.mapper';
import { SESSION, type SessionDocument } from './session.schema';

@Injectable()
export class MongoSessionRepository extends SessionRepository {
  constructor(
    @InjectModel(SESSION) private readonly model: Model<SessionDocument>,
    private readonly counters: Counters,
  ) {
    super();
  }

  async create(session: Session): Promise<void> {
    await this.model.collection.insertOne(toSessionDocument(session) as never);
  }

  async byId(id: string): Promise<Session | undefined> {
    const document = await this.model.findOne({ _id: id }).lean<SessionDocument>();
    return document ? toSession(document) : undefined;
  }

  async list({
    after,
    limit,
  }: {
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly Session[]> {
    const found = await this.model
      .find(after === undefined ? {} : { _id: { $lt: after } })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<SessionDocument[]>();
    return found.map(toSession);
  }

  nextOrdinal(kind: Session['kind'], year: number): Promise<number> {
    return this.counters.allocate(`session/${kind}/${year}`, 1);
  }
}
