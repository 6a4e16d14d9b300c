import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_SCHEMAS, parseConfig, type AppName } from '@app/platform';

const lines = readFileSync(join(__dirname, '../../.env.example'), 'utf8').split('\n');
const entries = lines.flatMap((line) => {
  const [, commented, name, value] = /^(#?)([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
  return name ? [{ name, value: value ?? '', commented: commented === '#' }] : [];
});
const apps = Object.keys(CONFIG_SCHEMAS) as AppName[];
const example = Object.fromEntries(entries.filter((entry) => !entry.commented).map((e) => [e.name, e.value]));
const everything = Object.fromEntries(entries.map((entry) => [entry.name, entry.value]));

describe('.env.example', () => {
  it('names every variable that a process reads, once, and no other', () => {
    const read = new Set(apps.flatMap((app) => Object.keys(CONFIG_SCHEMAS[app].shape)));
    expect(entries.map((entry) => entry.name).sort()).toEqual([...read].sort());
  });

  it.each(apps)('starts %s as it stands', (app) => {
    expect(() => parseConfig(app, example)).not.toThrow();
  });

  it.each(apps)('shows the defaults of %s as they are', (app) => {
    expect(parseConfig(app, everything)).toEqual(parseConfig(app, example));
  });
});
