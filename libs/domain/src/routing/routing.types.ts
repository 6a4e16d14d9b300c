import { type Leave } from '../people/people.types';
import { type Priority } from '../policy/policy.types';

/** A rule that places a ticket by what its text says; data that an administrator edits. */
export interface KeywordRule {
  readonly id: string;
  /** Each entry is a word, or several joined by `+` that must all occur. */
  readonly keywords: readonly string[];
  readonly category: string;
  /** Overrides the category's department. */
  readonly department?: string;
  readonly priority?: Priority;
  /** Higher wins; ties go to the longer matched keyword, then to the earlier match in the text. */
  readonly weight: number;
  readonly enabled: boolean;
}

export interface PlacementInput {
  readonly title: string;
  readonly description: string;
  readonly location?: string;
  readonly statedDepartment?: string;
  readonly statedCategory?: string;
  /** Who serves at the place that the report came from; goes by when nothing else says where it belongs. */
  readonly servicePointDepartment?: string;
}

/** Where a ticket goes and on what ground, or why a dispatcher has to look at it. */
export type Placement =
  | {
      readonly placed: true;
      readonly department: string;
      readonly category: string;
      readonly priority: Priority;
      readonly basis: 'stated-department' | 'stated-category' | 'keyword' | 'service-point';
      readonly ruleId?: string;
      readonly keyword?: string;
    }
  | {
      readonly placed: false;
      readonly reason: 'no-match' | 'ambiguous' | 'unknown-department';
      readonly detail: string;
    };

/** An owner who may be chosen. `openTickets` counts tickets in dispatched, in-progress or in-review. */
export interface OwnerCandidate {
  readonly id: string;
  readonly active: boolean;
  readonly onDuty: boolean;
  readonly leave?: Leave;
  readonly openTickets: number;
  /** When this person last received a ticket; never is first in rotation. */
  readonly lastAssignedAt?: Date;
}
