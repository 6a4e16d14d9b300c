import { Directory } from '@app/application';
import {
  type Category,
  type Department,
  type KeywordRule,
  type LetterKind,
  type LetterText,
  type OwnerCandidate,
  type Person,
  type Policy,
  type ServicePoint,
  type TicketStatus,
  type WorkingCalendar,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { CALENDAR, type CalendarDocument } from '../calendar/calendar.schema';
import { OfficeShelves } from '../configuration/office-shelves.mongo';
import { toOwnerCandidate, toPerson } from '../person/person.mapper';
import { AWAY_OR_ACTING, PERSON, type PersonDocument, worksIn } from '../person/person.schema';
import { TICKET, type TicketDocument } from '../ticket/ticket.schema';
import { DirectoryCache } from './directory-cache.mongo';
import { DirectoryNotSeeded } from './directory.errors';
import { toCategory, toDepartment, toPolicy } from './directory.mapper';
import {
  CATEGORY,
  type CategoryDocument,
  DEPARTMENT,
  type DepartmentDocument,
  POLICY,
  type PolicyDocument,
  SETTING,
  type SettingDocument,
} from './directory.schema';

/** A ticket in one of these is work that its owner has in hand. */
const IN_HAND: readonly TicketStatus[] = ['dispatched', 'in-progress', 'in-review'];
const NOT_REMOVED = { removed: { $exists: false } } as const;

@Injectable()
export class MongoDirectory extends Directory {
  private readonly cache = new DirectoryCache();

  constructor(
    @InjectModel(DEPARTMENT) private readonly departmentModel: Model<DepartmentDocument>,
    @InjectModel(CATEGORY) private readonly categoryModel: Model<CategoryDocument>,
    @InjectModel(POLICY) private readonly policyModel: Model<PolicyDocument>,
    @InjectModel(SETTING) private readonly settingModel: Model<SettingDocument>,
    @InjectModel(PERSON) private readonly personModel: Model<PersonDocument>,
    @InjectModel(TICKET) private readonly ticketModel: Model<TicketDocument>,
    @InjectModel(CALENDAR) private readonly calendarModel: Model<CalendarDocument>,
    private readonly shelves: OfficeShelves,
  ) {
    super();
  }

  departments(): Promise<readonly Department[]> {
    return this.cache.get('departments', async () => {
      const found = await this.departmentModel
        .find(NOT_REMOVED)
        .sort({ position: 1, _id: 1 })
        .lean<DepartmentDocument[]>();
      return found.map(toDepartment);
    });
  }

  categories(): Promise<readonly Category[]> {
    return this.cache.get('categories', async () => {
      const found = await this.categoryModel
        .find(NOT_REMOVED)
        .sort({ position: 1, _id: 1 })
        .lean<CategoryDocument[]>();
      return found.map(toCategory);
    });
  }

  keywordRules(): Promise<readonly KeywordRule[]> {
    return this.cache.get('keyword-rules', async () => (await this.setting('keyword-rules'))?.value ?? []);
  }

  servicePoints(): Promise<readonly ServicePoint[]> {
    return this.cache.get('service-points', async () => {
      const items = await this.shelves.items('service-point');
      return items.map(({ item }) => item);
    });
  }

  async letterText(kind: LetterKind): Promise<LetterText | undefined> {
    const templates = await this.cache.get('letter-templates', () => this.shelves.items('template'));
    return templates.find(({ item }) => item.code === kind)?.item.text;
  }

  calendar(): Promise<WorkingCalendar> {
    return this.cache.get('calendar', async () => {
      const newest = await this.calendarModel
        .findOne({}, { calendar: 1 })
        .sort({ _id: -1 })
        .lean<Pick<CalendarDocument, 'calendar'>>();
      if (!newest) throw new DirectoryNotSeeded();
      return newest.calendar;
    });
  }

  async policies(): Promise<readonly Policy[]> {
    const newest = new Map((await this.policyVersions()).map((policy) => [policy.code, policy]));
    return [...newest.values()];
  }

  async policy(code: string, version?: number): Promise<Policy | undefined> {
    const versions = (await this.policyVersions()).filter((policy) => policy.code === code);
    if (version === undefined) return versions.at(-1);
    const known = versions.find((policy) => policy.version === version);
    // A ticket may name a version that another process has added since the last reading.
    if (known) return known;
    const document = await this.policyModel.findOne({ code, version }).lean<PolicyDocument>();
    return document ? toPolicy(document) : undefined;
  }

  person(id: string): Promise<Person | undefined> {
    return this.onePerson(`person/id/${id}`, { _id: id });
  }

  personByUsername(username: string): Promise<Person | undefined> {
    return this.onePerson(`person/username/${username}`, { username });
  }

  people({ role, department }: { role?: Person['role']; department?: string }): Promise<readonly Person[]> {
    const filter = {
      ...(role === undefined ? {} : { role }),
      ...(department === undefined ? {} : worksIn(department)),
    };
    return this.cache.get(`people/${role ?? ''}/${department ?? ''}`, async () => {
      const found = await this.personModel.find(filter).sort({ _id: 1 }).lean<PersonDocument[]>();
      return found.map(toPerson);
    });
  }

  awayOrActing(): Promise<readonly Person[]> {
    return this.cache.get('away-or-acting', async () => {
      const found = await this.personModel.find(AWAY_OR_ACTING).sort({ _id: 1 }).lean<PersonDocument[]>();
      return found.map(toPerson);
    });
  }

  /** Never from memory: who is free changes with every ticket. */
  async ownerCandidates(department: string): Promise<readonly OwnerCandidate[]> {
    const owners = await this.personModel
      .find({ role: 'owner', ...worksIn(department) })
      .sort({ _id: 1 })
      .lean<PersonDocument[]>();
    const counts = await this.ticketModel.aggregate<{ readonly _id: string; readonly open: number }>([
      { $match: { 'owner.id': { $in: owners.map(({ _id }) => _id) }, status: { $in: [...IN_HAND] } } },
      { $group: { _id: '$owner.id', open: { $sum: 1 } } },
    ]);
    const open = new Map(counts.map(({ _id, open }) => [_id, open]));
    return owners.map((owner) => toOwnerCandidate(owner, open.get(owner._id) ?? 0));
  }

  async noteAssignment(personId: string, at: Date): Promise<void> {
    await this.personModel.updateOne({ _id: personId }, { $max: { lastAssignedAt: at } });
  }

  /** Every version of every policy, by code and then by version. */
  private policyVersions(): Promise<readonly Policy[]> {
    return this.cache.get('policies', async () => {
      const found = await this.policyModel.find().sort({ code: 1, version: 1 }).lean<PolicyDocument[]>();
      return found.map(toPolicy);
    });
  }

  private onePerson(key: string, filter: Partial<Pick<PersonDocument, '_id' | 'username'>>) {
    return this.cache.get(key, async () => {
      const document = await this.personModel.findOne(filter).lean<PersonDocument>();
      return document ? toPerson(document) : undefined;
    });
  }

  private setting<I extends SettingDocument['_id']>(id: I) {
    return this.settingModel.findOne({ _id: id }).lean<Extract<SettingDocument, { _id: I }>>();
  }
}
