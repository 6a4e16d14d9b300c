import {
  type Account,
  type AccountFilter,
  AccountRepository,
  type AccountSummary,
  Directory,
} from '@app/application';
import {
  type Category,
  type Department,
  departmentsOf,
  type KeywordRule,
  type LetterKind,
  type LetterTemplate,
  type LetterText,
  type OwnerCandidate,
  type Person,
  type Policy,
  type ServicePoint,
  type TicketStatus,
  type WorkingCalendar,
} from '@app/domain';
import { aPolicy, CALENDAR, ENERGY } from '../builders/fixtures.builder';
import { FakeTicketRows } from './tickets.fake';

export interface DirectoryData {
  readonly departments?: readonly Department[];
  readonly categories?: readonly Category[];
  readonly keywordRules?: readonly KeywordRule[];
  readonly calendar?: WorkingCalendar;
  readonly policies?: readonly Policy[];
  readonly people?: readonly Person[];
  readonly servicePoints?: readonly ServicePoint[];
  readonly templates?: readonly LetterTemplate[];
}

const IN_HAND: readonly TicketStatus[] = ['dispatched', 'in-progress', 'in-review'];

/** The office in memory; the energy department, one policy and the small calendar unless given otherwise. */
export class FakeDirectory extends Directory {
  readonly lastAssignedAt = new Map<string, Date>();
  readonly data: Required<DirectoryData>;

  constructor(
    data: DirectoryData = {},
    readonly rows = new FakeTicketRows(),
  ) {
    super();
    this.data = {
      departments: [ENERGY],
      categories: [],
      keywordRules: [],
      calendar: CALENDAR,
      policies: [aPolicy()],
      people: [],
      servicePoints: [],
      templates: [],
      ...data,
    };
  }

  /** Changes what the directory says from now on. */
  set(data: DirectoryData): void {
    Object.assign(this.data, data);
  }

  departments(): Promise<readonly Department[]> {
    return Promise.resolve(this.data.departments);
  }

  categories(): Promise<readonly Category[]> {
    return Promise.resolve(this.data.categories);
  }

  keywordRules(): Promise<readonly KeywordRule[]> {
    return Promise.resolve(this.data.keywordRules);
  }

  servicePoints(): Promise<readonly ServicePoint[]> {
    return Promise.resolve(this.data.servicePoints);
  }

  letterText(kind: LetterKind): Promise<LetterText | undefined> {
    return Promise.resolve(this.data.templates.find(({ code }) => code === kind)?.text);
  }

  calendar(): Promise<WorkingCalendar> {
    return Promise.resolve(this.data.calendar);
  }

  policies(): Promise<readonly Policy[]> {
    const newest = new Map(this.versions().map((policy) => [policy.code, policy]));
    return Promise.resolve([...newest.values()]);
  }

  policy(code: string, version?: number): Promise<Policy | undefined> {
    const versions = this.versions().filter((policy) => policy.code === code);
    return Promise.resolve(
      version === undefined ? versions.at(-1) : versions.find((policy) => policy.version === version),
    );
  }

  person(id: string): Promise<Person | undefined> {
    return Promise.resolve(this.data.people.find((person) => person.id === id));
  }

  personByUsername(username: string): Promise<Person | undefined> {
    return Promise.resolve(this.data.people.find((person) => person.username === username));
  }

