import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './tracked-files';

const DOMAIN = 'libs/domain/src/index.ts';
const APPLICATION = 'libs/application/src/index.ts';
const PLATFORM = 'libs/platform/src/index.ts';
const SPEC = 'libs/seed/src/seed.spec.ts';

/** What is planted, where, and the rule that must see it; `nothing` where it is allowed. */
const PLANTED: readonly [code: string, file: string, rule: string][] = [
  ['export const planted = Date.now();', DOMAIN, 'no-restricted-properties'],
  ['export const planted = new Date();', DOMAIN, 'no-restricted-syntax'],
  ['export const planted = new Date(0);', DOMAIN, 'nothing'],
  ['export const planted = Date();', APPLICATION, 'no-restricted-syntax'],
  ['export const planted = new Date(0).getHours();', DOMAIN, 'no-restricted-syntax'],
  ['export const planted = new Date(0).toLocaleDateString();', DOMAIN, 'no-restricted-syntax'],
  ['export const planted = Math.random();', APPLICATION, 'no-restricted-properties'],
  ['export const planted = process.pid;', DOMAIN, 'no-restricted-globals'],
  ['export const planted = crypto.randomUUID();', APPLICATION, 'no-restricted-globals'],
  ['export const planted = globalThis.crypto;', DOMAIN, 'no-restricted-globals'],
  ['setTimeout(() => undefined, 1);', APPLICATION, 'no-restricted-globals'],
  ['setInterval(() => undefined, 1);', DOMAIN, 'no-restricted-globals'],
  ["console.log('planted');", DOMAIN, 'no-restricted-globals'],
  ["console.log('planted');", PLATFORM, 'no-console'],
  ['export const planted = Date.now();', PLATFORM, 'nothing'],
  ['export const planted = process.env;', PLATFORM, 'no-restricted-properties'],
  ['export const planted = process.env;', 'libs/platform/src/config/load-config.ts', 'nothing'],
  ['export default 1;', PLATFORM, 'no-restricted-syntax'],
  ['Promise.resolve();', PLATFORM, '@typescript-eslint/no-floating-promises'],
  ['[1].forEach(async () => Promise.resolve());', PLATFORM, '@typescript-eslint/no-misused-promises'],
  ['export const planted: any = 1;', PLATFORM, '@typescript-eslint/no-explicit-any'],
  ['export interface IPlanted {}', PLATFORM, '@typescript-eslint/naming-convention'],
  ['export const planted = (a: unknown) => a == 1;', PLATFORM, 'eqeqeq'],
  ["it.only('is planted', () => expect(1).toBe(1));", SPEC, 'jest/no-focused-tests'],
  ["it.skip('is planted', () => expect(1).toBe(1));", SPEC, 'jest/no-disabled-tests'],
  ["it('is planted', () => undefined);", SPEC, 'jest/expect-expect'],
];

describe('lint', () => {
  let fired: string[][];

  beforeAll(() => {
    const output = execFileSync(process.execPath, [join(__dirname, 'lint-snippets.mjs')], {
      cwd: ROOT,
      input: JSON.stringify(PLANTED.map(([code, file]) => ({ code, file }))),
      // typescript-eslint reads files from the disk, not the snippets, where it takes itself to be in CI.
      env: { ...process.env, CI: '', TSESTREE_SINGLE_RUN: 'false' },
    });
    fired = JSON.parse(output.toString()) as string[][];
  }, 120_000);

  it.each(PLANTED.map((row, index) => [...row, index] as const))(
    'of "%s" in %s says %s',
    (_code, _file, rule, index) => {
      const rules = fired[index] ?? [];
      expect(rules.length > 0 ? rules : ['nothing']).toContain(rule);
    },
  );
});
