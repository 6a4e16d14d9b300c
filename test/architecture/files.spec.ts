import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT, trackedFiles } from './tracked-files';

/**
 * The closed list of roles (docs/adr/0002): what stands between the concept and `.ts`. A file whose name has no role is
 * a plain part of its room and named for what it is; domain, contracts/http and persistence have none of those.
 */
const ROLES: readonly [room: RegExp, roles: readonly string[]][] = [
  [/^libs\/domain\//, ['types', 'transitions', 'decide', 'events', 'errors']],
  [/^libs\/contracts\/src\/http\//, ['http']],
  [/^libs\/application\//, ['command', 'handler', 'query', 'port', 'types', 'providers']],
  [/^libs\/persistence\//, ['schema', 'mapper', 'mongo', 'errors', 'module', 'seed']],
  [/^libs\/queue\//, ['options', 'module']],
  [/^libs\/notification\//, ['adapter', 'template', 'presenter', 'module']],
  [/^libs\/minutes\//, ['reader', 'types', 'errors']],
  [/^libs\/(?:storage|media)\//, ['adapter', 'module']],
  [/^libs\/seed\//, ['seed']],
  [/^libs\/platform\//, ['schema', 'module', 'controller', 'filter', 'pipe']],
  [/^apps\/intake\//, ['controller', 'presenter', 'reader', 'module', 'guard', 'decorator', 'types', 'main']],
  [/^apps\/worker\//, ['job', 'module']],
  [/^apps\/scheduler\//, ['schedule', 'module']],
  [
    /^apps\/web\//,
    [
      'view',
      'page',
      'hook',
      'query',
      'words',
      'types',
      'context',
      'client',
      'config',
      'draft',
      'check',
      'values',
    ],
  ],
  [/^tools\//, ['server', 'store', 'pages']],
  [/^test\//, ['builder', 'fake', 'contract', 'harness']],
];
const TEST_ROLES = ['spec', 'int-spec', 'e2e-spec', 'stack-spec', 'browser-spec'];
const ROLE_NEEDED = /^libs\/(?:domain|persistence|contracts\/src\/http)\//;
const DRAWERS = /(?:^|[/.-])(?:utils?|helpers?|common|misc|shared-code|stuff)(?=[/.-])/;
const MAX_LINES = 400;

const tracked = trackedFiles();
const sources = tracked.filter((path) => /\.(?:tsx?|mjs|cjs|sh)$/.test(path));
const named = sources.filter(
  (path) =>
    /^(?:apps|libs|tools|bench|test)\/.*\.tsx?$/.test(path) &&
    !/\.d\.ts$|^test\/architecture\/probes\//.test(path),
);
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** What is wrong with the name of a file, or nothing. */
function fault(path: string): string | undefined {
  const [concept = '', ...dotted] = basename(path)
    .replace(/\.tsx?$/, '')
    .split('.');
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(concept))
    return 'a concept is written in lower case with dashes';
  const roles = dotted.filter((role) => !TEST_ROLES.includes(role));
  if (dotted.length === 0)
    return ROLE_NEEDED.test(path) && concept !== 'index' ? 'a file of this room has a role' : undefined;
  const role = roles.at(-1);
  const known = ROLES.filter(([room]) => room.test(path)).flatMap(([, each]) => each);
  return role === undefined || known.includes(role) ? undefined : `"${role}" is no role of this room`;
}

describe('files of the house', () => {
  it('are named <concept>.<role>.ts with a role from the closed list of their room', () => {
    const faults = named
      .map((path) => ({ path, fault: fault(path) }))
      .filter((row) => row.fault !== undefined);
    expect(faults).toEqual([]);
  });

  it('are no drawers: a name tells what is inside', () => {
    expect(tracked.filter((path) => DRAWERS.test(path))).toEqual([]);
  });

  it(`have at most ${MAX_LINES} lines`, () => {
    // What a program wrote is read by programs.
    const written = sources.filter((path) => path !== 'apps/web/src/api/schema.ts');
    const long = written.filter((path) => read(path).trimEnd().split('\n').length > MAX_LINES);
    expect(long).toEqual([]);
  });

  it('promise nothing for later', () => {
    // Put together, so that this file does not find itself.
    const marks = new RegExp(`\\b(?:TO${'DO'}|FIX${'ME'})\\b`);
    expect(sources.filter((path) => marks.test(read(path)))).toEqual([]);
  });
});

describe('tracked files', () => {
  // Put together here, so that this file does not find itself.
  const FORBIDDEN: Readonly<Record<string, RegExp>> = {
    'a path of one machine': new RegExp(
      ['/wor' + 'k/', '/ro' + 'ot/', '/home/[a-z]+/', '/Users/[A-Za-z]+/']
        .map((p) => `(?<![\\w.])${p}`)
        .join('|'),
    ),
    'a package registry or mirror': new RegExp(
      [
        'registry\\.' + 'npm',
        'npm' + 'mirror',
        'registry\\.' + 'yarn',
        'pypi\\.' + 'org',
        'deb\\.' + 'debian',
        'arti' + 'factory',
      ].join('|'),
    ),
    'a private key': new RegExp('-----BEGIN [A-Z ]*PRIVATE ' + 'KEY-----'),
    'an access token': /\b(?:gh[pousr]_[A-Za-z0-9]{36}|AKIA[0-9A-Z]{16}|xox[baprs]-[A-Za-z0-9-]{10,})\b/,
  };
  const texts = tracked.filter((path) => !/\.(?:xlsx|png|jpe?g|ico|woff2?|ttf|zip)$/.test(path));

  it.each(Object.entries(FORBIDDEN))('hold no trace of %s', (_what, pattern) => {
    expect(texts.filter((path) => pattern.test(read(path)))).toEqual([]);
  });

  it('do not include an environment with secrets', () => {
    expect(tracked.filter((path) => /(?:^|\/)\.env(?!\.example$)/.test(path))).toEqual([]);
  });
});
