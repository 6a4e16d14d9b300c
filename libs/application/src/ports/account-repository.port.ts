import { type Person } from '@app/domain';

/** What is needed to check a password; never leaves the application. */
export interface Account {
  readonly person: Person;
  readonly passwordHash: string;
  readonly failedLogins: number;
  readonly lockedUntil?: Date;
}

export abstract class AccountRepository {
  abstract byUsername(username: string): Promise<Account | undefined>;
  /** Counts a failure, atomically; answers how many there have been since the last success. */
  abstract countFailure(personId: string): Promise<number>;
  abstract lock(personId: string, until: Date): Promise<void>;
  abstract clearFailures(personId: string): Promise<void>;
}

/** Hashing of passwords, slow by intention. */
export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;
  abstract verify(hash: string, password: string): Promise<boolean>;
}
