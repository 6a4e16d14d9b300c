/**
 * Who may import whom (docs/adr/0002). Rules look at resolved paths, so an alias, a relative path and an
 * `import type` are one and the same. Each rule has a planted violation in test/architecture/probes, and
 * test/architecture/rules.spec.ts sees it fire; `[…probes/]` below lets a probe stand in a room without being there.
 */
const HERE = '^(?:test/architecture/probes/)?';
const TEST_FILE = '\\.(?:spec|int-spec|e2e-spec|stack-spec|browser-spec)\\.tsx?$';
const NEST = '@nestjs/[^/]+';

/**
 * One row a lib: our rooms it may import (by their front doors) and the packages it may name. Without `packages` only
 * the rules about drivers below restrain it.
 */
const LIBS = {
  domain: { rooms: [], packages: [] },
  contracts: { rooms: ['domain'], packages: ['zod'] },
  application: { rooms: ['domain', 'contracts/src/(?:jobs|problems)'], packages: ['@nestjs/common'] },
  persistence: { rooms: ['application', 'domain'], packages: [NEST, 'mongoose', '@fastify/session'] },
  queue: {
    rooms: ['application', 'contracts/src/jobs'],
    packages: [NEST, 'nestjs-cls', 'bullmq', 'ioredis'],
  },
  notification: { rooms: ['application', 'domain'], packages: [NEST, 'nodemailer', 'handlebars'] },
  minutes: {
    rooms: ['application', 'domain'],
    packages: ['csv-parse', 'saxes', 'yauzl'],
  },
  storage: { rooms: ['application'], packages: [NEST, 'minio'] },
  media: { rooms: ['application', 'domain'], packages: [NEST, 'sharp', 'file-type'] },
  seed: { rooms: ['domain'], packages: ['chinese-days'] },
  platform: { rooms: ['application', 'contracts/src/problems', 'domain'] },
};

/** Packages that one room alone may name, so that replacing them is the work of one room. */
const DRIVERS = {
  persistence: ['mongoose', 'mongodb', '@nestjs/mongoose'],
  queue: ['bullmq', 'ioredis', '@nestjs/bullmq', '@nestjs/bull-shared'],
  notification: ['nodemailer', 'handlebars'],
  minutes: ['csv-parse', 'exceljs', 'saxes', 'yauzl'],
  storage: ['minio'],
  media: ['sharp', 'file-type'],
  seed: ['chinese-days'],
};

/** A package where it is installed, with its types beside it. */
const packaged = (names) =>
  `node_modules/(?:${names.flatMap((name) => [name, `@types/${name}`]).join('|')})/`;

const edgesOf = ([room, { rooms, packages }]) => ({
  name: `${room}-edges`,
  comment: `libs/${room} imports ${[...rooms, ...(packages ?? ['its packages'])].join(', ') || 'nothing'}; see docs/adr/0002.`,
  severity: 'error',
  from: { path: `${HERE}libs/${room}/src/`, pathNot: TEST_FILE },
  to: {
    dependencyTypesNot: ['core'],
    pathNot: [
      ...[room, ...rooms].map((each) => `${HERE}libs/${each}/`),
      packages ? packaged(packages.length > 0 ? packages : ['-']) : 'node_modules/',
    ],
  },
});

const driverOf = ([room, packages]) => ({
  name: `${room}-drivers`,
  comment: `Only libs/${room} names ${packages.join(', ')}.`,
  severity: 'error',
  // The local stack and the benchmarks speak to the servers themselves, with nothing of ours in between.
  from: {
    path: `${HERE}(?:apps|libs|tools)/`,
    pathNot: [`${HERE}(?:libs/${room}|tools/(?:local-stack|screenshots))/`, TEST_FILE],
  },
  to: { path: packaged(packages) },
});

