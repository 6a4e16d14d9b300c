import {
  KEYWORD_RULES_CODE,
  type ItemChange,
  type KeywordRule,
  OFFICE_KINDS,
  type OfficeKind,
  type VersionedItems,
} from '@app/domain';
import { type ConfigurationFile, type Difference, PART_OF } from './configuration-file.types';
import { findItem, isSame } from './office-desk';

type Item = ItemChange['item'];

/** The things of a file by kind, as the office holds them. Rules are one list, in which nothing is taken away. */
function itemsOf(office: VersionedItems, file: ConfigurationFile): ReadonlyMap<OfficeKind, readonly Item[]> {
  const { departments, policies, categories, servicePoints, keywordRules, templates } = file;
  const parts: readonly (readonly [OfficeKind, readonly Item[] | undefined])[] = [
    ['department', departments],
    ['policy', policies?.map((policy) => ({ ...policy, version: 0 }))],
    ['category', categories],
    ['service-point', servicePoints],
    [
      'keyword-rules',
      keywordRules && [{ code: KEYWORD_RULES_CODE, rules: merged(rulesOf(office), keywordRules) }],
    ],
    ['template', templates],
  ];
  return new Map(parts.flatMap(([kind, items]) => (items ? [[kind, items] as const] : [])));
}

/** The changes that make the office say what the file says, in an order in which each names only what is there. */
export function changesOf(office: VersionedItems, file: ConfigurationFile): readonly ItemChange[] {
  const items = itemsOf(office, file);
  return OFFICE_KINDS.flatMap((kind) =>
    (items.get(kind) ?? []).flatMap((item): readonly ItemChange[] => {
      const known = findItem(office, kind, item.code);
      if (known && isSame(comparable(known.item), comparable(item))) return [];
      const version = (known?.version ?? 0) + 1;
      return [{ kind, version, item: kind === 'policy' ? { ...item, version } : item } as ItemChange];
    }),
  );
}

/** What would be added, changed and left alone, part by part; of rules by their ids. */
export function differencesOf(
  office: VersionedItems,
  file: ConfigurationFile,
  changes: readonly ItemChange[],
): readonly Difference[] {
  const items = itemsOf(office, file);
  return OFFICE_KINDS.filter((kind) => items.has(kind)).map((kind) => {
    if (kind === 'keyword-rules') return rulesDifference(rulesOf(office), file.keywordRules ?? []);
    const own = changes.filter((change) => change.kind === kind);
    const inFile = new Set(items.get(kind)?.map(({ code }) => code));
    const present: readonly { readonly item: { readonly code: string } }[] = office[kind];
    return {
      part: PART_OF[kind],
      added: own.filter(({ version }) => version === 1).map(({ item }) => item.code),
      changed: own.filter(({ version }) => version > 1).map(({ item }) => item.code),
      untouched: present.map(({ item }) => item.code).filter((code) => !inFile.has(code)),
    };
  });
}

export function rulesOf(office: VersionedItems): readonly KeywordRule[] {
  return office['keyword-rules'].flatMap(({ item }) => item.rules);
}

function merged(present: readonly KeywordRule[], inFile: readonly KeywordRule[]): readonly KeywordRule[] {
  const told = new Map(inFile.map((rule) => [rule.id, rule]));
  const known = new Set(present.map(({ id }) => id));
  return [...present.map((rule) => told.get(rule.id) ?? rule), ...inFile.filter(({ id }) => !known.has(id))];
}

function rulesDifference(present: readonly KeywordRule[], inFile: readonly KeywordRule[]): Difference {
  const known = new Map(present.map((rule) => [rule.id, rule]));
  return {
    part: PART_OF['keyword-rules'],
    added: inFile.filter(({ id }) => !known.has(id)).map(({ id }) => id),
    changed: inFile
      .filter((rule) => known.has(rule.id) && !isSame(known.get(rule.id), rule))
      .map(({ id }) => id),
    untouched: present.map(({ id }) => id).filter((id) => inFile.every((rule) => rule.id !== id)),
  };
}

/** Without what a file need not say: its policies have no versions, and what is true unless said is left out. */
function comparable(item: Item): object {
  const {
    version: _,
    active = true,
    ...rest
  } = item as Item & {
    readonly version?: number;
    readonly active?: boolean;
  };
  const {
    photosRequired = false,
    questions = [],
    ...others
  } = rest as {
    readonly photosRequired?: boolean;
    readonly questions?: readonly unknown[];
  };
  return { ...others, active, photosRequired, questions };
}
