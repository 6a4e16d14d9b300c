import {
  type ConfigurationChange,
  type OfficeChange,
  type OfficeKind,
  type Person,
  type PersonProfile,
  type Policy,
  type Versioned,
  type VersionedOffice,
} from '@app/domain';

/** What stands in the way of doing without something: how many there are of each. */
export interface OfficeUse {
  readonly openTickets: number;
  /** Open or not. */
  readonly tickets: number;
  /** Active people of a department, also those who are there beside their main one. */
  readonly members: number;
}

/**
 * The office's configuration as it is edited. All changes, one thing or many, are decided by one conditional write, so
 * that rules about several things hold whoever else edits; a process that dies after it leaves a change that the next
 * one completes. What is stored is in force everywhere, and in the configuration's log, when `commit` resolves.
 */
export abstract class OfficeRepository {
  /** All as it stands, never from memory, whatever an interrupted commit left undone done first. */
  abstract read(): Promise<VersionedOffice>;
  /** The profile of a person; its version counts changes of the profile alone. */
  abstract person(id: string): Promise<Versioned<PersonProfile> | undefined>;
  abstract personByUsername(username: string): Promise<Versioned<PersonProfile> | undefined>;
  /** Everybody but reporters, by id, never from memory: what rules about several people are checked against. */
  abstract staff(): Promise<readonly Person[]>;
  /** Stores the changes and records `entries`, all or nothing; false where anything was changed since `revision`. */
  abstract commit(
    revision: number,
    changes: readonly OfficeChange[],
    entries: readonly ConfigurationChange[],
  ): Promise<boolean>;
  /** Completes what an interrupted commit left undone. */
  abstract settle(): Promise<void>;
  /** Whether a code was ever used for something of this kind. */
  abstract isTaken(kind: OfficeKind, code: string): Promise<boolean>;
  /** Every version of a policy, the oldest first. */
  abstract policyVersions(code: string): Promise<readonly Policy[]>;
  abstract useOf(
    kind: 'department' | 'category' | 'service-point' | 'policy',
    code: string,
  ): Promise<OfficeUse>;
}
