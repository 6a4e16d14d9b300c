import { ConfigurationLog, OfficeRepository, type OfficeUse } from '@app/application';
import {
  type ConfigurationChange,
  KEYWORD_RULES_CODE,
  type OfficeChange,
  type OfficeKind,
  OPEN_STATUSES,
  type Person,
  type PersonProfile,
  type Policy,
  type Versioned,
  type VersionedOffice,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { setTimeout as pass } from 'node:timers/promises';
import { insertNew } from '../database/insert.mongo';
import { storable } from '../database/storable.mongo';
import { FRESH_MS } from '../directory/directory-cache.mongo';
import { toPolicy } from '../directory/directory.mapper';
import { toPerson } from '../person/person.mapper';
import { PERSON, type PersonDocument } from '../person/person.schema';
import { TICKET, type TicketDocument } from '../ticket/ticket.schema';
import { toProfile } from './office.mapper';
import { OFFICE_JOURNAL, type OfficeJournalDocument } from './office.schema';
import { OfficeShelves } from './office-shelves.mongo';

const JOURNAL = { _id: 'office' } as const;
/** Whose use is counted, and by which field of a ticket. */
const FIELD = { department: 'department', category: 'category', 'service-point': 'servicePoint' } as const;

@Injectable()
export class MongoOfficeRepository extends OfficeRepository {
  constructor(
    @InjectModel(OFFICE_JOURNAL) private readonly journal: Model<OfficeJournalDocument>,
    @InjectModel(PERSON) private readonly people: Model<PersonDocument>,
    @InjectModel(TICKET) private readonly tickets: Model<TicketDocument>,
    private readonly shelves: OfficeShelves,
    private readonly log: ConfigurationLog,
  ) {
    super();
  }

  async read(): Promise<VersionedOffice> {
    const revision = await this.complete();
    const [department, policy, category, servicePoint, template, keywordRules] = await Promise.all([
      this.shelves.items('department'),
      this.shelves.policies(),
      this.shelves.items('category'),
      this.shelves.items('service-point'),
      this.shelves.items('template'),
      this.shelves.keywordRules(),
    ]);
    return {
      revision,
      department,
      policy,
      category,
      'service-point': servicePoint,
      'keyword-rules': [
        { version: keywordRules.version, item: { code: KEYWORD_RULES_CODE, rules: keywordRules.item } },
      ],
      template,
    };
  }

  person(id: string): Promise<Versioned<PersonProfile> | undefined> {
    return this.profile({ _id: id });
  }

  personByUsername(username: string): Promise<Versioned<PersonProfile> | undefined> {
    return this.profile({ username });
  }

  async staff(): Promise<readonly Person[]> {
    await this.complete();
    const found = await this.people
      .find({ role: { $ne: 'reporter' } })
      .sort({ _id: 1 })
      .lean<PersonDocument[]>();
    return found.map(toPerson);
  }

  async commit(
    revision: number,
    changes: readonly OfficeChange[],
    entries: readonly ConfigurationChange[],
  ): Promise<boolean> {
    const pending = storable({ changes, entries });
    const { matchedCount } = await this.journal.collection.updateOne(
      { _id: JOURNAL._id as never, revision, pending: { $exists: false } },
      { $set: { revision: revision + 1, pending } },
    );
    if (matchedCount === 0) return false;
    await this.complete();
    // Every process remembers what the directory said for so long, and no longer.
    await pass(FRESH_MS);
    return true;
  }

  async settle(): Promise<void> {
    await this.complete();
  }

  isTaken(kind: OfficeKind, code: string): Promise<boolean> {
    return this.shelves.isTaken(kind, code);
  }

  async policyVersions(code: string): Promise<readonly Policy[]> {
    return (await this.shelves.policyDocuments({ code })).map(toPolicy);
  }

  async useOf(kind: keyof typeof FIELD, code: string): Promise<OfficeUse> {
    const ofThis = { [FIELD[kind]]: code };
    const [openTickets, tickets, members] = await Promise.all([
      this.tickets.countDocuments({ ...ofThis, status: { $in: [...OPEN_STATUSES] } }),
      this.tickets.countDocuments(ofThis),
      kind === 'department'
        ? this.people.countDocuments({ active: true, $or: [{ department: code }, { alsoIn: code }] })
        : 0,
    ]);
    return { openTickets, tickets, members };
  }

  private async profile(filter: Partial<Pick<PersonDocument, '_id' | 'username'>>) {
    await this.complete();
    const document = await this.people.findOne(filter).lean<PersonDocument>();
    return document ? toProfile(document) : undefined;
  }

  /**
   * Carries what was decided to the things themselves and into the log, in the order decided; answers the revision.
   * Each part may run twice and in two processes at once: a version is stored once, an entry recorded once.
   */
  private async complete(): Promise<number> {
    const journal = await this.journal.findOne(JOURNAL).lean<OfficeJournalDocument>();
    if (!journal) {
      await insertNew<OfficeJournalDocument>(this.journal, [{ ...JOURNAL, revision: 0 }]);
      return this.complete();
    }
    const { revision, pending } = journal;
    if (!pending) return revision;
    for (const change of pending.changes) await this.shelves.put(change, revision);
    for (const entry of pending.entries) await this.log.append(entry);
    await this.journal.collection.updateOne(
      { _id: JOURNAL._id as never, revision },
      { $unset: { pending: '' } },
    );
    return revision;
  }
}
