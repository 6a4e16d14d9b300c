import { type Person } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { AccountRepository, PasswordHasher } from '../../ports/account-repository.port';
import { Clock } from '../../ports/clock.port';
import { done, refused, type Result } from '../../result.types';
import { type LockOut } from './lock-out.types';
import { UnknownNames } from './unknown-names';

export interface LoginCommand {
  readonly username: string;
  readonly password: string;
}

@Injectable()
export class LoginHandler {
  /** Verified where there is no such account, so that the time taken tells nothing. */
  private readonly decoy: Promise<string>;
  private readonly unknown = new UnknownNames();

  constructor(
    private readonly accounts: AccountRepository,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
  ) {
    this.decoy = hasher.hash('no account has this password');
  }

  /** The person, or AUTH.INVALID_CREDENTIALS, or AUTH.LOCKED after too many failures. A locked account learns nothing. */
  async execute({ username, password }: LoginCommand, lockOut: LockOut): Promise<Result<Person>> {
    const name = username.toLowerCase();
    const found = await this.accounts.byUsername(name);
    const matches = await this.hasher.verify(found?.passwordHash ?? (await this.decoy), password);
    // Read again: while the password was looked at, other guesses may have locked the account.
    const account = await this.accounts.byUsername(name);
    const now = this.clock.now();
    const lockedUntil = account ? account.lockedUntil : this.unknown.lockedUntil(name);
    if (lockedUntil !== undefined && lockedUntil > now) return locked(lockedUntil, now);
    if (!account?.person.active || !matches) {
      if (account) await this.countFailure(account.person.id, lockOut, now);
      else this.unknown.countFailure(name, lockOut, now);
      return refused('AUTH.INVALID_CREDENTIALS', 'The user name or the password is wrong.');
    }
    if (account.failedLogins > 0) await this.accounts.clearFailures(account.person.id);
    return done(account.person);
  }

  private async countFailure(personId: string, { maxFailures, minutes }: LockOut, now: Date): Promise<void> {
    const failures = await this.accounts.countFailure(personId);
    if (failures < maxFailures) return;
    await this.accounts.lock(personId, new Date(now.getTime() + minutes * 60_000));
    await this.accounts.clearFailures(personId);
  }
}

function locked(until: Date, now: Date) {
  const retryAfterSeconds = Math.ceil((until.getTime() - now.getTime()) / 1_000);
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const { error } = refused('AUTH.LOCKED', `Too many failed logins; please try again in ${minutes} minutes.`);
  return { ok: false as const, error: { ...error, retryAfterSeconds } };
}
