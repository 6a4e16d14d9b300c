import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT, trackedFiles } from './tracked-files';

const files = trackedFiles().filter((path) => /\.tsx?$/.test(path) && !path.startsWith('test/architecture/'));
const text = new Map(files.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
const isSpec = (path: string) => /spec\.ts$/.test(path);
const filesThat = (matches: (path: string, source: string) => boolean) =>
  files.filter((path) => matches(path, text.get(path) ?? ''));

/** The classes a file exports whose declaration starts with `kind`. */
const classesIn = (path: string, kind: string) =>
  [...(text.get(path) ?? '').matchAll(new RegExp(`^export ${kind}class (\\w+)`, 'gm'))].map(
    ([, name = '']) => name,
  );

const ports = filesThat((path) => path.endsWith('.port.ts')).flatMap((path) =>
  classesIn(path, 'abstract ').map((port) => ({ port, path })),
);
const implementing = (port: string) => new RegExp(`\\b(?:extends|implements)\\b[^{]*\\b${port}\\b`);

describe('every port', () => {
  it('has an adapter', () => {
    const adapted = ({ port }: { port: string }) =>
      filesThat(
        (path, source) => /^(?:libs|apps)\//.test(path) && !isSpec(path) && implementing(port).test(source),
      );
    expect(ports.filter((port) => adapted(port).length === 0)).toEqual([]);
  });

  it('can be faked: something in the tests stands in for it', () => {
    const faked = ({ port }: { port: string }) =>
      filesThat(
        (path, source) => (path.startsWith('test/') || isSpec(path)) && implementing(port).test(source),
      );
    expect(ports.filter((port) => faked(port).length === 0)).toEqual([]);
  });
});

describe('every contract suite', () => {
  it('is run against the fake and against the adapter', () => {
    const suites = filesThat((path) => path.endsWith('.contract.ts'));
    const runs = (suite: string) => {
      const imports = new RegExp(`/${basename(suite, '.ts').replaceAll('.', '\\.')}'`);
      return filesThat((path, source) => isSpec(path) && imports.test(source));
    };
    const unbalanced = suites.filter((suite) => {
      const specs = runs(suite);
      const withFake = specs.some((path) => /\.fake'/.test(text.get(path) ?? ''));
      return !withFake || !specs.some((path) => path.startsWith('libs/'));
    });
    expect(unbalanced).toEqual([]);
  });
});

describe('every handler', () => {
  it('is exercised by a spec', () => {
    const handlers = filesThat((path) => path.endsWith('.handler.ts')).flatMap((path) => classesIn(path, ''));
    const exercised = (handler: string) =>
      filesThat((path, source) => isSpec(path) && new RegExp(`\\b${handler}\\b`).test(source)).length > 0;
    expect(handlers.filter((handler) => handler.endsWith('Handler') && !exercised(handler))).toEqual([]);
  });
});
