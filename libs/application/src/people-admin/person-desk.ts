import {
  type ConfigurationChange,
  passwordFault,
  type Person,
  type PersonProfile,
  profileFaults,
  type Versioned,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { actorOf, conflict, isSame } from '../configuration/office-desk';
import { noSuchPerson } from '../people/duty-desk';
import { releaseJobOf } from '../people/release-duties/release-job';
import { AccountRepository, PasswordHasher } from '../ports/account-repository.port';
import { Clock } from '../ports/clock.port';
import { ConfigurationLog } from '../ports/configuration-log.port';
import { Ids } from '../ports/ids.port';
import { JobPublisher } from '../ports/job-publisher.port';
import { LoginSessions } from '../ports/login-sessions.port';
import { OfficeRepository } from '../ports/office-repository.port';
import { done, refused, type Result } from '../result.types';

/** How often somebody else may change the office first before this gives up. */
const TRIES = 50;
/** Hex digits by which two addresses are told apart. */
const FINGERPRINT = 12;

type Profile = Omit<PersonProfile, 'code' | 'active'>;

/** A person with the password to log in with the first time; whoever set it reads it once, and nobody after. */
export interface Admitted {
  readonly profile: Versioned<PersonProfile>;
  readonly initialPassword: string;
}

/** The administrator's side of people: who there is, in which office, and with what password they begin. */
@Injectable()
export class PersonDesk {
  constructor(
    private readonly office: OfficeRepository,
    private readonly accounts: AccountRepository,
    private readonly hasher: PasswordHasher,
    private readonly sessions: LoginSessions,
    private readonly publisher: JobPublisher,
    private readonly log: ConfigurationLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Takes somebody in. They log in with the initial password, which opens nothing but its own change. */
  async create(profile: Profile, password: string | undefined, by: Person): Promise<Result<Admitted>> {
    const initial = this.initialPassword(password, profile.username);
    if (!initial.ok) return initial;
    const initialPassword = initial.value;
    const code = this.ids.next();
    const created = await this.change(by, async () =>
      (await this.office.personByUsername(profile.username))
        ? refused('PERSON.USERNAME_TAKEN', `用户名 ${profile.username} 已被使用`)
        : { version: 1, item: { ...profile, code, active: true } },
    );
    if (!created.ok) return created;
    await this.givePassword(code, initialPassword, by);
    return done({ profile: created.value, initialPassword });
  }

  /**
   * Changes somebody's profile as it was looked at. Their own role nobody changes, and the last administrator stays
   * one; duties that do not go with the new office become re-assignments.
   */
  async update(
    username: string,
    profile: Omit<Profile, 'username'>,
    version: number,
    by: Person,
  ): Promise<Result<Versioned<PersonProfile>>> {
    const name = username.toLowerCase();
    const updated = await this.change(by, async () => {
      const before = await this.office.personByUsername(name);
      if (!before) return noSuchPerson(username);
      const { code, active } = before.item;
      const item: PersonProfile = { ...profile, username: name, code, active };
      if (isSame(before.item, item)) return done(before);
      if (before.version !== version) return conflict(before.version);
      if (item.role !== before.item.role) {
        if (code === by.id) return refused('PERSON.ONESELF', '自己的角色须由其他管理员更改');
        if (await this.isLastAdmin(before.item))
          return refused('PERSON.LAST_ADMIN', '须保留至少一名系统管理员');
      }
      return { version: version + 1, item, before: before.item };
    });
    if (updated.ok) {
      // The sweep finds what cannot be queued now.
      const job = releaseJobOf(updated.value.item.code, this.ids.next(), this.clock.now());
      await this.publisher.publish([job]).catch(() => undefined);
    }
    return updated;
  }

  /** Gives somebody who has lost theirs a new initial password; every login of theirs ends. */
  async resetPassword(
    username: string,
    password: string | undefined,
    by: Person,
  ): Promise<Result<{ readonly initialPassword: string }>> {
    const person = await this.office.personByUsername(username.toLowerCase());
    if (!person) return noSuchPerson(username);
    if (person.item.code === by.id) return refused('PERSON.ONESELF', '自己的密码请在“修改密码”中更改');
    const initial = this.initialPassword(password, person.item.username);
    if (!initial.ok) return initial;
    await this.givePassword(person.item.code, initial.value, by);
    return done({ initialPassword: initial.value });
  }

  /** Ends the lock after too many failed logins. */
  async unlock(username: string, by: Person): Promise<Result<void>> {
    const person = await this.office.personByUsername(username.toLowerCase());
    if (!person) return noSuchPerson(username);
    await this.accounts.unlock(person.item.code);
    await this.log.append(this.entry(person.item.code, by, { after: { unlocked: true } }));
    return done(undefined);
  }

  /** The one given, or one drawn that can be read out. */
  private initialPassword(given: string | undefined, username: string): Result<string> {
    const fault = given === undefined ? undefined : passwordFault(given, username);
    return fault === undefined
      ? done(given ?? this.ids.trackingCode())
      : invalid([{ pointer: '/password', message: fault }]);
  }

  private async givePassword(personId: string, password: string, by: Person): Promise<void> {
    await this.accounts.setPassword(personId, await this.hasher.hash(password), { mustChange: true });
    await this.sessions.endAll(personId);
    await this.log.append(this.entry(personId, by, { after: { password: 'initial' } }));
  }

  private async change(
    by: Person,
    decide: () => Promise<
      (Versioned<PersonProfile> & { readonly before?: PersonProfile }) | Result<Versioned<PersonProfile>>
    >,
  ): Promise<Result<Versioned<PersonProfile>>> {
    const id = this.ids.next();
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const { revision, department } = await this.office.read();
      const decided = await decide();
      if ('ok' in decided) return decided;
      const { version, item, before } = decided;
      const faults = profileFaults(
        item,
        department.map((each) => each.item),
      );
      if (faults.length > 0) return invalid(faults);
      const entry = {
        ...this.entry(item.code, by, {
          ...(before ? { before: this.recorded(before) } : {}),
          after: this.recorded(item),
        }),
        id,
      };
      if (await this.office.commit(revision, [{ kind: 'person', version, item }], [entry]))
        return done({ version, item });
    }
    return refused('SERVER.UNAVAILABLE', '人员信息正被频繁修改，请稍后再试');
  }

  private async isLastAdmin({ code, role, active }: PersonProfile): Promise<boolean> {
    if (role !== 'admin' || !active) return false;
    const staff = await this.office.staff();
    return !staff.some((person) => person.active && person.role === 'admin' && person.id !== code);
  }

  /** As the log tells it: that an address changed, not what it is. */
  private recorded({ email, ...profile }: PersonProfile): object {
    return {
      ...profile,
      ...(email === undefined ? {} : { email: this.ids.hash(email).slice(0, FINGERPRINT) }),
    };
  }

  private entry(
    subject: string,
    by: Person,
    told: Pick<ConfigurationChange, 'before' | 'after'>,
  ): ConfigurationChange {
    return {
      id: this.ids.next(),
      at: this.clock.now(),
      actor: actorOf(by),
      kind: 'person',
      subject,
      ...told,
    };
  }
}

function invalid(
  faults: readonly { readonly pointer: string; readonly message: string }[],
): ReturnType<typeof refused> {
  return refused(
    'PERSON.INVALID',
    '人员信息有误',
    faults.map(({ pointer, message }) => ({ pointer, detail: message })),
  );
}
