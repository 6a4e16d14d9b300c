import { type Account, AccountRepository } from '@app/application';
import { type Person } from '@app/domain';
import { LoginSessionStore } from '@app/persistence';
import { Injectable } from '@nestjs/common';
import { type Session } from 'fastify';
import { promisify } from 'node:util';
import './login-session.types';

/** Whom a login stands for, read anew each time, so that a deactivation or another role holds at once. */
@Injectable()
export class Logins {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly store: LoginSessionStore,
  ) {}

  async personOf(session: Pick<Session, 'personId' | 'username'>): Promise<Person | undefined> {
    return (await this.accountOf(session))?.person;
  }

  async accountOf({
    personId,
    username,
  }: Pick<Session, 'personId' | 'username'>): Promise<Account | undefined> {
    if (personId === undefined || username === undefined) return undefined;
    // Not the directory, which remembers people for a while.
    const account = await this.accounts.byUsername(username);
    return account?.person.active && account.person.id === personId ? account : undefined;
  }

  /** The person of a login by its id; undefined once it has ended or was revoked. */
  async stillIn(sessionId: string): Promise<Person | undefined> {
    const session = await promisify(this.store.get.bind(this.store))(sessionId);
    return session ? this.personOf(session) : undefined;
  }
}
