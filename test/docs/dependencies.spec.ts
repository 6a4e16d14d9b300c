import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');
type Manifest = Partial<Record<'dependencies' | 'devDependencies', Record<string, string>>>;

/** The packages named in the first cells of the tables below a heading, several to a row where they belong together. */
function listedUnder(heading: string): string[] {
  const section =
    read('docs/dependencies.md')
      .split(/^## /m)
      .find((part) => part.startsWith(heading)) ?? '';
  const rows = [...section.matchAll(/^\| (`[^|]+`) +\|/gm)].map(([, cell = '']) => cell);
  return rows.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)).sort();
}

describe('docs/dependencies.md', () => {
  it.each<[string, string, keyof Manifest]>([
    ['Server', 'package.json', 'dependencies'],
    ['Web', 'apps/web/package.json', 'dependencies'],
    ['Development: server and tests', 'package.json', 'devDependencies'],
    ['Development: web', 'apps/web/package.json', 'devDependencies'],
  ])('under "%s" has a line for each entry of %s %s, and no line is left over', (heading, manifest, kind) => {
    const entries = Object.keys((JSON.parse(read(manifest)) as Manifest)[kind] ?? {}).sort();
    expect(listedUnder(heading)).toEqual(entries);
  });
});
