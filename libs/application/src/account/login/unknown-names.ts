import { type LockOut } from './lock-out.types';

interface Tries {
  readonly failures: number;
  readonly lockedUntil?: Date;
}

/**
 * Failed logins under names that nobody has, counted and locked as those of accounts are, so that a lock-out does not
 * tell which names exist. In memory and for the last `capacity` names: what is forgotten looks like a new name.
 */
export class UnknownNames {
  private readonly names = new Map<string, Tries>();

  constructor(private readonly capacity = 10_000) {}

  /** Until when the name is, or was, locked. */
  lockedUntil(name: string): Date | undefined {
    return this.names.get(name)?.lockedUntil;
  }

  countFailure(name: string, { maxFailures, minutes }: LockOut, now: Date): void {
    const failures = (this.names.get(name)?.failures ?? 0) + 1;
    // Set anew, so that the name goes to the end of the order in which names are forgotten.
    this.names.delete(name);
    this.names.set(
      name,
      failures < maxFailures
        ? { failures }
        : { failures: 0, lockedUntil: new Date(now.getTime() + minutes * 60_000) },
    );
    const [oldest] = this.names.keys();
    if (this.names.size > this.capacity && oldest !== undefined) this.names.delete(oldest);
  }
}
