import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_SCHEMAS } from '@app/platform';

const ROOT = join(__dirname, '../..');
const lines = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => ({ instruction: line.split(' ')[0], rest: line.slice(line.indexOf(' ') + 1) }));

interface Stage {
  readonly name: string;
  readonly from: string;
  readonly steps: { readonly instruction: string | undefined; readonly rest: string }[];
}

const stages = lines.reduce<Stage[]>((found, line) => {
  if (line.instruction === 'FROM') {
    const [from = '', , name = ''] = line.rest.split(' ');
    return [...found, { name, from, steps: [] }];
  }
  found.at(-1)?.steps.push(line);
  return found;
}, []);
const byName = new Map(stages.map((stage) => [stage.name, stage]));

/** The steps of a stage after those of the stages it is built on. */
function stepsOf(name: string): Stage['steps'] {
  const stage = byName.get(name);
  return stage ? [...stepsOf(stage.from), ...stage.steps] : [];
}
const valueOf = (name: string, instruction: string) =>
  stepsOf(name).findLast((step) => step.instruction === instruction)?.rest;

describe('Dockerfile', () => {
  const APPS = Object.keys(CONFIG_SCHEMAS);

  it('has one target a process', () => {
    expect(stages.map(({ name }) => name)).toEqual(['base', 'build', 'packages', 'runtime', ...APPS]);
  });

  it('starts from pinned images only', () => {
    const outside = stages.map(({ from }) => from).filter((from) => !byName.has(from));
    expect(outside.filter((image) => !/:\d/.test(image))).toEqual([]);
  });

  it('copies only what is there, from the context or from a stage before', () => {
    const copies = stages.flatMap(({ steps }) => steps.filter(({ instruction }) => instruction === 'COPY'));
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
    const missing = copies.flatMap(({ rest }) => {
      const [, stage] = /^--from=(\S+)/.exec(rest) ?? [];
      if (stage !== undefined) return byName.has(stage) ? [] : [stage];
      const allowed = (path: string) => ignored.includes(`!${path.split('/')[0]}`);
      const sources = rest.split(' ').slice(0, -1);
      return sources.filter((path) => !allowed(path) || !existsSync(join(ROOT, path)));
    });
    expect(missing).toEqual([]);
  });

  it.each(APPS)('runs %s as an ordinary user, with a health check', (app) => {
    expect(valueOf(app, 'USER')).toBe('node');
    expect(valueOf(app, 'HEALTHCHECK')).toContain('/healthz');
    const [, main] = /"dist\/server\/(.*)\.js"/.exec(valueOf(app, 'CMD') ?? '') ?? [];
    expect(main).toBe(`apps/${app}/src/main`);
    expect(existsSync(join(ROOT, `${main}.ts`))).toBe(true);
  });

  it('ships neither development packages nor the sources', () => {
    expect(stepsOf('packages').find(({ rest }) => rest.startsWith('npm ci'))?.rest).toContain('--omit=dev');
    const shipped = stepsOf('runtime').filter(({ instruction }) => instruction === 'COPY');
    expect(shipped.every(({ rest }) => rest.startsWith('--from='))).toBe(true);
  });
});
