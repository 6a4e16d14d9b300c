import { type PasswordHasher } from '@app/application';
import {
  type Category,
  type Department,
  type KeywordRule,
  type Person,
  type Policy,
  type WorkingCalendar,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { toCalendarDocument } from '../calendar/calendar.mapper';
import { CALENDAR, type CalendarDocument } from '../calendar/calendar.schema';
import { insertNew } from '../database/insert.mongo';
import { toCategoryDocument, toDepartmentDocument, toPolicyDocument } from '../directory/directory.mapper';
import {
  CATEGORY,
  type CategoryDocument,
  DEPARTMENT,
  type DepartmentDocument,
  POLICY,
  type PolicyDocument,
  SETTING,
  type SettingDocument,
} from '../directory/directory.schema';
import { toNewPersonDocument } from '../person/person.mapper';
import { PERSON, type PersonDocument } from '../person/person.schema';

/** What a new installation starts from. */
export interface SeedData {
  readonly calendar: WorkingCalendar;
  readonly departments: readonly Department[];
  readonly categories: readonly Category[];
  readonly policies: readonly Policy[];
  readonly keywordRules: readonly KeywordRule[];
}

/** Puts in what is missing and leaves alone what is there: it may have been edited since. Safe to repeat and to race. */
@Injectable()
export class DatabaseSeed {
  constructor(
    @InjectModel(DEPARTMENT) private readonly departments: Model<DepartmentDocument>,
    @InjectModel(CATEGORY) private readonly categories: Model<CategoryDocument>,
    @InjectModel(POLICY) private readonly policies: Model<PolicyDocument>,
    @InjectModel(SETTING) private readonly settings: Model<SettingDocument>,
    @InjectModel(PERSON) private readonly people: Model<PersonDocument>,
    @InjectModel(CALENDAR) private readonly calendars: Model<CalendarDocument>,
  ) {}

  /** The office's own data: departments, categories, policies, rules and calendar. */
  async office(seed: SeedData): Promise<void> {
    await Promise.all([
      insertNew(this.departments, seed.departments.map(toDepartmentDocument)),
      insertNew(this.categories, seed.categories.map(toCategoryDocument)),
      insertNew(this.policies, seed.policies.map(toPolicyDocument)),
      insertNew<SettingDocument>(this.settings, [{ _id: 'keyword-rules', value: seed.keywordRules }]),
      this.firstCalendar(seed.calendar),
    ]);
  }

  private async firstCalendar(seeded: WorkingCalendar): Promise<void> {
    const kept = await this.settings
      .findOne({ _id: 'calendar' })
      .lean<Extract<SettingDocument, { _id: 'calendar' }>>();
    const first = { version: 1, calendar: kept?.value ?? seeded, savedAt: new Date(), reason: '初始日历' };
    await insertNew(this.calendars, [toCalendarDocument(first)]);
  }

  /** People who can log in. Passwords are hashed only for those who are not there yet. */
  async accounts(
    accounts: readonly { readonly person: Person; readonly password: string }[],
    hasher: PasswordHasher,
  ): Promise<void> {
    const usernames = accounts.map(({ person }) => person.username);
    const known = new Set(await this.people.distinct('username', { username: { $in: usernames } }));
    const missing = accounts.filter(({ person }) => !known.has(person.username));
    const documents = await Promise.all(
      missing.map(async ({ person, password }) => toNewPersonDocument(person, await hasher.hash(password))),
    );
    await insertNew(this.people, documents);
  }
}
