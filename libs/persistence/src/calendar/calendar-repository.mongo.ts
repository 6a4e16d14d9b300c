import { CalendarRepository, type CalendarVersionSummary } from '@app/application';
import { type CalendarChange, type CalendarVersion } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { setTimeout as pass } from 'node:timers/promises';
import { insertNew } from '../database/insert.mongo';
import { FRESH_MS } from '../directory/directory-cache.mongo';
import { DirectoryNotSeeded } from '../directory/directory.errors';
import { toCalendarDocument, toChange, toStoredChange, toSummary, toVersion } from './calendar.mapper';
import { CALENDAR, type CalendarDocument } from './calendar.schema';

const NO_CONTENT = { calendar: 0 } as const;

@Injectable()
export class MongoCalendarRepository extends CalendarRepository {
  constructor(@InjectModel(CALENDAR) private readonly model: Model<CalendarDocument>) {
    super();
  }

  async current(): Promise<CalendarVersion> {
    const newest = await this.model.findOne().sort({ _id: -1 }).lean<CalendarDocument>();
    if (!newest) throw new DirectoryNotSeeded();
    return toVersion(newest);
  }

  async version(version: number): Promise<CalendarVersion | undefined> {
    const document = await this.model.findOne({ _id: version }).lean<CalendarDocument>();
    return document ? toVersion(document) : undefined;
  }

  async list({
    before,
    limit,
  }: {
    readonly before?: number;
    readonly limit: number;
  }): Promise<readonly CalendarVersionSummary[]> {
    const found = await this.model
      .find(before === undefined ? {} : { _id: { $lt: before } }, NO_CONTENT)
      .sort({ _id: -1 })
      .limit(limit)
      .lean<Omit<CalendarDocument, 'calendar'>[]>();
    return found.map(toSummary);
  }

  async add(version: CalendarVersion, change: CalendarChange): Promise<boolean> {
    const refused = await insertNew(this.model, [toCalendarDocument(version, change)]);
    if (refused.size > 0) return false;
    // Every process remembers what the directory said for so long, and no longer.
    await pass(FRESH_MS);
    return true;
  }

  async change(version: number): Promise<CalendarChange | undefined> {
    const document = await this.model
      .findOne({ _id: version }, NO_CONTENT)
      .lean<Omit<CalendarDocument, 'calendar'>>();
    return document ? toChange(document) : undefined;
  }

  async advance(previous: CalendarChange, next: CalendarChange): Promise<boolean> {
    const { matchedCount } = await this.model.collection.updateOne(
      { _id: previous.version as never, 'change.state': previous.state, 'change.checked': previous.checked },
      { $set: { change: toStoredChange(next) } },
    );
    return matchedCount === 1;
  }

  async silentSince(before: Date): Promise<readonly CalendarChange[]> {
    const found = await this.model
      .find(
        { 'change.state': { $in: ['waiting', 'running'] }, 'change.touchedAt': { $lt: before } },
        NO_CONTENT,
      )
      .lean<Omit<CalendarDocument, 'calendar'>[]>();
    return found.flatMap((document) => toChange(document) ?? []);
  }
}
