import {
  type Category,
  type Department,
  type KeywordRule,
  type LetterTemplate,
  type OfficeKind,
  type PersonProfile,
  type Policy,
  type ServicePoint,
  type WorkingCalendar,
} from '@app/domain';

/** What the office has configured, as one file carries it. A part that is absent is left alone by an import. */
export interface ConfigurationFile {
  readonly departments?: readonly Department[];
  readonly policies?: readonly Omit<Policy, 'version'>[];
  readonly categories?: readonly Category[];
  readonly servicePoints?: readonly ServicePoint[];
  readonly keywordRules?: readonly KeywordRule[];
  /** Those with a text of the office's own. */
  readonly templates?: readonly Required<LetterTemplate>[];
  readonly calendar?: WorkingCalendar;
  /** Staff by user name; never their passwords. */
  readonly people?: readonly Omit<PersonProfile, 'code'>[];
}

export type FilePart = keyof ConfigurationFile;

/** In which part of a file the things of a kind stand. */
export const PART_OF: Readonly<Record<OfficeKind, Exclude<FilePart, 'calendar' | 'people'>>> = {
  department: 'departments',
  policy: 'policies',
  category: 'categories',
  'service-point': 'servicePoints',
  'keyword-rules': 'keywordRules',
  template: 'templates',
};

/** How one part of a file differs from what is there, by code. */
export interface Difference {
  readonly part: FilePart;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** There, but not in the file: an import takes nothing away. */
  readonly untouched: readonly string[];
}

export interface ImportReport {
  readonly applied: boolean;
  readonly differences: readonly Difference[];
  /** What is wrong, by JSON pointers into the file. */
  readonly faults: readonly { readonly pointer: string; readonly message: string }[];
  /** Deadlines of open tickets that another calendar would move; absent where it is the same. */
  readonly calendar?: { readonly tickets: number; readonly earlier: number; readonly later: number };
}
