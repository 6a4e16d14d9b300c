import { passwordFault, type Person } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { AccountRepository, PasswordHasher } from '../ports/account-repository.port';
import { LoginSessions } from '../ports/login-sessions.port';
import { done, refused, type Result } from '../result.types';

/** The change of one's own password. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly hasher: PasswordHasher,
    private readonly sessions: LoginSessions,
  ) {}

  /** Takes the new password where the current one is right; every login of the person ends, this one too. */
  async change(person: Person, current: string, next: string): Promise<Result<void>> {
    const account = await this.accounts.byUsername(person.username);
    if (!account || !(await this.hasher.verify(account.passwordHash, current)))
      return refused('PERSON.PASSWORD_WRONG', '当前密码不正确', [
        { pointer: '/current', detail: '当前密码不正确' },
      ]);
    const fault = current === next ? '新密码不能与当前密码相同' : passwordFault(next, person.username);
    if (fault !== undefined)
      return refused('PERSON.INVALID', '新密码不符合要求', [{ pointer: '/next', detail: fault }]);
    await this.accounts.setPassword(person.id, await this.hasher.hash(next), { mustChange: false });
    await this.sessions.endAll(person.id);
    return done(undefined);
  }
}
