import { placeTicket } from './placement.decide';
import { type KeywordRule, type PlacementInput } from './routing.types';

const policies = { normal: 'standard' };
const departments = [
  { code: 'catering', name: '饮食服务中心', aliases: ['饮食中心'] },
  { code: 'energy', name: '能源服务中心', aliases: ['水电中心'], defaultCategory: 'electricity' },
  { code: 'office', name: '后勤机关', aliases: ['后勤处', '后勤管理处'] },
];
const categories = [
  { code: 'canteen', name: '食堂餐饮', aliases: ['食堂'], department: 'catering', policies },
  { code: 'water', name: '供水', aliases: ['用水'], department: 'energy', policies },
  { code: 'electricity', name: '供电照明', aliases: ['WiFi'], department: 'energy', policies },
  { code: 'other', name: '其他', aliases: [], department: 'office', policies },
];
const rule = (
  id: string,
  category: string,
  keywords: string[],
  more: Partial<KeywordRule> = {},
): KeywordRule => ({
  id,
  category,
  keywords,
  weight: 50,
  enabled: true,
  ...more,
});
const rules = [
  rule('canteen', 'canteen', ['食堂'], { weight: 70 }),
  rule('water', 'water', ['漏水', '水龙头', 'pH值']),
  rule('power', 'electricity', ['插座', '灯+不亮']),
  rule('shock', 'electricity', ['触电'], { weight: 10, priority: 'danger' }),
];
const place = (
  description: string,
  more: Partial<PlacementInput> = {},
  ruleSet: readonly KeywordRule[] = rules,
) => placeTicket({ title: '', description, ...more }, { rules: ruleSet, categories, departments });

describe('a stated department', () => {
  it('takes the ticket, with the best matching category of its own', () => {
    expect(place('食堂水龙头坏了', { statedDepartment: '能源服务中心' })).toEqual({
      placed: true,
      department: 'energy',
      category: 'water',
      priority: 'normal',
      basis: 'stated-department',
      ruleId: 'water',
      keyword: '水龙头',
    });
  });

  it.each([
    ['its named default category', '水电中心', 'electricity'],
    ['its first category where it names none', '饮食中心', 'canteen'],
  ])('takes a ticket without its words into %s', (_, statedDepartment, category) => {
    expect(place('意见', { statedDepartment })).toMatchObject({ category, basis: 'stated-department' });
  });

  it('keeps the stated category where it is its own, and not where it is another’s', () => {
    const statedDepartment = '能源服务中心';
    expect(place('插座', { statedDepartment, statedCategory: '供水' })).toMatchObject({ category: 'water' });
    expect(place('插座', { statedDepartment, statedCategory: '食堂' })).toMatchObject({
      category: 'electricity',
    });
  });

  it.each([
    ['code', 'energy', 'energy'],
    ['alias', '水电中心', 'energy'],
    ['white space and brackets', ' 【能源 服务中心】 ', 'energy'],
    ['a longer name', '后勤管理处饮食中心', 'catering'],
    ['the first of several', '能源服务中心、后勤处', 'energy'],
    ['the first known of several', '保卫处，后勤处', 'office'],
  ])('is recognised by %s', (_, statedDepartment, department) => {
    expect(place('意见', { statedDepartment })).toMatchObject({ placed: true, department });
  });

  it('that nobody knows leaves it to the words', () => {
    expect(place('食堂太挤', { statedDepartment: '校团委' })).toMatchObject({
      category: 'canteen',
      basis: 'keyword',
    });
  });

  it('that nobody knows, without any words, goes to the dispatcher by name', () => {
    expect(place('意见', { statedDepartment: ' 校团委 ' })).toEqual({
      placed: false,
      reason: 'unknown-department',
      detail: '未找到名为“校团委”的部门，内容也未匹配任何派单规则，请派单员判断',
    });
  });
});

describe('a stated category', () => {
  it.each(['water', '供水', '用水', ' 供 水 '])(
    '%j decides where no department is stated',
    (statedCategory) => {
      expect(place('食堂', { statedCategory })).toEqual({
        placed: true,
        department: 'energy',
        category: 'water',
        priority: 'normal',
        basis: 'stated-category',
      });
    },
  );

  it('is read through full-width letters and case', () => {
    expect(place('', { statedCategory: 'ＷＩＦＩ' })).toMatchObject({ category: 'electricity' });
  });

  it('that nobody knows leaves it to the words', () => {
    expect(place('食堂', { statedCategory: '城乡建设' })).toMatchObject({ basis: 'keyword' });
  });
});

