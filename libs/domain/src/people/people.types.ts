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
