import { type Category, type Department } from '../people/people.types';
import { PRIORITIES, type Priority } from '../policy/policy.types';
import { type KeywordRule, type Placement, type PlacementInput } from './routing.types';

/** The office's own data that a placement goes by. */
export interface RoutingTables {
  readonly rules: readonly KeywordRule[];
  /** In the administrator's order: the first of a department is its default unless the department names one. */
  readonly categories: readonly Category[];
  readonly departments: readonly Department[];
}

interface RuleMatch {
  readonly rule: KeywordRule;
  readonly category: Category;
  readonly department: string;
  readonly keyword: string;
  readonly length: number;
  readonly position: number;
}

/**
 * Where a ticket belongs: the stated department, then the stated category, then the best keyword rule, then whoever
 * serves at the service point, else nowhere, with the reason for the dispatcher in Chinese. An unknown stated
 * department or category does not stop the rules. The priority is the highest of all rules whose words occur, wherever
 * the ticket is placed: naming another department does not make a danger smaller. Rules that point at a missing
 * category or department are passed over, and so is what is not in use any more.
 */
export function placeTicket(input: PlacementInput, tables: RoutingTables): Placement {
  const inUse = usedOf(tables);
  const { categories, departments } = inUse;
  const matches = matchingRules(input, inUse);
  const priority = highestPriority(matches);

  const stated = statedName(input.statedCategory);
  const category = categories.find((entry) => namesOf(entry).includes(stated));
  const department = findDepartment(input.statedDepartment, departments);
  if (department) {
    const match = matches.find((entry) => entry.department === department.code);
    const chosen =
      (category?.department === department.code ? category : undefined) ??
      match?.category ??
      defaultCategory(department, categories);
    if (chosen) {
      const ground = {
        basis: 'stated-department',
        ...(match?.category === chosen ? because(match) : {}),
      } as const;
      return { placed: true, department: department.code, category: chosen.code, priority, ...ground };
    }
  }
  if (category && departments.some(({ code }) => code === category.department)) {
    const { code, department: owning } = category;
    return { placed: true, department: owning, category: code, priority, basis: 'stated-category' };
  }

  const [best, second] = matches;
  if (best && second && compareMatches(best, second) === 0 && targetOf(best) !== targetOf(second)) {
    const detail = `“${best.keyword}”同时符合“${best.category.name}”和“${second.category.name}”两类规则，请派单员判断`;
    return { placed: false, reason: 'ambiguous', detail };
  }
  if (best) {
    const { department: owning, category: matched } = best;
    const ground = { basis: 'keyword', ...because(best) } as const;
    return { placed: true, department: owning, category: matched.code, priority, ...ground };
  }
  const pointDepartment = departments.find(({ code }) => code === input.servicePointDepartment);
  const fallback = pointDepartment && defaultCategory(pointDepartment, categories);
  if (fallback)
    return {
      placed: true,
      department: fallback.department,
      category: fallback.code,
      priority,
      basis: 'service-point',
    };
  return input.statedDepartment?.trim()
    ? {
        placed: false,
        reason: 'unknown-department',
        detail: `未找到名为“${input.statedDepartment.trim()}”的部门，内容也未匹配任何派单规则，请派单员判断`,
      }
    : { placed: false, reason: 'no-match', detail: '内容未匹配任何派单规则，请派单员判断' };
}

/** Without what is not in use any more: no ticket is placed there. */
function usedOf({ rules, categories, departments }: RoutingTables): RoutingTables {
  return {
    rules,
    categories: categories.filter(({ active }) => active !== false),
    departments: departments.filter(({ active }) => active !== false),
  };
}

/** Text as rules compare it: full-width forms made half-width (NFKC), lower case, no white space. */
function normalized(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

/** A stated name without the punctuation that people put around it; empty where nothing is stated. */
export function statedName(text: string | undefined): string {
  return normalized(text ?? '').replace(/[\p{P}\p{S}]/gu, '');
}

function namesOf({ code, name, aliases }: Department | Category): readonly string[] {
  return [code, name, ...aliases].map(statedName).filter((entry) => entry !== '');
}

/**
 * The department that was written: of several units the first one known, which leads; within one the name that
 * stands last, since Chinese goes from the whole to the part (后勤管理处饮食中心).
 */
function findDepartment(
  stated: string | undefined,
  departments: readonly Department[],
): Department | undefined {
  for (const unit of normalized(stated ?? '')
    .split(/[、,;/]/u)
    .map(statedName)) {
    const [found] = departments
      .flatMap((department) => namesOf(department).map((name) => ({ department, name })))
      .map(({ department, name }) => ({ department, name, at: unit.lastIndexOf(name) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => b.at + b.name.length - (a.at + a.name.length) || b.name.length - a.name.length);
    if (found) return found.department;
  }
  return undefined;
}

/** The category of what is a department's and nothing more: the one it names, if that is its own, else its first. */
export function defaultCategory(
  department: Department,
  categories: readonly Category[],
): Category | undefined {
  const own = categories.filter((category) => category.department === department.code);
  return own.find(({ code }) => code === department.defaultCategory) ?? own[0];
}

/** The rules that apply, each with its best keyword, the best rule first. */
function matchingRules(input: PlacementInput, tables: RoutingTables): readonly RuleMatch[] {
  // The bar keeps the end of one field and the beginning of the next from making up a word.
  const text = normalized([input.title, input.description, input.location ?? ''].join('|'));
  const matches: RuleMatch[] = [];
  for (const rule of tables.rules) {
    const category = tables.categories.find(({ code }) => code === rule.category);
    const department = rule.department ?? category?.department;
    const known = tables.departments.some(({ code }) => code === department);
    if (!rule.enabled || !category || department === undefined || !known) continue;
    const [match] = rule.keywords
      .flatMap((keyword) => {
        const found = occurrence(text, keyword);
        return found ? [{ rule, category, department, keyword, ...found }] : [];
      })
      .sort(compareMatches);
    if (match) matches.push(match);
  }
  return matches.sort(compareMatches);
}

/** Where the first part of a keyword begins and how long its parts are together, if all of them occur. */
function occurrence(text: string, keyword: string): { length: number; position: number } | undefined {
  const parts = keyword.split('+').map(normalized);
  const positions = parts.map((part) => text.indexOf(part));
  if (parts.includes('') || positions.includes(-1)) return undefined;
  return { length: parts.join('').length, position: Math.min(...positions) };
}

/** Heavier rule, then longer keyword, then earlier in the text. */
function compareMatches(a: RuleMatch, b: RuleMatch): number {
  return b.rule.weight - a.rule.weight || b.length - a.length || a.position - b.position;
}

function targetOf({ department, category }: RuleMatch): string {
  return `${department} ${category.code}`;
}

function because({ rule, keyword }: RuleMatch): { ruleId: string; keyword: string } {
  return { ruleId: rule.id, keyword };
}

function highestPriority(matches: readonly RuleMatch[]): Priority {
  const ranks = matches.map(({ rule }) => PRIORITIES.indexOf(rule.priority ?? 'normal'));
  return PRIORITIES[Math.max(0, ...ranks)] ?? 'normal';
}
