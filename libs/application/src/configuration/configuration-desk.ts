import {
  type ConfigurationChange,
  type ItemChange,
  officeFaults,
  officeOf,
  type Person,
  type PersonChange,
  type PersonProfile,
  profileFaults,
  type VersionedItems,
  type VersionedOffice,
  withChanges,
  type WorkingCalendar,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { CalendarDesk } from '../calendar/calendar-desk';
import { CalendarRepository } from '../ports/calendar-repository.port';
import { Clock } from '../ports/clock.port';
import { Ids } from '../ports/ids.port';
import { LetterEditor } from '../ports/letter-editor.port';
import { OfficeRepository } from '../ports/office-repository.port';
import { done, refused, type Result } from '../result.types';
import {
  type ConfigurationFile,
  type Difference,
  type ImportReport,
  PART_OF,
} from './configuration-file.types';
import { changesOf, differencesOf, rulesOf } from './file-differences';
import { actorOf, entryOf, isSame } from './office-desk';

type Fault = ImportReport['faults'][number];

/** What an import would do at one moment. */
interface Plan {
  readonly office: VersionedOffice;
  readonly changes: readonly ItemChange[];
  readonly people: readonly PersonChange[];
  readonly differences: readonly Difference[];
  readonly faults: readonly Fault[];
}

const TRIES = 50;
/** Hex digits that tell one file from another. */
const FINGERPRINT = 12;

/** The whole configuration as one file: taken out, compared, and put in. */
@Injectable()
export class ConfigurationDesk {
  constructor(
    private readonly office: OfficeRepository,
    private readonly calendars: CalendarRepository,
    private readonly calendarDesk: CalendarDesk,
    private readonly editor: LetterEditor,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** All that is configured now; staff only where asked for, and never a password. */
  async export(
    withPeople: boolean,
  ): Promise<Required<Omit<ConfigurationFile, 'people'>> & ConfigurationFile> {
    const [office, { calendar }] = await Promise.all([this.office.read(), this.calendars.current()]);
    const { department, policy, category, 'service-point': points, template } = officeOf(office);
    return {
      departments: department,
      policies: policy.map(({ version: _, ...rest }) => rest),
      categories: category,
      servicePoints: points,
      keywordRules: rulesOf(office),
      templates: template.flatMap(({ code, text }) => (text ? [{ code, text }] : [])),
      calendar,
      ...(withPeople ? { people: (await this.office.staff()).map(profileOf) } : {}),
    };
  }

  /** What an import of the file would change, and what is wrong with it. Changes nothing. */
  async compare(file: ConfigurationFile, by: Person): Promise<ImportReport> {
    const { differences, faults } = await this.plan(file, by);
    return { applied: false, differences, ...(await this.calendarReport(file, faults)) };
  }

  /**
   * Makes the office say what the file says, all of it or nothing; what the file does not name stays. The calendar
   * follows as an edit of its own. A repeat does what is left of an import that was cut off, and else nothing.
   */
  async import(file: ConfigurationFile, by: Person): Promise<Result<ImportReport>> {
    const id = this.ids.next();
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const plan = await this.plan(file, by);
      const { faults, calendar } = await this.calendarReport(file, plan.faults);
      if (faults.length > 0)
        return refused(
          'CONFIGURATION.IMPORT_INVALID',
          '配置文件有误，没有导入任何内容',
          faults.map(({ pointer, message }) => ({ pointer, detail: message })),
        );
      if (!(await this.commit(plan, file, id, by))) continue;
      const applied = await this.importCalendar(file, by);
      if (!applied.ok) return applied;
      return done({
        applied: true,
        differences: plan.differences,
        faults,
        ...(calendar ? { calendar } : {}),
      });
    }
    return refused('SERVER.UNAVAILABLE', '配置正被频繁修改，请稍后再试');
  }

  private async plan(file: ConfigurationFile, by: Person): Promise<Plan> {
    const office = await this.office.read();
    const changes = changesOf(office, file);
    const after = withChanges(office, changes);
    const [people, taken, closing] = await Promise.all([
      this.peopleChanges(file.people ?? []),
      this.takenCodes(changes),
      this.closingFaults(office, changes),
    ]);
    const pointers = pointersOf(file);
    const known = new Set(officeFaults(officeOf(office)).map((fault) => JSON.stringify(fault)));
    const faults = [
      ...officeFaults(officeOf(after))
        .filter((fault) => !known.has(JSON.stringify(fault)))
        .map(({ kind, code, pointer, message }) => ({
          pointer: `${kind === 'keyword-rules' ? '/keywordRules' : (pointers.get(`${kind}/${code}`) ?? `/${PART_OF[kind]}`)}${
            kind === 'keyword-rules' ? '' : pointer
          }`,
          message: `${code}：${message}`,
        })),
      ...[...taken, ...closing].map(({ key, message }) => ({ pointer: pointers.get(key) ?? '', message })),
      ...this.letterFaults(file),
      ...(await this.peopleFaults(file, after, people, by)),
    ];
    const differences = [
      ...differencesOf(office, file, changes),
      ...(await this.peopleDifference(file, people)),
    ];
    return { office, changes, people, differences, faults };
  }

  private async commit(
    { office, changes, people, differences }: Plan,
    file: ConfigurationFile,
    id: string,
    by: Person,
  ): Promise<boolean> {
    if (changes.length === 0 && people.length === 0) return true;
    const hash = this.ids.hash(JSON.stringify(file)).slice(0, FINGERPRINT);
    const at = this.clock.now();
    const about = { at, by, reason: `导入配置文件 ${hash}` };
    const summary: ConfigurationChange = {
      id,
      at,
      actor: actorOf(by),
      kind: 'configuration',
      subject: hash,
      after: differences.map(({ part, added, changed }) => ({ part, added, changed })),
    };
    const entries = [
      ...changes.map((change, index) => entryOf(office, change, { ...about, id: `${id}-${index}` })),
      ...people.map(({ item, version }, index): ConfigurationChange => ({
        id: `${id}-person-${index}`,
        at,
        actor: actorOf(by),
        kind: 'person',
        subject: item.code,
        after: { username: item.username, role: item.role, version },
        reason: about.reason,
      })),
      summary,
    ];
    return this.office.commit(office.revision, [...changes, ...people], entries);
  }

  private async takenCodes(
    changes: readonly ItemChange[],
  ): Promise<readonly { key: string; message: string }[]> {
    const fresh = changes.filter(({ kind, version }) => version === 1 && kind !== 'template');
    const taken = await Promise.all(
      fresh.map(async ({ kind, item }) =>
        (await this.office.isTaken(kind, item.code)) ? [{ kind, item }] : [],
      ),
    );
    return taken
      .flat()
      .map(({ kind, item: { code } }) => ({ key: `${kind}/${code}`, message: `代码 ${code} 已用过` }));
  }

  /** A department goes out of use once nothing and nobody is left in it, by whatever way. */
  private async closingFaults(
    office: VersionedOffice,
    changes: readonly ItemChange[],
  ): Promise<readonly { key: string; message: string }[]> {
    const closing = changes.flatMap(({ kind, item }) =>
      kind === 'department' && item.active === false ? [item] : [],
    );
    const open = closing.filter(({ code }) =>
      office.department.some(({ item }) => item.code === code && item.active !== false),
    );
    const uses = await Promise.all(open.map(({ code }) => this.office.useOf('department', code)));
    return open.flatMap(({ code }, index) => {
      const { openTickets = 0, members = 0 } = uses[index] ?? {};
      return openTickets + members === 0
        ? []
        : [
            {
              key: `department/${code}`,
              message: `还有 ${openTickets} 张未办结工单、${members} 名在职人员，不能停用`,
            },
          ];
    });
  }

  private letterFaults({ templates = [] }: ConfigurationFile): readonly Fault[] {
    return templates.flatMap(({ text }, index) =>
      this.editor
        .faults(text)
        .map(({ pointer, message }) => ({ pointer: `/templates/${index}${pointer}`, message })),
    );
  }

  /** People are known by their user names. Nobody leaves or comes back by a file. */
  private async peopleChanges(
    people: NonNullable<ConfigurationFile['people']>,
  ): Promise<readonly PersonChange[]> {
    const changes = await Promise.all(
      people.map(async (profile): Promise<readonly PersonChange[]> => {
        const known = await this.office.personByUsername(profile.username);
        const item: PersonProfile = {
          ...profile,
          code: known?.item.code ?? this.ids.next(),
          active: known?.item.active ?? profile.active,
        };
        if (known && isSame(known.item, item)) return [];
        return [{ kind: 'person', version: (known?.version ?? 0) + 1, item }];
      }),
    );
    return changes.flat();
  }

  private async peopleFaults(
    { people = [] }: ConfigurationFile,
    after: VersionedItems,
    changes: readonly PersonChange[],
    by: Person,
  ): Promise<readonly Fault[]> {
    const departments = after.department.map(({ item }) => item);
    const faults = people.flatMap((profile, index) => [
      ...profileFaults(profile, departments).map(({ pointer, message }) => ({
        pointer: `/people/${index}${pointer}`,
        message,
      })),
      ...(people.findIndex(({ username }) => username === profile.username) === index
        ? []
        : [{ pointer: `/people/${index}/username`, message: `用户名 ${profile.username} 重复` }]),
      ...(profile.username === by.username && profile.role !== by.role
        ? [{ pointer: `/people/${index}/role`, message: '自己的角色须由其他管理员更改' }]
        : []),
    ]);
    const changed = new Map(changes.map(({ item }) => [item.code, item]));
    const admins = (await this.office.staff()).filter(
      ({ id, role, active }) => active && (changed.get(id)?.role ?? role) === 'admin',
    );
    return admins.length > 0
      ? faults
      : [...faults, { pointer: '/people', message: '须保留至少一名系统管理员' }];
  }

  private async peopleDifference(
    { people }: ConfigurationFile,
    changes: readonly PersonChange[],
  ): Promise<readonly Difference[]> {
    if (!people) return [];
    const inFile = new Set(people.map(({ username }) => username));
    const named = (isNew: boolean) =>
      changes.filter(({ version }) => (version === 1) === isNew).map(({ item }) => item.username);
    const untouched = (await this.office.staff())
      .map(({ username }) => username)
      .filter((name) => !inFile.has(name));
    return [{ part: 'people', added: named(true), changed: named(false), untouched }];
  }

  private async calendarReport(
    { calendar }: ConfigurationFile,
    faults: readonly Fault[],
  ): Promise<Pick<ImportReport, 'faults' | 'calendar'>> {
    const current = await this.calendars.current();
    if (!calendar || isSameCalendar(current.calendar, calendar)) return { faults };
    const preview = await this.calendarDesk.preview({ basedOn: current.version, calendar });
    if (preview.ok) {
      const { tickets, earlier, later } = preview.value;
      return { faults, calendar: { tickets, earlier, later } };
    }
    const wrong = (preview.error.errors ?? []).map(({ pointer, detail }) => ({ pointer, message: detail }));
    return { faults: [...faults, ...wrong] };
  }

  private async importCalendar({ calendar }: ConfigurationFile, by: Person): Promise<Result<void>> {
    const { version: basedOn, calendar: current } = await this.calendars.current();
    if (!calendar || isSameCalendar(current, calendar)) return done(undefined);
    const edit = { basedOn, calendar };
    const preview = await this.calendarDesk.preview(edit);
    if (!preview.ok) return preview;
    const savedBy = { id: by.id, name: by.name };
    const command = { ...edit, previewToken: preview.value.token, reason: '导入配置文件', savedBy };
    const applied = await this.calendarDesk.apply(command);
    return applied.ok ? done(undefined) : applied;
  }
}

/** A day whose source is not said is one of the official list. */
function isSameCalendar(a: WorkingCalendar, b: WorkingCalendar): boolean {
  const said = ({ overrides, ...rest }: WorkingCalendar) => ({
    ...rest,
    overrides: overrides.map((day) => ({ source: 'official', ...day })),
  });
  return isSame(said(a), said(b));
}

/** Where each thing stands in the file, by kind and code. */
function pointersOf(file: ConfigurationFile): ReadonlyMap<string, string> {
  const kinds = ['department', 'policy', 'category', 'service-point', 'template'] as const;
  return new Map(
    kinds.flatMap((kind) => {
      const items: readonly { readonly code: string }[] = (file[PART_OF[kind]] as never) ?? [];
      return items.map(({ code }, index) => [`${kind}/${code}`, `/${PART_OF[kind]}/${index}`] as const);
    }),
  );
}

function profileOf({
  username,
  name,
  role,
  department,
  alsoIn,
  email,
  active,
  onDuty,
}: Person): Omit<PersonProfile, 'code'> {
  return {
    username,
    name,
    role,
    ...(department === undefined ? {} : { department }),
    ...(alsoIn === undefined ? {} : { alsoIn }),
    ...(email === undefined ? {} : { email }),
    active,
    onDuty,
  };
}