describe('keyword rules', () => {
  it.each([
    ['the heavier rule', '漏水在食堂', 'canteen'],
    ['the longer keyword at the same weight', '插座旁的水龙头', 'water'],
    ['the earlier word at the same length', '插座漏水', 'electricity'],
    ['the earlier word the other way round', '漏水到插座', 'water'],
    ['all parts of a compound keyword', '楼道灯已经三天不亮', 'electricity'],
    ['full-width letters', '水质ＰＨ值异常', 'water'],
    ['spaces within a word', '食 堂', 'canteen'],
  ])('%s decides', (_, text, category) => {
    expect(place(text)).toMatchObject({ placed: true, category, basis: 'keyword' });
  });

  it('read the title and the place too', () => {
    expect(place('太挤', { title: '食堂' })).toMatchObject({ category: 'canteen' });
    expect(place('太挤', { location: '一食堂' })).toMatchObject({ category: 'canteen' });
  });

  it('do not read a word across the end of the title', () => {
    expect(place('堂前的树', { title: '饮食' })).toMatchObject({ reason: 'no-match' });
  });

  it('may send a category to another department', () => {
    const moved = [rule('moved', 'water', ['泳池'], { department: 'office' })];
    expect(place('泳池', {}, moved)).toMatchObject({ category: 'water', department: 'office' });
  });

  it.each([
    ['disabled', { enabled: false }],
    ['of a missing category', { category: 'gone' }],
    ['of a missing department', { department: 'gone' }],
    ['with an empty keyword', { keywords: ['', '食堂+'] }],
  ])('that are %s do not count', (_, change) => {
    expect(place('食堂', {}, [rule('r', 'canteen', ['食堂'], change)])).toMatchObject({ reason: 'no-match' });
  });

  it('say so where nothing matches', () => {
    const detail = '内容未匹配任何派单规则，请派单员判断';
    expect(place('选修课太少')).toEqual({ placed: false, reason: 'no-match', detail });
  });

  it('say so where two match alike and disagree', () => {
    const both = [rule('a', 'water', ['水房']), rule('b', 'canteen', ['水房'])];
    expect(place('水房', {}, both)).toEqual({
      placed: false,
      reason: 'ambiguous',
      detail: '“水房”同时符合“供水”和“食堂餐饮”两类规则，请派单员判断',
    });
    expect(place('水房', {}, [rule('a', 'water', ['水房']), rule('b', 'water', ['水房'])])).toMatchObject({
      placed: true,
    });
  });

  it('raise the priority wherever the ticket goes', () => {
    expect(place('食堂里有人触电')).toMatchObject({ category: 'canteen', priority: 'danger' });
    expect(place('有人触电', { statedDepartment: '后勤机关' })).toMatchObject({
      department: 'office',
      priority: 'danger',
    });
    expect(place('有人触电', { statedCategory: '其他' })).toMatchObject({
      category: 'other',
      priority: 'danger',
    });
  });
});

describe('a service point', () => {
  it('places what nothing else places, with whoever serves there', () => {
    expect(place('意见', { servicePointDepartment: 'energy' })).toEqual({
      placed: true,
      department: 'energy',
      category: 'electricity',
      priority: 'normal',
      basis: 'service-point',
    });
    expect(place('触电了', { servicePointDepartment: 'catering' })).toMatchObject({
      department: 'energy',
      priority: 'danger',
      basis: 'keyword',
    });
    expect(place('意见', { servicePointDepartment: 'catering', statedCategory: '供水' })).toMatchObject({
      category: 'water',
    });
    expect(place('意见', { servicePointDepartment: 'none' })).toMatchObject({ placed: false });
  });
});

describe('what is not in use any more', () => {
  const without = (code: string) => ({
    rules,
    departments: departments.map((each) => (each.code === code ? { ...each, active: false } : each)),
    categories: categories.map((each) => (each.code === code ? { ...each, active: false } : each)),
  });
  const input = { title: '', description: '水龙头坏了' };

  it('gets no more tickets, by no way', () => {
    expect(placeTicket(input, without('water'))).toMatchObject({ placed: false });
    expect(placeTicket(input, without('energy'))).toMatchObject({ placed: false });
    const stated = { ...input, statedDepartment: '水电中心', statedCategory: '用水' };
    expect(placeTicket(stated, without('energy'))).toMatchObject({ reason: 'unknown-department' });
    expect(placeTicket(stated, without('water'))).toMatchObject({ category: 'electricity' });
    expect(placeTicket({ ...input, servicePointDepartment: 'energy' }, without('energy'))).toMatchObject({
      placed: false,
    });
  });
});
