import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { MinutesRefused } from '@app/application';
import { MINUTES_REFUSALS } from '@app/domain';
import { readAll, Scratch } from './read-all.harness';
import { zipOf } from './zip-writer.builder';

const ROOT = join(__dirname, '../..');
const ROUNDS = 150;
const scratch = new Scratch();
afterAll(() => scratch.remove());

/** A small repeatable generator (mulberry32), so that a failure can be run again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function damage(bytes: Buffer, random: (below: number) => number): Buffer {
  const kind = random(4);
  if (kind === 0) return bytes.subarray(0, random(bytes.length));
  if (kind === 1) {
    const at = random(bytes.length);
    return Buffer.concat([
      bytes.subarray(0, at),
      bytes.subarray(Math.min(at + 1 + random(64), bytes.length)),
    ]);
  }
  const copy = Buffer.from(bytes);
  if (kind === 2) copy.copyWithin(random(copy.length), random(copy.length), random(copy.length));
  else for (let flips = 1 + random(8); flips > 0; flips--) copy[random(copy.length)] = random(256);
  return copy;
}

/** Damage inside the XML, under sound zip headers: what a sloppy or hostile writer would send. */
const REPLACEMENTS: readonly [RegExp, string][] = [
  [/<v>/u, '<v>-'],
  [/<v>\d+/u, '<v>1e999'],
  [/r="[A-Z]+(\d+)"/u, 'r="$1"'],
  [/<row r="\d+"/u, '<row r="0"'],
  [/ref="[^"]*"/u, 'ref="A1:ZZZ99999999"'],
  [/t="s"/u, 't="b"'],
  [/t="s"/u, 't="e"'],
  [/t="s"/u, 't="d"'],
  [/<\/c>/u, '</c></row><row>'],
  [/<sheetData>/u, '<sheetData><row><c>'],
  [/<t>/u, '<t>&#0;'],
  [/<t>/u, '<t>&#x110000;'],
  [/<t>/u, '<t><![CDATA[=1+1]]>'],
  [/<t>/u, '<t>_xD800_'],
  [/<sheets>[^]*<\/sheets>/u, '<sheets/>'],
  [/Target="/u, 'Target="../../../'],
  [/Type="[^"]*"/u, 'Type=""'],
  [/numFmtId="\d+"/u, 'numFmtId="-1"'],
  [/date1904/u, 'date1904="1" x'],
  [/^<\?xml[^>]*>/u, '<?xml version="1.1"?><?pi ?>'],
];

/** The entries of a sound zip that keeps its sizes in the local headers' directory. */
function entriesOf(zip: Buffer): { name: string; content: Buffer }[] {
  const entries: { name: string; content: Buffer }[] = [];
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + packed);
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    if (!name.endsWith('/')) entries.push({ name, content: method === 8 ? inflateRawSync(bytes) : bytes });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** Reads a damaged file: lines or a refusal are fine, anything else fails the test. */
async function outcome(extension: string, bytes: Buffer): Promise<string> {
  const path = scratch.path(`damaged${extension}`);
  writeFileSync(path, bytes);
  try {
    const { lines } = await readAll(path);
    expect(lines.every(({ row, key }) => Number.isInteger(row) && key.length === 64)).toBe(true);
    return 'lines';
  } catch (error) {
    if (!(error instanceof MinutesRefused)) throw error;
    expect(MINUTES_REFUSALS).toContain(error.code);
    return error.code;
  }
}

const FILES = [
  join(ROOT, 'samples/forum-minutes.xlsx'),
  join(ROOT, 'samples/forum-minutes.csv'),
  join(ROOT, '../shared/data/forum-minutes-2016-spring.xlsx'),
].filter((path) => existsSync(path));

describe.each(FILES)('damage to %s', (path) => {
  const extension = path.slice(path.lastIndexOf('.'));

  test('never ends in anything but lines or a refusal', async () => {
    const random = randomFrom(20_160_420);
    const bytes = readFileSync(path);
    const seen = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) seen.add(await outcome(extension, damage(bytes, random)));
    expect(seen).toContain(extension === '.csv' ? 'lines' : 'IMPORT.CORRUPT');
  });
});

describe.each(FILES.filter((path) => path.endsWith('.xlsx')))('damage inside the XML of %s', (path) => {
  const parts = entriesOf(readFileSync(path));

  test('a part swapped, torn, or edited never ends in anything else either', async () => {
    const random = randomFrom(1904);
    const seen = new Set<string>();
    for (const part of parts) {
      for (const [pattern, replacement] of REPLACEMENTS) {
        const text = part.content.toString('utf8');
        const changed = text.replace(pattern, replacement);
        if (changed === text) continue;
        seen.add(
          await outcome(
            '.xlsx',
            zipOf(parts.map((each) => (each === part ? { ...part, content: changed } : each))),
          ),
        );
      }
      for (let round = 0; round < 8; round++) {
        const other = parts[random(parts.length)] ?? part;
        const content = round % 2 === 0 ? other.content : damage(part.content, random);
        seen.add(
          await outcome('.xlsx', zipOf(parts.map((each) => (each === part ? { ...part, content } : each)))),
        );
      }
    }
    expect(seen).toContain('lines');
    expect(seen).toContain('IMPORT.CORRUPT');
  });
});
