import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { filesBelow, ROOT } from './tracked-files';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

const PROBES = 'test/architecture/probes';

async function violations(config: string, ...folders: string[]): Promise<Violation[]> {
  const depcruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [depcruise, '--config', config, '--output-type', 'json', ...folders];
  // The reporter tells violations by its output; only with output type "err" does the exit code count them.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, maxBuffer: 2 ** 28 });
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** What a probe says of itself in its first line, `// fires: rule, rule`. */
function promised(probe: string): string[] {
  const rules = /^\/\/ fires: (.+)$/m.exec(readFileSync(join(ROOT, probe), 'utf8'))?.[1];
  if (rules === undefined) throw new Error(`${probe} does not say which rule it fires`);
  return rules.startsWith('nothing') ? [] : rules.split(', ').sort();
}

describe('dependency rules', () => {
  const probes = filesBelow(PROBES);
  let fired: Map<string, string[]>;

  beforeAll(async () => {
    const found = await violations('test/architecture/probes.dependency-cruiser.cjs', PROBES);
    fired = new Map(
      probes.map((probe) => [
        probe,
        [...new Set(found.filter(({ from }) => from === probe).map(({ rule }) => rule.name))].sort(),
      ]),
    );
  }, 60_000);

  it.each(probes)('fire exactly as %s promises', (probe) => {
    expect(fired.get(probe)).toEqual(promised(probe));
  });

  it('all have a probe', () => {
    // The config is CommonJS, as the tool wants it.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { forbidden } = require('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    const covered = new Set(probes.flatMap(promised));
    expect(forbidden.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
  });

  it('find nothing in the house itself', async () => {
    const found = await violations('.dependency-cruiser.cjs', 'apps', 'libs', 'tools', 'test', 'bench');
    expect(found.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  }, 60_000);
});
