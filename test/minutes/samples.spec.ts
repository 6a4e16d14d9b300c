import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAll, type ReadResult } from './read-all.harness';

const ROOT = join(__dirname, '../..');
const REAL = join(ROOT, '../shared/data');
/** Real minutes lie beside the repository where there are any; its own samples are always read. */
const present = (...names: string[]): string[] =>
  names.map((name) => join(REAL, name)).filter((path) => existsSync(path));

const marked = ({ lines }: ReadResult, kind: string) =>
  lines.filter(({ marks }) => marks.some((mark) => mark.kind === kind)).map(({ ordinal }) => ordinal);
const duplicatesByOrdinal = ({ lines }: ReadResult) =>
  lines.flatMap(({ ordinal, marks }) =>
    marks
      .filter(({ kind }) => kind === 'probable-duplicate')
      .map(({ ofRow }) => [lines.find(({ row }) => row === ofRow)?.ordinal, ordinal]),
  );

/** Per file: number of lines, pairs of duplicates, two problems, praise, no department, the full-width phone. */
const FORUMS = [
  ...['forum-minutes.xlsx', 'forum-minutes.csv'].map((name) => ({
    path: join(ROOT, 'samples', name),
    lines: 12,
    pairs: [
      ['5', '6'],
      ['1', '11'],
    ],
    two: ['8'],
    praise: ['12'],
    homeless: ['9'],
    phone: '10',
  })),
  ...present('forum-minutes-2016-spring.xlsx').map((path) => ({
    path,
    lines: 40,
    pairs: [
      ['16', '17'],
      ['1', '35'],
    ],
    two: ['24'],
    praise: ['40'],
    homeless: ['25'],
    phone: '32',
  })),
];

describe.each(FORUMS)('forum minutes $path', ({ path, lines, pairs, two, praise, homeless, phone }) => {
  let result: ReadResult;
  beforeAll(async () => {
    result = await readAll(path);
  });

  test('every line is read, nothing else is', () => {
    expect(result.header.row).toBe(3);
    expect(result.summary).toEqual({
      lines,
      accepted: lines,
      refused: 0,
      skipped: { blank: 1, totals: 1, headers: 0, banners: 0 },
    });
    expect(result.lines.map(({ ordinal }) => ordinal)).toEqual(
      Array.from({ length: lines }, (_, at) => String(at + 1)),
    );
    expect(result.rows).toBe(lines + 1);
  });

  test('the marks are those a person would set, and no others', () => {
    expect(duplicatesByOrdinal(result)).toEqual(pairs);
    expect(marked(result, 'two-problems')).toEqual(two);
    expect(marked(result, 'praise')).toEqual(praise);
    expect(marked(result, 'no-department')).toEqual(homeless);
  });

  test('the session and the phone in full-width digits are understood', () => {
    expect(result.header.meta.heldAt?.getUTCHours()).toBe(7);
    expect(result.header.meta.host).toBe('后勤处处长');
    expect(result.lines.find(({ ordinal }) => ordinal === phone)?.contact).toEqual({
      name: '吴同学',
      phone: '13801234567',
    });
  });

  test('a second reading gives the same keys', async () => {
    const again = await readAll(path);
    expect(again.lines.map(({ key }) => key)).toEqual(result.lines.map(({ key }) => key));
    expect(new Set(again.lines.map(({ key }) => key)).size).toBe(lines);
  });
});

test('the same minutes as .xlsx and as .csv give the same lines', async () => {
  const [xlsx, csv] = await Promise.all(
    ['xlsx', 'csv'].map((each) => readAll(join(ROOT, `samples/forum-minutes.${each}`))),
  );
  expect(csv?.lines).toEqual(xlsx?.lines);
});

describe.each([...present('forum-minutes-2016-spring.xlsx').map((path) => [path] as const)])(
  'texts of %s',
  (path) => {
    test('are those a person expected', async () => {
      const expected = JSON.parse(readFileSync(path.replace('.xlsx', '.expected.json'), 'utf8')) as {
        text: string;
        department: string;
      }[];
      const { lines } = await readAll(path);
      expect(lines.map(({ text }) => text)).toEqual(expected.map(({ text }) => text));
    });
  },
);

describe.each([...present('citizen-messages.xlsx').map((path) => [path] as const)])(
  'citizen messages %s',
  (path) => {
    test('495 of 65,203 rows are lines, one of them a message again, marks stay rare', async () => {
      const result = await readAll(path);
      expect(result.summary).toMatchObject({ lines: 495, accepted: 495 });
      expect(
        result.lines.filter(({ repeats }) => repeats !== undefined).map(({ row, repeats }) => [row, repeats]),
      ).toEqual([[312, result.lines.find(({ row }) => row === 100)?.key]]);
      expect(
        result.lines.every(({ raisedAt, title, text }) => raisedAt && title && text === text.trim()),
      ).toBe(true);
      expect(duplicatesByOrdinal(result)).toHaveLength(1);
      expect(marked(result, 'two-problems').length).toBeLessThan(10);
      expect(marked(result, 'praise')).toHaveLength(0);
    });
  },
);
