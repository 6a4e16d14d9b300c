import { SEED } from '@app/seed';
import { officeFaults, officeOf, withChanges } from './office.decide';
import { KEYWORD_RULES_CODE, type OfficeData, type VersionedOffice } from './office.types';

const OFFICE: OfficeData = {
  department: SEED.departments,
  policy: SEED.policies,
  category: SEED.categories,
  'service-point': [],
  'keyword-rules': [{ code: KEYWORD_RULES_CODE, rules: SEED.keywordRules }],
  template: [],
};
const faults = (more: Partial<OfficeData>) =>
  officeFaults({ ...OFFICE, ...more }).map(({ kind, code, pointer }) => `${kind}/${code}${pointer}`);
const water = SEED.categories.find(({ code }) => code === 'water')!;
const others = SEED.categories.filter(({ code }) => code !== 'water');
const aWater = (more: object) => faults({ category: [...others, { ...water, ...more }] });

describe('an office', () => {
  it('is faultless as it is seeded', () => expect(officeFaults(OFFICE)).toEqual([]));

  it.each([
    ['an unknown department', { department: 'none' }, ['category/water/department']],
    ['an unknown policy', { policies: { normal: 'none' } }, ['category/water/policies/normal']],
    ['itself above it', { parent: 'water' }, ['category/water/parent']],
    ['nothing above it', { parent: 'none' }, ['category/water/parent']],
    ['a code in capitals', { code: 'Water' }, expect.arrayContaining(['category/Water/code']) as string[]],
    ['an empty alias', { aliases: ['。'] }, ['category/water/aliases/0']],
    ['its own name twice', { aliases: ['供水', '供水'] }, ['category/water/aliases/1']],
    ['a key that is none', { questions: [question({ key: 'A b' })] }, ['category/water/questions/0/key']],
    [
      'options of a text',
      { questions: [question({ options: ['a', 'b'] })] },
      ['category/water/questions/0/options'],
    ],
    [
      'the same option twice',
      { questions: [question({ kind: 'choice', options: ['a', 'a '] })] },
      ['category/water/questions/0/options'],
    ],
  ])('is not, where a category has %s', (_, more, expected) => expect(aWater(more)).toEqual(expected));

  it('has categories of three levels at most, and in no circle however long', () => {
    const chain = ['a', 'b', 'c', 'd'].map((code, index, all) => ({
      ...water,
      code,
      name: code,
      aliases: [],
      ...(index === 0 ? {} : { parent: all[index - 1]! }),
    }));
    expect(faults({ category: [...SEED.categories, ...chain] })).toEqual(['category/d/parent']);
    const circle = chain.map((each, index) => ({ ...each, parent: chain[(index + 1) % 4]!.code }));
    expect(faults({ category: [...SEED.categories, ...circle] })).toEqual(
      ['a', 'b', 'c', 'd'].map((code) => `category/${code}/parent`),
    );
  });

  it('names in use only what is in use, and out of use what it likes', () => {
    const closed = SEED.departments.map((each) =>
      each.code === 'energy' ? { ...each, active: false } : each,
    );
    const named = SEED.categories.filter(({ department }) => department === 'energy');
    expect(faults({ department: closed })).toEqual(named.map(({ code }) => `category/${code}/department`));
    const closedToo = SEED.categories.map((each) =>
      each.department === 'energy' ? { ...each, active: false } : each,
    );
    const found = faults({ department: closed, category: closedToo });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((each) => each.startsWith('keyword-rules/'))).toBe(true);
    const rules = SEED.keywordRules.map((rule) => ({ ...rule, enabled: false }));
    expect(
      faults({
        department: closed,
        category: closedToo,
        'keyword-rules': [{ code: KEYWORD_RULES_CODE, rules }],
      }),
    ).toEqual([]);
  });

  it('keeps the policy that every ticket begins with, and its default categories at home', () => {
    const closed = SEED.policies.map((each) =>
      each.code === 'standard' ? { ...each, active: false } : each,
    );
    expect(faults({ policy: closed })).toContain('policy/standard/active');
    const astray = SEED.departments.map((each) =>
      each.code === 'energy' ? { ...each, defaultCategory: 'canteen' } : each,
    );
    expect(faults({ department: astray })).toEqual(['department/energy/defaultCategory']);
  });

  it('has service points of departments that are there', () => {
    const point = { code: 'p', name: '点', kind: 'office', token: 't', active: true } as const;
    expect(faults({ 'service-point': [{ ...point, department: 'none' }] })).toEqual([
      'service-point/p/department',
    ]);
    expect(
      faults({ 'service-point': ['p', 'q'].map((code) => ({ ...point, code, department: 'energy' })) }),
    ).toEqual(['service-point/q/name']);
  });
});

it('is changed thing by thing', () => {
  const versioned: VersionedOffice = {
    revision: 4,
    department: SEED.departments.map((item) => ({ version: 1, item })),
    policy: [],
    category: [],
    'service-point': [],
    'keyword-rules': [],
    template: [],
  };
  const [first, second, ...rest] = SEED.departments;
  const after = withChanges(versioned, [
    { kind: 'department', version: 2, item: { ...second!, name: '改' } },
    { kind: 'department', version: 2, item: first!, removed: true },
    { kind: 'department', version: 1, item: { code: 'new', name: '新', aliases: [] } },
  ]);
  expect(officeOf(after).department.map(({ code, name }) => [code, name])).toEqual([
    [second!.code, '改'],
    ...rest.map(({ code, name }) => [code, name]),
    ['new', '新'],
  ]);
  expect(versioned.department).toHaveLength(SEED.departments.length);
});

function question(more: object) {
  return { key: 'k', label: '问', kind: 'text', required: false, ...more };
}
