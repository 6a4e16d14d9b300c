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
  type WorkingCalendar,
} from '@app/domain';

/** The office's own data: who works where, what goes to whom, and when it is open. */
export abstract class Directory {
  abstract departments(): Promise<readonly Department[]>;
  abstract categories(): Promise<readonly Category[]>;
  abstract keywordRules(): Promise<readonly KeywordRule[]>;
  abstract servicePoints(): Promise<readonly ServicePoint[]>;
  /** What this kind of letter says by the office's own wish; undefined where it says what it always said. */
  abstract letterText(kind: LetterKind): Promise<LetterText | undefined>;
  abstract calendar(): Promise<WorkingCalendar>;
  /** The newest version of every policy. */
  abstract policies(): Promise<readonly Policy[]>;
  /** One version of a policy, or the newest where none is named. */
  abstract policy(code: string, version?: number): Promise<Policy | undefined>;
  abstract person(id: string): Promise<Person | undefined>;
  abstract personByUsername(username: string): Promise<Person | undefined>;
  /** By id; those of a department work there, be it beside their main one. */
  abstract people(filter: {
    readonly role?: Person['role'];
    readonly department?: string;
  }): Promise<readonly Person[]>;
  /** Everyone with a leave or an acting headship on record, also one that is over or has not begun. */
  abstract awayOrActing(): Promise<readonly Person[]>;
  /** Owners of a department with their open tickets (dispatched, in-progress, in-review) and last assignment. */
  abstract ownerCandidates(department: string): Promise<readonly OwnerCandidate[]>;
  /** Records that a ticket went to this person now, for the rotation. */
  abstract noteAssignment(personId: string, at: Date): Promise<void>;
}
