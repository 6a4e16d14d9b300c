const { readFileSync } = require('node:fs');
const swcrc = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));
const swc = { ...swcrc, swcrc: false, exclude: [] };
// ESM-only packages are down-levelled, since Jest cannot require() an ES module on Node 20.
const esm = [
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer/inflate',
  '@borewit/text-codec',
];
const aliases = Object.fromEntries(
  Object.entries(swcrc.jsc.paths).map(([alias, [file]]) => [`^${alias}$`, `<rootDir>/${file.slice(2)}`]),
);
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  setupFilesAfterEnv: [`${__dirname}/test/patience.ts`],
  transform: { '^.+\\.[cm]?[jt]s$': ['@swc/jest', swc] },
  transformIgnorePatterns: esm.length ? [`/node_modules/(?!(?:${esm.join('|')})/)`] : ['/node_modules/'],
  moduleNameMapper: aliases,
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.local'],
};
const code = ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools', '<rootDir>/test', '<rootDir>/bench'];
/** One project a test level (docs/adr/0006): unit needs nothing, int and e2e need MONGODB_URI and REDIS_URL. */
module.exports = {
  reporters: ['default', `${__dirname}/test/intake/api-coverage.reporter.cjs`],
  projects: [
    {
      ...base,
      displayName: 'unit',
      roots: code,
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/apps/web/'],
    },
    { ...base, displayName: 'int', roots: code, testMatch: ['**/*.int-spec.ts'] },
    { ...base, displayName: 'e2e', roots: code, testMatch: ['**/*.e2e-spec.ts'] },
    { ...base, displayName: 'stack', roots: ['<rootDir>/tools'], testMatch: ['**/*.stack-spec.ts'] },
    { ...base, displayName: 'browser', roots: ['<rootDir>/test'], testMatch: ['**/*.browser-spec.ts'] },
  ],
};
