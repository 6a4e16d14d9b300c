import { type Category } from '../people/people.types';
import { validatePolicy } from '../policy/policy.decide';
import { FIRST_POLICY } from '../policy/policy.types';
import { statedName } from '../routing/placement.decide';
import {
  type ItemChange,
  OFFICE_KINDS,
  type OfficeData,
  type OfficeFault,
  type OfficeItems,
  type OfficeKind,
  type Versioned,
  type VersionedOffice,
} from './office.types';
import { questionFaults } from './question.decide';

/** How many categories may stand above one another. */
export const CATEGORY_DEPTH = 3;
const CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;

type Fault = Pick<OfficeFault, 'pointer' | 'message'>;
type Checks = { readonly [K in OfficeKind]: (item: OfficeItems[K], office: OfficeData) => readonly Fault[] };

const CHECKS: Checks = {
  department: ({ code, defaultCategory }, { category: categories }) => [
    ...codeFaults(code),
    ...when(
      defaultCategory !== undefined &&
        !categories.some((category) => category.code === defaultCategory && category.department === code),
      { pointer: '/defaultCategory', message: `本部门没有类别 ${defaultCategory}` },
    ),
  ],
  policy: (policy) => [
    ...codeFaults(policy.code),
    ...validatePolicy(policy).filter(({ pointer }) => pointer !== '/code'),
    ...when(policy.code === FIRST_POLICY && policy.active === false, {
      pointer: '/active',
      message: '新收到的工单都从这个时限规则开始，不能停用',
    }),
  ],
  category: (category, office) => [
    ...codeFaults(category.code),
    ...reference('/department', '部门', category.department, office.department, category.active),
    ...Object.entries(category.policies).flatMap(([priority, code]) =>
      reference(`/policies/${priority}`, '时限规则', code, office.policy, category.active),
    ),
    ...treeFaults(category, office.category),
    ...questionFaults(category.questions ?? []),
  ],
  'service-point': ({ code, department, active }, office) => [
    ...codeFaults(code),
    ...reference('/department', '部门', department, office.department, active),
  ],
  'keyword-rules': ({ rules }, office) =>
    rules.flatMap(({ id, category, department, enabled }, index) => [
      ...when(rules.findIndex((other) => other.id === id) !== index, {
        pointer: `/rules/${index}/id`,
        message: `编号 ${id} 重复`,
      }),
      ...reference(`/rules/${index}/category`, '类别', category, office.category, enabled),
      ...(department === undefined
        ? []
        : reference(`/rules/${index}/department`, '部门', department, office.department, enabled)),
    ]),
  // What a letter says is for whoever writes letters to judge.
  template: () => [],
};

/**
 * All that is wrong with an office, none where it may be used: what is named exists and is in use, names and aliases
 * belong to one each, categories form a tree of at most three levels, policies and questions are sound.
 */
export function officeFaults(office: OfficeData): readonly OfficeFault[] {
  return [
    ...kindFaults('department', office),
    ...kindFaults('policy', office),
    ...kindFaults('category', office),
    ...kindFaults('service-point', office),
    ...kindFaults('keyword-rules', office),
    ...kindFaults('template', office),
    ...nameFaults('department', office.department),
    ...nameFaults('category', office.category),
    ...nameFaults(
      'service-point',
      office['service-point'].map((point) => ({ ...point, aliases: [] })),
    ),
  ];
}

function kindFaults<K extends OfficeKind>(kind: K, office: OfficeData): readonly OfficeFault[] {
  const items: readonly OfficeItems[K][] = office[kind];
  return items.flatMap((item) =>
    CHECKS[kind](item, office).map((fault) => ({ kind, code: item.code, ...fault })),
  );
}

function codeFaults(code: string): readonly Fault[] {
  return when(!CODE.test(code), {
    pointer: '/code',
    message: '代码由小写字母、数字和连字符组成，最长 40 个字符',
  });
}

/** What is in use names only what is in use; what no longer is may go on naming what no longer is. */
function reference(
  pointer: string,
  what: string,
  code: string,
  among: readonly { readonly code: string; readonly active?: boolean }[],
  isUsed: boolean | undefined,
): readonly Fault[] {
  const found = among.find((item) => item.code === code);
  if (!found) return [{ pointer, message: `没有${what} ${code}` }];
  return when(found.active === false && isUsed !== false, { pointer, message: `${what} ${code} 已停用` });
}

function treeFaults({ code, parent, active }: Category, categories: readonly Category[]): readonly Fault[] {
  if (parent === undefined) return [];
  const above = new Set([code]);
  for (let next: string | undefined = parent; next !== undefined;) {
    if (above.has(next)) return [{ pointer: '/parent', message: '上级类别不能形成循环' }];
    above.add(next);
    const current: string = next;
    next = categories.find((category) => category.code === current)?.parent;
  }
  return [
    ...reference('/parent', '类别', parent, categories, active),
    ...when(above.size > CATEGORY_DEPTH, { pointer: '/parent', message: `类别最多 ${CATEGORY_DEPTH} 级` }),
  ];
}

interface Named {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The office without its versions. */
export function officeOf(versioned: VersionedOffice): OfficeData {
  const items = OFFICE_KINDS.map((kind) => [kind, versioned[kind].map(({ item }) => item)]);
  return Object.fromEntries(items) as OfficeData;
}

/** The office as it will be. */
export function withChanges(office: VersionedOffice, changes: readonly ItemChange[]): VersionedOffice {
  return changes.reduce<VersionedOffice>((before, { kind, removed, ...changed }) => {
    const items: readonly Versioned<{ readonly code: string }>[] = before[kind];
    const at = items.findIndex(({ item }) => item.code === changed.item.code);
    const after = removed
      ? items.filter((_, index) => index !== at)
      : at === -1
        ? [...items, changed]
        : items.with(at, changed);
    return { ...before, [kind]: after };
  }, office);
}

/** No name leads to two: compared as reports are read, so that 能源 中心 and 能源中心 are one. */
function nameFaults(kind: OfficeKind, items: readonly Named[]): readonly OfficeFault[] {
  const owners = new Map<string, string>();
  return items.flatMap(({ code, name, aliases }) =>
    [
      ['/code', code],
      ['/name', name],
      ...aliases.map((alias, index) => [`/aliases/${index}`, alias]),
    ].flatMap(([pointer = '', written = '']) => {
      const key = statedName(written);
      if (key === '') return [{ kind, code, pointer, message: '名称不能为空' }];
      const owner = owners.get(key);
      owners.set(key, owner ?? code);
      return owner === undefined || (owner === code && !pointer.startsWith('/aliases'))
        ? []
        : [{ kind, code, pointer, message: `“${written}”已是 ${owner} 的名称` }];
    }),
  );
}

function when(isWrong: boolean, fault: Fault): readonly Fault[] {
  return isWrong ? [fault] : [];
}
