import {
  type Category,
  type Department,
  type KeywordRule,
  type Policy,
  type WorkingCalendar,
} from '@app/domain';
import { Schema } from 'mongoose';
import { type Edited } from '../configuration/office.schema';
import { DOCUMENT_OPTIONS } from '../database/document.schema';

/** `position` keeps the order that the office is used to. */
export interface DepartmentDocument extends Omit<Department, 'code'>, Edited {
  readonly _id: string;
  readonly position: number;
}

export const DEPARTMENT = 'Department';

export const departmentSchema = new Schema<DepartmentDocument>(
  {
    _id: String,
    name: String,
    aliases: [String],
    defaultCategory: String,
    active: Boolean,
    position: Number,
    version: Number,
    removed: Boolean,
  },
  { ...DOCUMENT_OPTIONS, collection: 'departments' },
);

export interface CategoryDocument extends Omit<Category, 'code'>, Edited {
  readonly _id: string;
  readonly position: number;
}

export const CATEGORY = 'Category';

export const categorySchema = new Schema<CategoryDocument>(
  {
    _id: String,
    name: String,
    aliases: [String],
    department: String,
    policies: Schema.Types.Mixed,
    photosRequired: Boolean,
    parent: String,
    questions: [Schema.Types.Mixed],
    active: Boolean,
    position: Number,
    version: Number,
    removed: Boolean,
  },
  { ...DOCUMENT_OPTIONS, collection: 'categories' },
);

/** One version of a policy, never changed after; `_id` is `code@version`. */
export interface PolicyDocument {
  readonly _id: string;
  readonly code: string;
  readonly version: number;
  readonly policy: Policy;
}

export const POLICY = 'Policy';

export const policySchema = new Schema<PolicyDocument>(
  { _id: String, code: String, version: Number, policy: Schema.Types.Mixed },
  { ...DOCUMENT_OPTIONS, collection: 'policies' },
);

/** What is edited as a whole, each in one document, so that one write replaces it. */
export type SettingDocument =
  | { readonly _id: 'keyword-rules'; readonly value: readonly KeywordRule[]; readonly version?: number }
  /** What a release before versions of the calendar stored; the seed makes it the first version. */
  | { readonly _id: 'calendar'; readonly value: WorkingCalendar };

export const SETTING = 'Setting';

export const settingSchema = new Schema<SettingDocument>(
  { _id: String, value: Schema.Types.Mixed, version: Number },
  { ...DOCUMENT_OPTIONS, collection: 'settings' },
);
