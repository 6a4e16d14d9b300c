import {
  canonical,
  type ConfigurationActor,
  type ConfigurationChange,
  type ItemChange,
  type OfficeFault,
  officeFaults,
  type OfficeItems,
  type OfficeKind,
  officeOf,
  type Person,
  type ServicePoint,
  type Versioned,
  type VersionedItems,
  type VersionedOffice,
  withChanges,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { Ids } from '../ports/ids.port';
import { OfficeRepository } from '../ports/office-repository.port';
import { done, type Refusal, refused, type Result } from '../result.types';
import { INVALID, NOT_FOUND, WORDS } from './office-words';

/** Who edits, and on what the edit goes by. */
export interface Edit {
  readonly by: Pick<Person, 'id' | 'name'>;
  /** The version that was looked at; absent for something new. */
  readonly version?: number;
  readonly reason?: string;
}

/** How often somebody else may be first before the edit gives up: far more than there are administrators. */
const TRIES = 50;

/**
 * Edits of the office, one thing at a time. What is edited was looked at in some version and is refused where that is
 * past; the office as a whole stays sound, and what others name cannot be taken from under them.
 */
@Injectable()
export class OfficeDesk {
  constructor(
    private readonly office: OfficeRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Everything as it stands, with versions. */
  read(): Promise<VersionedOffice> {
    return this.office.read();
  }

  /** Adds a thing under a code that was never used before. */
  create<K extends OfficeKind>(
    kind: K,
    item: OfficeItems[K],
    edit: Edit,
  ): Promise<Result<Versioned<OfficeItems[K]>>> {
    return this.change(edit, async (office) => {
      const existing = findItem(office, kind, item.code);
      // The repeat of a request whose answer was lost.
      if (existing && isSame(existing.item, item)) return done(existing);
      if (existing || (await this.office.isTaken(kind, item.code)))
        return refused('CONFIGURATION.CODE_TAKEN', `代码 ${item.code} 已用过，不能再用`, [
          { pointer: '/code', detail: `代码 ${item.code} 已用过` },
        ]);
      return { kind, version: 1, item } as Extract<ItemChange, { kind: K }>;
    });
  }

  /** Adds a service point with a token of its own. */
  async createServicePoint(
    point: Omit<ServicePoint, 'token' | 'active'>,
    edit: Edit,
  ): Promise<Result<Versioned<ServicePoint>>> {
    const known = findItem(await this.office.read(), 'service-point', point.code);
    // The token is drawn once, so that a repeat finds the first one.
    const token = known?.item.token ?? this.ids.secret();
    return this.create('service-point', { ...point, token, active: true }, edit);
  }

  /** Changes a thing into what `next` makes of it, or not at all where that is a refusal. */
  update<K extends OfficeKind>(
    kind: K,
    code: string,
    edit: Edit,
    next: (before: OfficeItems[K]) => Result<OfficeItems[K]> | Promise<Result<OfficeItems[K]>>,
  ): Promise<Result<Versioned<OfficeItems[K]>>> {
    return this.change(edit, async (office) => {
      const before = findItem(office, kind, code);
      if (!before) return notFound(kind, code);
      const after = await next(before.item);
      if (!after.ok) return after;
      if (isSame(before.item, after.value)) return done(before);
      if (before.version !== edit.version) return conflict(before.version);
      const refusal = kind === 'department' ? await this.refuseClosing(before.item, after.value) : undefined;
      if (refusal) return { ok: false, error: refusal };
      const version = before.version + 1;
      // A policy tells its version itself.
      const item = kind === 'policy' ? { ...after.value, version } : after.value;
      return { kind, version, item } as Extract<ItemChange, { kind: K }>;
    });
  }

  /** Takes a category away that nothing was ever filed under; its code is not given out again. */
  async removeCategory(code: string, edit: Edit): Promise<Result<void>> {
    const removed = await this.change<'category'>(edit, async (office) => {
      const before = findItem(office, 'category', code);
      if (!before) return notFound('category', code);
      if (before.version !== edit.version) return conflict(before.version);
      const { tickets } = await this.office.useOf('category', code);
      if (tickets > 0)
        return refused('CONFIGURATION.IN_USE', '已有工单归入该类别，不能删除，可以停用', [
          { pointer: '/tickets', detail: `${tickets} 张工单` },
        ]);
      return { kind: 'category', version: before.version + 1, item: before.item, removed: true };
    });
    return removed.ok ? done(undefined) : removed;
  }

  /** A department goes out of use once nothing and nobody is left in it. */
  private async refuseClosing(before: Closable, after: Closable): Promise<Refusal | undefined> {
    if (after.active !== false || before.active === false) return undefined;
    const { openTickets, members } = await this.office.useOf('department', before.code);
    const inTheWay = [
      ...(openTickets > 0 ? [{ pointer: '/openTickets', detail: `${openTickets} 张未办结工单` }] : []),
      ...(members > 0 ? [{ pointer: '/members', detail: `${members} 名在职人员` }] : []),
    ];
    return inTheWay.length === 0
      ? undefined
      : {
          code: 'CONFIGURATION.IN_USE',
          detail: '该部门还有未办结工单或在职人员，不能停用',
          errors: inTheWay,
        };
  }

  private async change<K extends OfficeKind>(
    edit: Edit,
    decide: (office: VersionedOffice) => Promise<Decided<K>>,
  ): Promise<Result<Versioned<OfficeItems[K]>>> {
    const id = this.ids.next();
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const office = await this.office.read();
      const decided = await decide(office);
      if ('ok' in decided) return decided;
      const refusal = refusalOf(office, decided);
      if (refusal) return { ok: false, error: refusal };
      const entry = entryOf(office, decided, { id, at: this.clock.now(), ...edit });
      if (await this.office.commit(office.revision, [decided], [entry]))
        return done({ version: decided.version, item: decided.item as OfficeItems[K] });
    }
    return refused('SERVER.UNAVAILABLE', '配置正被频繁修改，请稍后再试');
  }
}

/** What may go out of use. */
interface Closable {
  readonly code: string;
  readonly active?: boolean;
}

type Decided<K extends OfficeKind> = Extract<ItemChange, { kind: K }> | Result<Versioned<OfficeItems[K]>>;

/** The thing of this kind and code, with its version. */
export function findItem<K extends OfficeKind>(
  office: VersionedItems,
  kind: K,
  code: string,
): Versioned<OfficeItems[K]> | undefined {
  const items: readonly Versioned<OfficeItems[K]>[] = office[kind];
  return items.find(({ item }) => item.code === code);
}

/** Why a change cannot be made: what it brings is unsound, or others would be left naming what is not there. */
function refusalOf(office: VersionedOffice, change: ItemChange): Refusal | undefined {
  const { kind, item } = change;
  const known = new Set(officeFaults(officeOf(office)).map(keyOf));
  const faults = officeFaults(officeOf(withChanges(office, [change])));
  const isOwn = (fault: OfficeFault) => fault.kind === kind && fault.code === item.code;
  const own = faults.filter(isOwn);
  if (own.length > 0)
    return {
      code: INVALID[kind],
      detail: `${WORDS[kind]}的内容有误`,
      errors: own.map(({ pointer, message }) => ({ pointer, detail: message })),
    };
  const others = faults.filter((fault) => !isOwn(fault) && !known.has(keyOf(fault)));
  if (others.length === 0) return undefined;
  return {
    code: 'CONFIGURATION.IN_USE',
    detail: `${WORDS[kind]}仍被引用`,
    errors: others.map((fault) => ({
      pointer: `/${fault.kind}/${fault.code}${fault.pointer}`,
      detail: fault.message,
    })),
  };
}

function keyOf({ kind, code, pointer }: OfficeFault): string {
  return JSON.stringify([kind, code, pointer]);
}

/** The change as the log tells it. */
export function entryOf(
  office: VersionedOffice,
  { kind, item, removed }: ItemChange,
  { id, at, by, reason }: Edit & { readonly id: string; readonly at: Date },
): ConfigurationChange {
  const known = findItem(office, kind, item.code)?.item;
  const [before, after] = told(known, removed ? undefined : item);
  return {
    id,
    at,
    actor: actorOf(by),
    kind,
    subject: item.code,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Before and after; of a long list only what is not the same in both. */
function told(before: object | undefined, after: object | undefined): readonly [unknown, unknown] {
  if (!before || !after || !('rules' in before) || !('rules' in after)) return [before, after];
  const [old, now] = [before.rules, after.rules] as readonly (readonly object[])[];
  const without = (rules: readonly object[] = [], others: readonly object[] = []) => {
    const same = new Set(others.map(canonical));
    return { rules: rules.filter((rule) => !same.has(canonical(rule))) };
  };
  return [without(old, now), without(now, old)];
}

export function actorOf({ id, name }: Pick<Person, 'id' | 'name'>): ConfigurationActor {
  return { kind: 'person', id, name };
}

export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

export function conflict(current: number): { readonly ok: false; readonly error: Refusal } {
  return refused('CONFIGURATION.CONFLICT', `内容已被他人修改，当前版本是 ${current}`, [
    { pointer: '/version', detail: String(current) },
  ]);
}

function notFound(kind: OfficeKind, code: string): { readonly ok: false; readonly error: Refusal } {
  return refused(NOT_FOUND[kind], `没有${WORDS[kind]} ${code}`);
}
