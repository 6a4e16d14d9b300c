import { type LetterKind } from '../notification/notification.types';
import { type Category, type Department, type Person, type ServicePoint } from '../people/people.types';
import { type Policy } from '../policy/policy.types';
import { type KeywordRule } from '../routing/routing.types';

/** The words that place tickets, edited and replaced as one list. */
export interface KeywordRuleList {
  readonly code: typeof KEYWORD_RULES_CODE;
  readonly rules: readonly KeywordRule[];
}
export const KEYWORD_RULES_CODE = 'keyword-rules';

/** What a letter says, where its renderer puts words in for names in double braces. */
export interface LetterText {
  readonly subject: string;
  readonly body: string;
}

/** A kind of letter with the office's own text; without one it says what it says from the start. */
export interface LetterTemplate {
  /** Which letter. */
  readonly code: LetterKind;
  readonly text?: LetterText;
}

/** What an administrator decides about a person; leave, standing in and the password are changed elsewhere. */
export interface PersonProfile extends Pick<
  Person,
  'username' | 'name' | 'role' | 'department' | 'alsoIn' | 'email' | 'active' | 'onDuty'
> {
  /** The person's id. */
  readonly code: string;
}

/** Everything that the office configures, by kind; each thing has a code that no other of its kind has, ever. */
export interface OfficeItems {
  readonly department: Department;
  readonly policy: Policy;
  readonly category: Category;
  readonly 'service-point': ServicePoint;
  readonly 'keyword-rules': KeywordRuleList;
  readonly template: LetterTemplate;
}
export type OfficeKind = keyof OfficeItems;

/** In this order each kind names only what comes before it. */
export const OFFICE_KINDS = [
  'department',
  'policy',
  'category',
  'service-point',
  'keyword-rules',
  'template',
] as const satisfies readonly OfficeKind[];

/** The office as a whole at one moment. */
export type OfficeData = { readonly [K in OfficeKind]: readonly OfficeItems[K][] };

/** What is wrong with one thing and where: a JSON pointer (RFC 6901) into it, a sentence for the administrator. */
export interface OfficeFault {
  readonly kind: OfficeKind;
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
}

/** A thing of the office with its version, which every change raises by one. */
export interface Versioned<T> {
  readonly version: number;
  readonly item: T;
}

/** The office with the versions of all that is in it; `revision` rises with every change of anything. */
export type VersionedOffice = { readonly revision: number } & VersionedItems;
export type VersionedItems = { readonly [K in OfficeKind]: readonly Versioned<OfficeItems[K]>[] };

/** One thing as it is to be, under its next version; version 1 is new. What is removed keeps its code for good. */
export type ItemChange = {
  readonly [K in OfficeKind]: {
    readonly kind: K;
    readonly version: number;
    readonly item: OfficeItems[K];
    readonly removed?: true;
  };
}[OfficeKind];

export interface PersonChange {
  readonly kind: 'person';
  readonly version: number;
  readonly item: PersonProfile;
}

/** A person's leave and acting headships as they are to be. */
export interface PersonDuties extends Pick<Person, 'leave' | 'actingHeadOf'> {
  /** The person's id. */
  readonly code: string;
}

export interface DutiesChange {
  readonly kind: 'duties';
  readonly item: PersonDuties;
}

export type OfficeChange = ItemChange | PersonChange | DutiesChange;
