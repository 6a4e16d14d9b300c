import { type KeywordRule } from '@app/domain';
import { anOfficeToEdit, BY } from '../../../../test/harness/office-desk.harness';
import { aPolicy, ENERGY } from '../../../../test/builders/fixtures.builder';
import { HOT_WATER } from '../../../../test/harness/office.harness';

const { code: _code, version: _version, ...CONTENT } = aPolicy();
const aRule = (overrides: Partial<KeywordRule> = {}): KeywordRule => ({
  id: 'r2',
  keywords: ['水温'],
  category: HOT_WATER.code,
  department: ENERGY.code,
  weight: 1,
  enabled: true,
  ...overrides,
});

describe('saving a policy', () => {
  it('makes a new version, and keeps the old for the tickets it governs', async () => {
    const { policies, directory } = anOfficeToEdit();
    const saved = await policies.savePolicy('normal', { ...CONTENT, maxHops: 1 }, { by: BY, version: 1 });
    expect(saved).toMatchObject({ value: { code: 'normal', version: 2, maxHops: 1 } });
    await expect(directory.policy('normal')).resolves.toMatchObject({ version: 2 });
    await expect(directory.policy('normal', 1)).resolves.toEqual(aPolicy());
    await expect(policies.policyVersions('normal')).resolves.toMatchObject({
      value: [{ version: 2 }, { version: 1 }],
    });
  });

  it('of two that go by the same version takes one, and says which version there is now', async () => {
    const { policies } = anOfficeToEdit();
    const save = (maxHops: number) =>
      policies.savePolicy('normal', { ...CONTENT, maxHops }, { by: BY, version: 1 });
    await expect(Promise.all([save(1), save(2)])).resolves.toMatchObject([
      { ok: true },
      { error: { code: 'CONFIGURATION.CONFLICT', errors: [{ pointer: '/version', detail: '2' }] } },
    ]);
  });

  it('makes nothing new of a repeat', async () => {
    const { policies, log } = anOfficeToEdit();
    const save = () => policies.savePolicy('normal', { ...CONTENT, maxHops: 1 }, { by: BY, version: 1 });
    const first = await save();
    await expect(save()).resolves.toEqual(first);
    expect(log.entries).toHaveLength(1);
  });

  it('refuses what cannot be used, pointing at it', async () => {
    const { policies } = anOfficeToEdit();
    await expect(
      policies.savePolicy('normal', { ...CONTENT, maxHops: -1 }, { by: BY, version: 1 }),
    ).resolves.toMatchObject({ error: { code: 'POLICY.INVALID', errors: [{ pointer: '/maxHops' }] } });
    await expect(policies.savePolicy('none', CONTENT, { by: BY, version: 1 })).resolves.toMatchObject({
      error: { code: 'POLICY.NOT_FOUND' },
    });
    await expect(policies.policyVersions('none')).resolves.toMatchObject({
      error: { code: 'POLICY.NOT_FOUND' },
    });
  });

  it('takes out of use only what no category names', async () => {
    const { policies } = anOfficeToEdit();
    const close = (code: string) =>
      policies.savePolicy(code, { ...CONTENT, active: false }, { by: BY, version: 1 });
    await expect(close('normal')).resolves.toMatchObject({
      error: { code: 'CONFIGURATION.IN_USE', errors: [{ pointer: '/category/hot-water/policies/normal' }] },
    });
    await expect(close('standard')).resolves.toMatchObject({ error: { code: 'POLICY.INVALID' } });
    await policies.createPolicy({ ...CONTENT, code: 'spare' }, { by: BY });
    await expect(close('spare')).resolves.toMatchObject({ value: { active: false, version: 2 } });
  });
});

describe('keyword rules', () => {
  it('are replaced as a whole', async () => {
    const { policies, directory } = anOfficeToEdit();
    await expect(policies.saveKeywordRules([aRule()], { by: BY, version: 1 })).resolves.toMatchObject({
      value: { version: 2, item: [aRule()] },
    });
    await expect(directory.keywordRules()).resolves.toEqual([aRule()]);
  });

  it('are added, changed and removed one by one, each change going by the last', async () => {
    const { policies } = anOfficeToEdit();
    const heavier = aRule({ weight: 5 });
    await policies.addKeywordRule(aRule(), { by: BY, version: 1 });
    await expect(policies.addKeywordRule(aRule(), { by: BY, version: 1 })).resolves.toMatchObject({
      value: { version: 2 },
    });
    await policies.saveKeywordRule(heavier, { by: BY, version: 2 });
    await expect(policies.removeKeywordRule('r1', { by: BY, version: 3 })).resolves.toEqual({
      ok: true,
      value: { version: 4, item: [heavier] },
    });
    await expect(policies.removeKeywordRule('r2', { by: BY, version: 3 })).resolves.toMatchObject({
      error: { code: 'CONFIGURATION.CONFLICT' },
    });
    await expect(
      policies.saveKeywordRule(aRule({ id: 'no' }), { by: BY, version: 4 }),
    ).resolves.toMatchObject({
      error: { code: 'ROUTING.NOT_FOUND' },
    });
    await expect(policies.keywordRules()).resolves.toEqual({ version: 4, item: [heavier] });
  });

  it.each([
    ['an unknown category', [aRule({ category: 'none' })], '/rules/0/category'],
    ['an unknown department', [aRule({ department: 'none' })], '/rules/0/department'],
    ['an id used twice', [aRule(), aRule({ weight: 2 })], '/rules/1/id'],
  ])('with %s are refused, and nothing changes', async (_, rules, pointer) => {
    const { policies, directory } = anOfficeToEdit();
    const before = await directory.keywordRules();
    await expect(policies.saveKeywordRules(rules, { by: BY, version: 1 })).resolves.toMatchObject({
      error: { code: 'ROUTING.INVALID', errors: [{ pointer }] },
    });
    await expect(directory.keywordRules()).resolves.toEqual(before);
  });

  it('can be tried before they are saved', async () => {
    const { policies } = anOfficeToEdit();
    const words = { title: '水温太低', description: '洗澡时' };
    await expect(policies.tryPlacement(words)).resolves.toMatchObject({ placed: false, reason: 'no-match' });
    await expect(policies.tryPlacement(words, [aRule()])).resolves.toMatchObject({
      placed: true,
      category: HOT_WATER.code,
      ruleId: 'r2',
      keyword: '水温',
    });
  });
});
