import { ConfigurationLog, OfficeRepository, type OfficeUse } from '@app/application';
import {
  type ConfigurationChange,
  type ConfigurationKind,
  type ConfigurationLogEntry,
  departmentsOf,
  KEYWORD_RULES_CODE,
  type OfficeChange,
  type OfficeKind,
  OPEN_STATUSES,
  type Person,
  type PersonDuties,
  type PersonProfile,
  type Policy,
  sealChange,
  type Versioned,
  type VersionedOffice,
} from '@app/domain';
import { sha256 } from '../builders/ticket.builder';
import { type FakeDirectory } from './directory.fake';
import { stored } from './storable.fake';

export class FakeConfigurationLog extends ConfigurationLog {
  readonly entries: ConfigurationLogEntry[] = [];

  append(change: ConfigurationChange): Promise<void> {
    if (this.entries.every(({ id }) => id !== change.id))
      this.entries.push(sealChange(stored(change), this.entries.at(-1), sha256));
    return Promise.resolve();
  }

  list(
    { kind, subject }: { readonly kind?: ConfigurationKind; readonly subject?: string },
    { before = Infinity, limit }: { readonly before?: number; readonly limit: number },
  ): Promise<readonly ConfigurationLogEntry[]> {
    const found = this.entries
      .filter((entry) => (kind === undefined ? entry.kind !== 'checkpoint' : entry.kind === kind))
      .filter((entry) => subject === undefined || entry.subject === subject)
      .filter(({ seq }) => seq < before)
      .reverse();
    return Promise.resolve(stored(found.slice(0, limit)));
  }

  async *inOrder(): AsyncIterable<ConfigurationLogEntry> {
    yield* stored(this.entries);
  }
}

/** The editing side of the directory it is given. */
export class FakeOfficeRepository extends OfficeRepository {
  private readonly versions = new Map<string, number>();
  private readonly removed = new Set<string>();
  private revision = 0;

  constructor(
    private readonly directory: FakeDirectory,
    private readonly log: FakeConfigurationLog,
  ) {
    super();
  }

  read(): Promise<VersionedOffice> {
    const { departments, categories, servicePoints, templates, keywordRules } = this.directory.data;
    const versioned = <T extends { readonly code: string }>(kind: OfficeKind, items: readonly T[]) =>
      items.map((item) => ({ version: this.versionOf(kind, item.code), item }));
    return this.directory.policies().then((policies) =>
      stored({
        revision: this.revision,
        department: versioned('department', departments),
        policy: policies.map((item) => ({ version: item.version, item })),
        category: versioned('category', categories),
        'service-point': versioned('service-point', servicePoints),
        'keyword-rules': versioned('keyword-rules', [{ code: KEYWORD_RULES_CODE, rules: keywordRules }]),
        template: versioned('template', templates),
      }),
    );
  }

  person(id: string): Promise<Versioned<PersonProfile> | undefined> {
    return this.profile((person) => person.id === id);
  }

  personByUsername(username: string): Promise<Versioned<PersonProfile> | undefined> {
    return this.profile((person) => person.username === username);
  }

  private profile(isMeant: (person: Person) => boolean): Promise<Versioned<PersonProfile> | undefined> {
    const person = this.directory.data.people.find(isMeant);
    if (!person) return Promise.resolve(undefined);
    const { leave: _leave, actingHeadOf: _acting, id: code, ...profile } = person;
    return Promise.resolve({ version: this.versionOf('person', code), item: { code, ...profile } });
  }

  staff(): Promise<readonly Person[]> {
    const { people } = this.directory.data;
    const staff = people.filter(({ role }) => role !== 'reporter');
    return Promise.resolve(stored(staff).sort((a, b) => (a.id < b.id ? -1 : 1)));
  }

  async commit(
    revision: number,
    changes: readonly OfficeChange[],
    entries: readonly ConfigurationChange[],
  ): Promise<boolean> {
    if (revision !== this.revision) return false;
    this.revision += 1;
    for (const change of changes) this.put(stored(change));
    for (const entry of entries) await this.log.append(entry);
    return true;
  }

  settle(): Promise<void> {
    return Promise.resolve();
  }

  isTaken(kind: OfficeKind, code: string): Promise<boolean> {
    if (kind === 'policy') return this.directory.policy(code).then((policy) => policy !== undefined);
    return this.read().then(
      (office) =>
        this.removed.has(`${kind}/${code}`) ||
        office[kind].some(({ item }: { readonly item: { readonly code: string } }) => item.code === code),
    );
  }

  policyVersions(code: string): Promise<readonly Policy[]> {
    const versions = this.directory.data.policies.filter((policy) => policy.code === code);
    return Promise.resolve(stored(versions).sort((a, b) => a.version - b.version));
  }

  useOf(kind: 'department' | 'category' | 'service-point', code: string): Promise<OfficeUse> {
    const field = {
      department: 'department',
      category: 'category',
      'service-point': 'servicePoint',
    } as const;
    const tickets = this.directory.rows.tickets.filter((ticket) => ticket[field[kind]] === code);
    const members = this.directory.data.people.filter(
      (person) => kind === 'department' && person.active && departmentsOf(person).includes(code),
    );
    return Promise.resolve({
      openTickets: tickets.filter(({ status }) => OPEN_STATUSES.includes(status)).length,
      tickets: tickets.length,
      members: members.length,
    });
  }

  private put(change: OfficeChange): void {
    const { data } = this.directory;
    if (change.kind === 'duties') return this.putDuties(change.item);
    this.versions.set(`${change.kind}/${change.item.code}`, change.version);
    if (change.kind !== 'person' && change.removed) this.removed.add(`${change.kind}/${change.item.code}`);
    switch (change.kind) {
      case 'department':
        return this.directory.set({ departments: placed(data.departments, change) });
      case 'policy':
        return this.directory.set({ policies: [...data.policies, change.item] });
      case 'category':
        return this.directory.set({ categories: placed(data.categories, change) });
      case 'service-point':
        return this.directory.set({ servicePoints: placed(data.servicePoints, change) });
      case 'keyword-rules':
        return this.directory.set({ keywordRules: change.item.rules });
      case 'template':
        return this.directory.set({ templates: placed(data.templates, change) });
      case 'person':
        return this.putPerson(change.item);
    }
  }

  private putDuties({ code, ...duties }: PersonDuties): void {
    const people = this.directory.data.people.map(({ leave: _l, actingHeadOf: _a, ...person }, index) =>
      person.id === code ? { ...person, ...duties } : this.directory.data.people[index]!,
    );
    this.directory.set({ people });
  }

  private putPerson({ code: id, ...profile }: PersonProfile): void {
    const { people } = this.directory.data;
    const before = people.find((person) => person.id === id);
    const { leave, actingHeadOf } = before ?? {};
    const person = { id, ...profile, ...(leave ? { leave } : {}), ...(actingHeadOf ? { actingHeadOf } : {}) };
    this.directory.set({ people: [...people.filter((each) => each.id !== id), person] });
  }

  private versionOf(kind: OfficeKind | 'person', code: string): number {
    return this.versions.get(`${kind}/${code}`) ?? 1;
  }
}

function placed<T extends { readonly code: string }>(
  items: readonly T[],
  { item, removed }: { readonly item: T; readonly removed?: true },
): readonly T[] {
  const at = items.findIndex(({ code }) => code === item.code);
  if (removed) return items.filter((_, index) => index !== at);
  return at === -1 ? [...items, item] : items.with(at, item);
}
