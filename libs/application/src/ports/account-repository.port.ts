import { type Person } from '@app/domain';

/** What is needed to check a password; never leaves the application. */
export interface Account {
  readonly person: Person;
  readonly passwordHash: string;
  readonly failedLogins: number;
  readonly lockedUntil?: Date;
  /** The password was set by somebody else; it opens nothing but its own change. */
  readonly mustChangePassword?: true;
}

/** A person as an administrator sees them, with or without a password. */
export interface AccountSummary {
  readonly person: Person;
  /** Of the profile. */
  readonly version: number;
  readonly hasPassword: boolean;
  readonly mustChangePassword: boolean;
  readonly lockedUntil?: Date;
}

export interface AccountFilter {
  /** Part of the user name or the name. */
  readonly q?: string;
  readonly role?: Person['role'];
  /** Main or further department. */
  readonly department?: string;
  readonly active?: boolean;
}

export abstract class AccountRepository {
  abstract byUsername(username: string): Promise<Account | undefined>;
  /** Counts a failure, atomically; answers how many there have been since the last success. */
  abstract countFailure(personId: string): Promise<number>;
  abstract lock(personId: string, until: Date): Promise<void>;
  abstract clearFailures(personId: string): Promise<void>;
  /** Ends a lock and forgets the failures. */
  abstract unlock(personId: string): Promise<void>;
  /** Stores the hash of another password, and ends a lock. */
  abstract setPassword(
    personId: string,
    passwordHash: string,
    options: { readonly mustChange: boolean },
  ): Promise<void>;
  /** By user name; `after` is the last one of the page before. */
  abstract list(
    filter: AccountFilter,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly AccountSummary[]>;
}

/** Hashing of passwords, slow by intention. */
export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;
  abstract verify(hash: string, password: string): Promise<boolean>;
}
