import { CLOCKS, PRIORITIES, resolvePolicyCode, validatePolicy } from '@app/domain';
import { SEED } from './index';

const departments = SEED.departments.map(({ code }) => code);
const categories = SEED.categories.map(({ code }) => code);
const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

describe('the seed', () => {
  it.each(SEED.policies.map((policy) => [policy.code, policy] as const))(
    'has no fault in policy %s',
    (_, policy) => {
      expect(validatePolicy(policy)).toEqual([]);
      expect(new Set(policy.steps.map(({ clock }) => clock))).toEqual(new Set(CLOCKS));
    },
  );

  it('resolves every category and priority to a policy that exists', () => {
    const codes = SEED.policies.map(({ code }) => code);
    for (const category of SEED.categories) {
      for (const priority of PRIORITIES) expect(codes).toContain(resolvePolicyCode(category, priority));
    }
  });

  it('treats food safety as danger at every priority', () => {
    const foodSafety = SEED.categories.find(({ code }) => code === 'food-safety');
    expect(PRIORITIES.map((priority) => foodSafety && resolvePolicyCode(foodSafety, priority))).toEqual(
      PRIORITIES.map(() => 'danger'),
    );
  });

  it('gives every category a department, and every department a default category of its own', () => {
    for (const { department } of SEED.categories) expect(departments).toContain(department);
    for (const { code, defaultCategory } of SEED.departments) {
      expect(SEED.categories.find((category) => category.code === defaultCategory)?.department).toBe(code);
    }
  });

  it('names no department and no category in two ways', () => {
    for (const named of [SEED.departments, SEED.categories])
      expect(repeated(named.flatMap(({ code, name, aliases }) => [code, name, ...aliases]))).toEqual([]);
  });

  it('has keyword rules with ids, words and categories that are each found once', () => {
    expect(repeated(SEED.keywordRules.map(({ id }) => id))).toEqual([]);
    expect(repeated(SEED.keywordRules.flatMap(({ keywords }) => keywords))).toEqual([]);
    for (const { category } of SEED.keywordRules) expect(categories).toContain(category);
  });

  it('staffs every department with a head and at least three owners', () => {
    for (const code of departments) {
      const roles = SEED.demoPeople.filter(({ department }) => department === code).map(({ role }) => role);
      expect(roles.filter((role) => role === 'head')).toHaveLength(1);
      expect(roles.filter((role) => role === 'owner').length).toBeGreaterThanOrEqual(3);
    }
  });

  it('has the people of every role that a story needs', () => {
    const count = (role: string): number => SEED.demoPeople.filter((person) => person.role === role).length;
    expect(['dispatcher', 'verifier', 'director', 'leader', 'admin', 'reporter'].map(count)).toEqual([
      2, 2, 1, 1, 1, 2,
    ]);
  });

  it('marks its people as demo, with unique names and addresses that reach nobody', () => {
    expect(repeated(SEED.demoPeople.map(({ id }) => id))).toEqual([]);
    expect(repeated(SEED.demoPeople.map(({ username }) => username))).toEqual([]);
    expect(repeated(SEED.demoPeople.map(({ name }) => name))).toEqual([]);
    for (const { username, email, demo } of SEED.demoPeople) {
      expect(username).toMatch(/^[a-z0-9.]+$/);
      expect(email).toBe(`${username}@duban.example`);
      expect(demo).toBe(true);
    }
  });
});
