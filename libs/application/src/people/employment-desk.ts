import { type ConfigurationChange, type Person, type PersonProfile, type Versioned } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { Directory } from '../ports/directory.port';
import { Ids } from '../ports/ids.port';
import { JobPublisher } from '../ports/job-publisher.port';
import { LoginSessions } from '../ports/login-sessions.port';
import { OfficeRepository } from '../ports/office-repository.port';
import { done, refused, type Result } from '../result.types';
import { noSuchPerson } from './duty-desk';
import { releaseJobOf } from './release-duties/release-job';

/** How often somebody else may change the office first before this gives up. */
const TRIES = 50;

/** People leave and come back. Nobody is deleted: what they did stays theirs. */
@Injectable()
export class EmploymentDesk {
  constructor(
    private readonly office: OfficeRepository,
    private readonly directory: Directory,
    private readonly sessions: LoginSessions,
    private readonly publisher: JobPublisher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Closes an account: it logs in no more from this write on, and each open duty becomes a re-assignment. Neither one's
   * own nor the last administrator's. A repeat ends what an interrupted one has left.
   */
  async deactivate(username: string, reason: string, by: Person): Promise<Result<PersonProfile>> {
    const changed = await this.change(username, false, reason, by);
    if (!changed.ok) return changed;
    await this.sessions.endAll(changed.value.code);
    // The sweep finds what cannot be queued now.
    const job = releaseJobOf(changed.value.code, this.ids.next(), this.clock.now());
    await this.publisher.publish([job]).catch(() => undefined);
    return changed;
  }

  /** Opens an account again; logins from before stay ended, and what was handed on stays with others. */
  async reactivate(username: string, reason: string | undefined, by: Person): Promise<Result<PersonProfile>> {
    const known = await this.directory.personByUsername(username.toLowerCase());
    if (!known) return noSuchPerson(username);
    await this.sessions.endAll(known.id);
    return this.change(username, true, reason, by);
  }

  private async change(
    username: string,
    active: boolean,
    reason: string | undefined,
    by: Person,
  ): Promise<Result<PersonProfile>> {
    const known = await this.directory.personByUsername(username.toLowerCase());
    if (!known) return noSuchPerson(username);
    if (known.id === by.id) return refused('PERSON.ONESELF', 'Somebody else has to do this.');
    const id = this.ids.next();
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const { revision } = await this.office.read();
      const profile = await this.office.person(known.id);
      if (!profile) return noSuchPerson(username);
      if (profile.item.active === active) return done(profile.item);
      if (!active && (await this.isLastAdmin(profile.item)))
        return refused('PERSON.LAST_ADMIN', 'Somebody has to administer the system.');
      const next = { ...profile.item, active };
      const change = { kind: 'person', version: profile.version + 1, item: next } as const;
      const entry = entryOf(profile, active, { id, at: this.clock.now(), by, reason });
      if (await this.office.commit(revision, [change], [entry])) return done(next);
    }
    return refused('SERVER.UNAVAILABLE', '人员信息正被频繁修改，请稍后再试');
  }

  private async isLastAdmin({ code, role }: PersonProfile): Promise<boolean> {
    if (role !== 'admin') return false;
    const staff = await this.office.staff();
    return !staff.some((person) => person.active && person.role === 'admin' && person.id !== code);
  }
}

interface Edit {
  readonly id: string;
  readonly at: Date;
  readonly by: Person;
  readonly reason: string | undefined;
}

function entryOf(
  { item }: Versioned<PersonProfile>,
  active: boolean,
  { id, at, by, reason }: Edit,
): ConfigurationChange {
  return {
    id,
    at,
    actor: { kind: 'person', id: by.id, name: by.name },
    kind: 'person',
    subject: item.code,
    before: { active: item.active },
    after: { active },
    ...(reason === undefined ? {} : { reason }),
  };
}
