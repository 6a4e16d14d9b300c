import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FileMinutesReader } from '@app/minutes';
import { Scratch } from './read-all.harness';
import { textRow, workbookParts } from './workbook-parts.builder';
import { zipOf } from './zip-writer.builder';

const LINES = 20_000;
const scratch = new Scratch();
afterAll(() => scratch.remove());

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What the process holds after a collection, typed arrays included, in megabytes. */
function heldMegabytes(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
}

test('memory does not grow with the lines', async () => {
  const text = (line: number): string =>
    Array.from({ length: 60 }, (_, at) =>
      String.fromCharCode(0x4e00 + ((line * 7919 + at * at * 31 + (line % 97) * at) % 6000)),
    ).join('');
  const rows = Array.from({ length: LINES }, (_, at) =>
    textRow(at + 2, [String(at + 1), text(at), '李同学', '材料学院']),
  );
  const data = textRow(1, ['序号', '意见建议', '提出人', '所在单位']) + rows.join('');
  const path = scratch.write('.xlsx', zipOf(workbookParts({ sheets: [{ data }] })));
  rows.length = 0;

  const held: number[] = [];
  let lines = 0;
  for await (const chunk of new FileMinutesReader().read({ path, fileName: path })) {
    if (chunk.kind !== 'lines') continue;
    lines += chunk.lines.length;
    if (lines % 5000 === 0) held.push(heldMegabytes());
  }
  expect(lines).toBe(LINES);
  // What is kept of each line is its key and a fingerprint of 64 bigrams: about 0.6 kB.
  expect((held.at(-1) ?? 0) - (held[0] ?? 0)).toBeLessThan(25);
}, 60_000);
