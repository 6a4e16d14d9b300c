import { type KeywordRule } from '@app/domain';
import { aPolicy, ENERGY } from '../../../../test/builders/fixtures.builder';
import { anOffice, HOT_WATER } from '../../../../test/harness/office.harness';
import { PolicyDesk } from './policy-desk';

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
    const { directory } = anOffice();
    const saved = await new PolicyDesk(directory).savePolicy('normal', aPolicy({ maxHops: 1 }));
    expect(saved).toMatchObject({ value: { code: 'normal', version: 2, maxHops: 1 } });
    await expect(directory.policy('normal')).resolves.toMatchObject({ version: 2 });
    await expect(directory.policy('normal', 1)).resolves.toEqual(aPolicy());
  });

  it('of two at the same moment takes one', async () => {
    const desk = new PolicyDesk(anOffice().directory);
    const both = [desk.savePolicy('normal', aPolicy()), desk.savePolicy('normal', aPolicy())];
    await expect(Promise.all(both)).resolves.toMatchObject([
      { ok: true },
      { error: { code: 'TICKET.CONFLICT' } },
    ]);
  });

  it('refuses what cannot be used, pointing at it', async () => {
    const desk = new PolicyDesk(anOffice().directory);
    await expect(desk.savePolicy('normal', aPolicy({ maxHops: -1 }))).resolves.toMatchObject({
      error: { code: 'POLICY.INVALID', errors: [{ pointer: '/maxHops' }] },
    });
    await expect(desk.savePolicy('none', aPolicy())).resolves.toMatchObject({
      error: { code: 'POLICY.NOT_FOUND' },
    });
  });
});

describe('saving keyword rules', () => {
  it('replaces all of them', async () => {
    const { directory } = anOffice();
    await expect(new PolicyDesk(directory).saveKeywordRules([aRule()])).resolves.toMatchObject({ ok: true });
    await expect(directory.keywordRules()).resolves.toEqual([aRule()]);
  });

  it.each([
    ['an unknown category', [aRule({ category: 'none' })], '/rules/0/category'],
    ['an unknown department', [aRule({ department: 'none' })], '/rules/0/department'],
    ['an id used twice', [aRule(), aRule()], '/rules/1/id'],
  ])('refuses %s, and changes nothing', async (_, rules, pointer) => {
    const { directory } = anOffice();
    const before = await directory.keywordRules();
    await expect(new PolicyDesk(directory).saveKeywordRules(rules)).resolves.toMatchObject({
      error: { code: 'ROUTING.INVALID', errors: [{ pointer }] },
    });
    await expect(directory.keywordRules()).resolves.toEqual(before);
  });
});