  people(filter: {
    readonly role?: Person['role'];
    readonly department?: string;
  }): Promise<readonly Person[]> {
    return Promise.resolve(
      this.data.people
        .filter(({ role }) => filter.role === undefined || role === filter.role)
        .filter(
          (person) => filter.department === undefined || departmentsOf(person).includes(filter.department),
        )
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  }

  awayOrActing(): Promise<readonly Person[]> {
    return Promise.resolve(
      this.data.people.filter(
        ({ leave, actingHeadOf = [] }) => leave !== undefined || actingHeadOf.length > 0,
      ),
    );
  }

  async ownerCandidates(department: string): Promise<readonly OwnerCandidate[]> {
    const owners = await this.people({ role: 'owner', department });
    return owners.map(({ id, active, onDuty, leave }) => {
      const lastAssignedAt = this.lastAssignedAt.get(id);
      const openTickets = this.rows.tickets.filter(
        ({ owner, status }) => owner?.id === id && IN_HAND.includes(status),
      ).length;
      return {
        id,
        active,
        onDuty,
        openTickets,
        ...(leave === undefined ? {} : { leave }),
        ...(lastAssignedAt === undefined ? {} : { lastAssignedAt }),
      };
    });
  }

  noteAssignment(personId: string, at: Date): Promise<void> {
    const before = this.lastAssignedAt.get(personId);
    if (before === undefined || before < at) this.lastAssignedAt.set(personId, at);
    return Promise.resolve();
  }

  private versions(): Policy[] {
    return [...this.data.policies].sort((a, b) =>
      a.code === b.code ? a.version - b.version : a.code < b.code ? -1 : 1,
    );
  }
}

export class FakeAccountRepository extends AccountRepository {
  private readonly accounts: Map<string, Account>;

  constructor(accounts: readonly { readonly person: Person; readonly passwordHash: string }[] = []) {
    super();
    this.accounts = new Map(accounts.map((account) => [account.person.id, { ...account, failedLogins: 0 }]));
  }

  byUsername(username: string): Promise<Account | undefined> {
    return Promise.resolve([...this.accounts.values()].find(({ person }) => person.username === username));
  }

  countFailure(personId: string): Promise<number> {
    const failedLogins = (this.accounts.get(personId)?.failedLogins ?? 0) + 1;
    return this.change(personId, { failedLogins }).then(() => failedLogins);
  }

  lock(personId: string, lockedUntil: Date): Promise<void> {
    return this.change(personId, { lockedUntil });
  }

  clearFailures(personId: string): Promise<void> {
    return this.change(personId, { failedLogins: 0 });
  }

  unlock(personId: string): Promise<void> {
    return this.replace(personId, ({ lockedUntil: _, ...account }) => ({ ...account, failedLogins: 0 }));
  }

  setPassword(
    personId: string,
    passwordHash: string,
    { mustChange }: { readonly mustChange: boolean },
  ): Promise<void> {
    return this.replace(personId, ({ lockedUntil: _l, mustChangePassword: _m, ...account }) => ({
      ...account,
      passwordHash,
      failedLogins: 0,
      ...(mustChange ? { mustChangePassword: true } : {}),
    }));
  }

  list(
    { q = '', role, department, active }: AccountFilter,
    { after = '', limit }: { readonly after?: string; readonly limit: number },
  ): Promise<readonly AccountSummary[]> {
    const found = [...this.accounts.values()]
      .filter(({ person }) => role === undefined || person.role === role)
      .filter(({ person }) => active === undefined || person.active === active)
      .filter(({ person }) => department === undefined || departmentsOf(person).includes(department))
      .filter(({ person }) => `${person.username} ${person.name}`.toLowerCase().includes(q.toLowerCase()))
      .filter(({ person }) => person.username > after)
      .sort((a, b) => (a.person.username < b.person.username ? -1 : 1))
      .map(({ person, mustChangePassword = false, lockedUntil }) => ({
        person,
        version: 1,
        hasPassword: true,
        mustChangePassword,
        ...(lockedUntil === undefined ? {} : { lockedUntil }),
      }));
    return Promise.resolve(found.slice(0, limit));
  }

  private replace(personId: string, next: (account: Account) => Account): Promise<void> {
    const account = this.accounts.get(personId);
    if (account) this.accounts.set(personId, next(account));
    return Promise.resolve();
  }

  private change(personId: string, change: Partial<Account>): Promise<void> {
    const account = this.accounts.get(personId);
    if (account) this.accounts.set(personId, { ...account, ...change });
    return Promise.resolve();
  }
}
