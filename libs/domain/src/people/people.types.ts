export const ROLES = [
  'reporter',
  'owner',
  'head',
  'dispatcher',
  'verifier',
  'director',
  'leader',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

export interface Department {
  readonly code: string;
  readonly name: string;
  /** Other ways the office writes it, for reading minutes. */
  readonly aliases: readonly string[];
  /** Category of a ticket that names the department and nothing more; where absent, its first listed one. */
  readonly defaultCategory?: string;
  /** False where it gets no more tickets; absent means true. */
  readonly active?: boolean;
}

export interface Category {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly department: string;
  /** The policy for each priority; a priority without one falls back to `normal`. */
  readonly policies: { readonly normal: string; readonly urgent?: string; readonly danger?: string };
  /** A result has to show a photo. */
  readonly photosRequired?: boolean;
  /** The category that this one is a part of. */
  readonly parent?: string;
  /** What the report form asks beyond the usual. */
  readonly questions?: readonly Question[];
  /** False where it is not offered any more; absent means true. */
  readonly active?: boolean;
}

export const QUESTION_KINDS = ['text', 'choice', 'number', 'date'] as const;

/** A question of a category's own, answered with the report. */
export interface Question {
  /** Names the answer in `ticket.answers`. */
  readonly key: string;
  readonly label: string;
  readonly kind: (typeof QUESTION_KINDS)[number];
  readonly required: boolean;
  /** What there is to choose from, for a choice. */
  readonly options?: readonly string[];
}

/** By the key of the question. A date is written `2026-04-20`. */
export type Answers = Readonly<Record<string, string | number>>;

/** An answer as a ticket keeps it: with the question as it was asked then. */
export interface GivenAnswer {
  readonly key: string;
  readonly label: string;
  readonly value: string | number;
}

export const SERVICE_POINT_KINDS = ['canteen', 'dormitory', 'office', 'facility', 'other'] as const;

/** A place where the office serves people: a canteen window, a dormitory building. */
export interface ServicePoint {
  readonly code: string;
  readonly name: string;
  readonly kind: (typeof SERVICE_POINT_KINDS)[number];
  readonly department: string;
  readonly location?: string;
  /** In the QR code that hangs there; given out once, never anew. */
  readonly token: string;
  readonly active: boolean;
}

/** A time away from work; the stand-in (AB角) acts for the one away. `from` inclusive, `to` exclusive. */
export interface Leave {
  readonly from: Date;
  readonly to: Date;
  readonly standInId?: string;
  readonly note?: string;
}

/** Heads a department for a time in place of its head. `from` inclusive, `to` exclusive. */
export interface ActingHead {
  readonly department: string;
  readonly from: Date;
  readonly to: Date;
}

/** A person who can be named on a ticket. Contact data stays out of the domain but for the address to write to. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  /** The main department; `alsoIn` are further ones. */
  readonly department?: string;
  readonly alsoIn?: readonly string[];
  readonly email?: string;
  readonly active: boolean;
  readonly onDuty: boolean;
  readonly leave?: Leave;
  readonly actingHeadOf?: readonly ActingHead[];
}
