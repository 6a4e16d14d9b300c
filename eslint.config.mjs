import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import jest from 'eslint-plugin-jest';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.spec.ts', '**/*-spec.ts', 'test/**/*.ts'];
/** The rooms where a decision is made: time, chance and the machine come in as values (docs/adr/0001). */
const PURE = ['libs/domain/src/**/*.ts', 'libs/application/src/**/*.ts'];

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: one thing has one name everywhere.',
};
const NO_HIDDEN_CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: 'The time comes in as a value (Clock port, `now` of the context).',
  },
  {
    selector:
      'CallExpression > MemberExpression[property.name=/^(get|set)(Hours|Minutes|Seconds|Date|Day|Month|FullYear)$|^toLocale(Date|Time)?String$|^getTimezoneOffset$/]',
    message: "This answers in the machine's time zone; the office has its own (calendar/local-time).",
  },
];
const MACHINE = ['process', 'crypto', 'console', 'performance', 'fetch', 'globalThis', 'global'];
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '.local/**',
      'coverage/**',
      'samples/**',
      'test/architecture/probes/**',
      // Generated.
      'apps/web/src/api/schema.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'apps/web/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'interface', format: ['PascalCase'], custom: { regex: '^I[A-Z]', match: false } },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `async` says that the caller must await, as a port demands, whether or not this body does.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // Logs go through the logger, settings through platform/config.
    files: ['apps/{intake,worker,scheduler}/**/*.ts', 'libs/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read by platform/config alone.' },
      ],
    },
  },
  { files: ['libs/platform/src/config/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: PURE,
    ignores: TESTS,
    rules: {
      'no-restricted-globals': ['error', ...MACHINE, ...TIMERS],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The time comes in as a value.' },
        { object: 'Math', property: 'random', message: 'Chance comes in as a value (Ids port).' },
      ],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, ...NO_HIDDEN_CLOCK],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    // A test reads bodies as they come and proves their shape by what it expects of them.
    files: TESTS,
    rules: Object.fromEntries(
      [
        'no-unsafe-assignment',
        'no-unsafe-member-access',
        'no-unsafe-argument',
        'no-unsafe-return',
        'unbound-method',
      ].map((rule) => [`@typescript-eslint/${rule}`, 'off']),
    ),
  },
  {
    files: ['**/*.spec.ts', '**/*-spec.ts'],
    extends: [jest.configs['flat/recommended'], jest.configs['flat/style']],
    rules: {
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect*', 'until*', '**.expect*', 'fc.assert'] },
      ],
      // A table test expects one thing of the cells that are allowed and another of those refused.
      'jest/no-conditional-expect': 'off',
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/valid-title': ['error', { ignoreTypeOfDescribeName: true }],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['require', 'module', '__dirname', 'process', 'console', 'URL', 'setTimeout', 'clearTimeout'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  { files: ['**/*.config.ts', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  prettier,
);