module.exports = {
  forbidden: [
    ...Object.entries(LIBS).map(edgesOf),
    ...Object.entries(DRIVERS).map(driverOf),
    {
      name: 'no-node-core',
      comment: 'Domain, contracts and web run in the browser too.',
      severity: 'error',
      from: { path: `${HERE}(?:libs/(?:domain|contracts)|apps/web)/src/`, pathNot: TEST_FILE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'application-names-streams-only',
      comment: 'The application has ports for what Node offers; it may say that bytes arrive as a stream.',
      severity: 'error',
      from: { path: `${HERE}libs/application/src/`, pathNot: TEST_FILE },
      to: { dependencyTypes: ['core'], pathNot: '^(?:node:)?stream$' },
    },
    {
      name: 'front-door',
      comment: 'A lib is entered by src/index.ts; contracts by http, jobs or problems. No deep imports.',
      severity: 'error',
      from: { path: `${HERE}(apps|tools|bench|libs/[^/]+)/`, pathNot: TEST_FILE },
      to: {
        path: `${HERE}libs/`,
        pathNot: [
          `${HERE}$1/`,
          `${HERE}libs/[^/]+/src/index\\.ts$`,
          `${HERE}libs/contracts/src/(?:http|jobs|problems)/index\\.ts$`,
        ],
      },
    },
    {
      name: 'contracts-have-no-root-door',
      comment: 'One barrel for all contracts would put job code into the browser.',
      severity: 'error',
      from: {},
      to: { path: `${HERE}libs/contracts/src/index\\.ts$` },
    },
    {
      name: 'web-edges',
      comment: 'The browser shares the words on the wire and nothing else.',
      severity: 'error',
      from: { path: `${HERE}apps/web/`, pathNot: TEST_FILE },
      to: {
        path: `${HERE}(?:apps|libs|tools|bench)/`,
        pathNot: [`${HERE}apps/web/`, `${HERE}libs/contracts/src/(?:http|problems)/index\\.ts$`],
      },
    },
    {
      name: 'apps-never-each-other',
      comment: 'Processes meet in the database and the queues.',
      severity: 'error',
      from: { path: `${HERE}apps/([^/]+)/` },
      to: { path: `${HERE}apps/`, pathNot: `${HERE}apps/$1/` },
    },
    {
      name: 'nobody-imports-an-app',
      comment: 'An app is started, not imported; tests start it too, or build its module.',
      severity: 'error',
      from: { path: `${HERE}(?:libs|tools|bench)/`, pathNot: TEST_FILE },
      to: { path: `${HERE}apps/` },
    },
    {
      name: 'production-never-imports-tools',
      comment: 'Tools and benchmarks stand around the product, not under it.',
      severity: 'error',
      from: { path: `${HERE}(?:apps|libs)/`, pathNot: TEST_FILE },
      to: { path: `${HERE}(?:tools|bench)/` },
    },
    {
      name: 'production-never-imports-test',
      comment: 'Builders, fakes and harnesses are not shipped.',
      severity: 'error',
      from: { path: `${HERE}(?:apps|libs|tools|bench)/`, pathNot: TEST_FILE },
      to: { path: ['^test/(?!architecture/probes/)', '^test/architecture/probes/test/', TEST_FILE] },
    },
    {
      name: 'no-dev-dependency',
      comment: 'What production code imports must survive `npm prune --omit=dev`.',
      severity: 'error',
      from: { path: `${HERE}(?:apps/(?:intake|worker|scheduler)|libs|tools/seed)/`, pathNot: TEST_FILE },
      to: {
        dependencyTypes: ['npm-dev'],
        // `import type` from a dev dependency is erased; @types packages can be nothing else.
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'no-undeclared-package',
      comment: 'A package that only came along with another one can leave with it.',
      severity: 'error',
      from: { path: `${HERE}(?:apps|libs|tools|bench|test)/` },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'], couldNotResolve: false },
    },
    {
      name: 'no-circular',
      comment: 'A cycle is one module in several files; type-only cycles count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A production file that neither imports nor is imported is left over.',
      severity: 'error',
      from: {
        orphan: true,
        path: `${HERE}(?:apps|libs|tools|bench)/`,
        pathNot: [TEST_FILE, '\\.d\\.ts$', '/main\\.tsx?$', '\\.config\\.ts$', '\\.mjs$'],
      },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that cannot be resolved escapes every other rule, so it is an error itself.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:test/architecture/probes|dist|\\.local)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
