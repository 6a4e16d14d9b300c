import {
  type KeywordRule,
  type OfficeChange,
  type OfficeItems,
  type OfficeKind,
  type PersonDuties,
  type PersonProfile,
  type Policy,
  type Versioned,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, type QueryFilter } from 'mongoose';
import { insertNew } from '../database/insert.mongo';
import { toPolicy, toPolicyDocument } from '../directory/directory.mapper';
import {
  CATEGORY,
  DEPARTMENT,
  POLICY,
  type PolicyDocument,
  SETTING,
  type SettingDocument,
} from '../directory/directory.schema';
import { PERSON, type PersonDocument } from '../person/person.schema';
import { type ItemDocument, toItemDocument, toVersioned } from './office.mapper';
import { LETTER_TEMPLATE, SERVICE_POINT } from './office.schema';

/** Kinds of which each thing is one document that is replaced. */
type Shelved = Exclude<OfficeKind, 'policy' | 'keyword-rules'>;
const NOT_REMOVED = { removed: { $exists: false } } as const;
const RULES = { _id: 'keyword-rules' } as const;
const OPTIONAL_IN_PROFILE = ['department', 'alsoIn', 'email'] as const satisfies (keyof PersonProfile)[];
const DUTIES = ['leave', 'actingHeadOf'] as const satisfies (keyof PersonDuties)[];

/** Where the things of the office lie, kind by kind. */
@Injectable()
export class OfficeShelves {
  private readonly shelf: { readonly [K in Shelved]: Model<ItemDocument> };

  constructor(
    @InjectModel(DEPARTMENT) departments: Model<ItemDocument>,
    @InjectModel(CATEGORY) categories: Model<ItemDocument>,
    @InjectModel(SERVICE_POINT) servicePoints: Model<ItemDocument>,
    @InjectModel(LETTER_TEMPLATE) templates: Model<ItemDocument>,
    @InjectModel(POLICY) private readonly policyModel: Model<PolicyDocument>,
    @InjectModel(SETTING) private readonly settings: Model<SettingDocument>,
    @InjectModel(PERSON) private readonly people: Model<PersonDocument>,
  ) {
    this.shelf = {
      department: departments,
      category: categories,
      'service-point': servicePoints,
      template: templates,
    };
  }

  /** In the office's order, without what was removed. */
  async items<K extends Shelved>(kind: K): Promise<readonly Versioned<OfficeItems[K]>[]> {
    const found = await this.shelf[kind]
      .find(NOT_REMOVED)
      .sort({ position: 1, _id: 1 })
      .lean<ItemDocument[]>();
    return found.map((document) => toVersioned<OfficeItems[K]>(document));
  }

  /** The newest version of each. */
  async policies(): Promise<readonly Versioned<Policy>[]> {
    const newest = new Map((await this.policyDocuments({})).map((document) => [document.code, document]));
    return [...newest.values()].map((document) => ({ version: document.version, item: toPolicy(document) }));
  }

  /** By code and then by version. */
  policyDocuments(filter: QueryFilter<PolicyDocument>): Promise<PolicyDocument[]> {
    return this.policyModel.find(filter).sort({ code: 1, version: 1 }).lean<PolicyDocument[]>();
  }

  async keywordRules(): Promise<Versioned<readonly KeywordRule[]>> {
    const document = await this.settings
      .findOne(RULES)
      .lean<Extract<SettingDocument, { _id: 'keyword-rules' }>>();
    return { version: document?.version ?? 1, item: document?.value ?? [] };
  }

  async isTaken(kind: OfficeKind, code: string): Promise<boolean> {
    if (kind === 'keyword-rules') return true;
    const found =
      kind === 'policy'
        ? await this.policyModel.exists({ code })
        : await this.shelf[kind].exists({ _id: code });
    return found !== null;
  }

  /** Stores the change unless what is stored has come as far already. New things stand behind the older ones. */
  async put(change: OfficeChange, revision: number): Promise<void> {
    switch (change.kind) {
      case 'policy':
        await insertNew(this.policyModel, [toPolicyDocument(change.item)]);
        return;
      case 'keyword-rules':
        await this.putRules(change.item.rules, change.version);
        return;
      case 'person':
        await this.putPerson(change.item, change.version);
        return;
      case 'duties':
        await this.putDuties(change.item, revision);
        return;
      default:
        await this.putItem(change, revision);
    }
  }

  private async putItem(change: Extract<OfficeChange, { kind: Shelved }>, revision: number): Promise<void> {
    const { kind, item, version } = change;
    const model = this.shelf[kind];
    const before = await model.findOne({ _id: item.code }).lean<ItemDocument>();
    const document = toItemDocument(item, {
      version,
      position: before?.position ?? FIRST_NEW_POSITION + revision,
      ...(change.removed ? { removed: change.removed } : {}),
    });
    if (!before) await insertNew(model, [document]);
    else await model.collection.replaceOne({ _id: item.code as never, ...olderThan(version) }, document);
  }

  private async putRules(value: readonly KeywordRule[], version: number): Promise<void> {
    const { matchedCount } = await this.settings.collection.updateOne(
      { _id: RULES._id as never, ...olderThan(version) },
      { $set: { value, version } },
    );
    if (matchedCount === 0) await insertNew<SettingDocument>(this.settings, [{ ...RULES, value, version }]);
  }

  private async putDuties({ code, ...duties }: PersonDuties, dutiesRevision: number): Promise<void> {
    await this.people.collection.updateOne(
      { _id: code as never, dutiesRevision: { $not: { $gte: dutiesRevision } } },
      {
        $set: { ...duties, dutiesRevision },
        ...unset(DUTIES.filter((field) => duties[field] === undefined)),
      },
    );
  }

  private async putPerson({ code, ...profile }: PersonProfile, profileVersion: number): Promise<void> {
    const { matchedCount } = await this.people.collection.updateOne(
      { _id: code as never, profileVersion: { $not: { $gte: profileVersion } } },
      {
        $set: { ...profile, profileVersion },
        ...unset(OPTIONAL_IN_PROFILE.filter((field) => profile[field] === undefined)),
      },
    );
    if (matchedCount === 0 && profileVersion === 1)
      await insertNew<PersonDocument>(this.people, [
        { _id: code, ...profile, profileVersion, failedLogins: 0 },
      ]);
  }
}

function unset(fields: readonly string[]) {
  return fields.length === 0 ? {} : { $unset: Object.fromEntries(fields.map((field) => [field, ''])) };
}

/** Behind everything seeded, whose positions count from 0. */
const FIRST_NEW_POSITION = 1_000_000;

/** Also of what was seeded, which names no version and is version 1. */
function olderThan(version: number) {
  return { version: { $not: { $gte: version } } };
}
