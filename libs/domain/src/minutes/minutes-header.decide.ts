import { cellText, columnIndex, columnLetter } from './minutes-cell.decide';
import { type FieldGuess, guessField, normaliseHeader } from './minutes-fields.decide';
import { readMeta } from './minutes-meta.decide';
import { type MinutesRefusal } from './minutes.errors';
import {
  type DateSystem,
  MINUTES_FIELDS,
  type MinutesField,
  type MinutesHeader,
  type MinutesMapping,
  type MinutesRow,
} from './minutes.types';

/** What a mapping says of a field whose column is to be left unread. */
const OMIT = '-';
/** How many filled rows may stand above the header. */
export const HEADER_WINDOW = 30;

/** The header a table has, and where its data begins among the rows that were looked at. */
export interface HeaderFound {
  readonly header: MinutesHeader;
  /** Column number → field; several columns may be text, every other field has one. */
  readonly fields: ReadonlyMap<number, MinutesField>;
  /** Column number → normalised header text, to recognise the header when a page break repeats it. */
  readonly labels: ReadonlyMap<number, string>;
  /** Index of the first row of data among the rows given. */
  readonly dataFrom: number;
}

type Cells = ReadonlyMap<number, string>;
interface Candidate {
  readonly at: number;
  readonly height: 1 | 2;
  readonly cells: Cells;
  readonly fields: ReadonlyMap<number, MinutesField>;
}

/**
 * Finds the header among the first filled rows of a sheet: the row, or pair of rows, whose cells name most fields, a
 * text or a title among them. `mapping` beats detection column by column. Refuses with what was seen when there is none.
 */
export function findHeader(
  rows: readonly MinutesRow[],
  options: { readonly mapping?: MinutesMapping; readonly dateSystem: DateSystem; readonly yearHint?: number },
): HeaderFound | MinutesRefusal {
  const texts = rows.map((row) => textsOf(row, options.dateSystem));
  const wanted = readMapping(options.mapping ?? {});
  if ('code' in wanted) return wanted;
  const mapped = wanted.letters.size + wanted.headers.size > 0;

  let best: Candidate | undefined;
  let bestScore = 0;
  for (const candidate of candidates(texts, wanted)) {
    const score = scoreOf(candidate, wanted);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  if (best) return found(best, rows, texts, options.yearHint);
  if (wanted.headers.size > 0) {
    const names = [...wanted.headers.values()].join('、');
    return { code: 'IMPORT.MAPPING_INVALID', detail: `没有同时含有表头“${names}”的行。${seen(texts)}` };
  }
  if (mapped) {
    const at = unnamedHeader(texts, wanted);
    return found(
      { at, height: 1, cells: texts[at] ?? new Map<number, string>(), fields: wanted.letters },
      rows,
      texts,
      options.yearHint,
    );
  }
  return {
    code: 'IMPORT.HEADER_NOT_FOUND',
    detail: `没有找到表头行：需要一列“意见建议”“反映问题”“留言详情”之类的内容，或用 mapping 指明。${seen(texts)}`,
  };
}

function textsOf(row: MinutesRow, system: DateSystem): Cells {
  const texts = new Map<number, string>();
  for (const column of [...row.cells.keys()].sort((a, b) => a - b)) {
    const text = cellText(row.cells.get(column), system).trim();
    if (text !== '') texts.set(column, text);
  }
  return texts;
}

function seen(texts: readonly Cells[]): string {
  const rows = texts
    .filter((cells) => cells.size > 1)
    .slice(0, 3)
    .map((cells) =>
      [...cells.values()]
        .slice(0, 12)
        .map((text) => text.slice(0, 12))
        .join(' | '),
    );
  return rows.length > 0 ? `看到的前几行：${rows.join('；')}` : '表中没有多于一列的行';
}

interface Wanted {
  readonly letters: ReadonlyMap<number, MinutesField>;
  /** Normalised header text → header text as given, by field. */
  readonly headers: ReadonlyMap<MinutesField, string>;
  /** Fields whose column is not to be read. */
  readonly omitted: ReadonlySet<MinutesField>;
}

function readMapping(mapping: MinutesMapping): Wanted | MinutesRefusal {
  const letters = new Map<number, MinutesField>();
  const headers = new Map<MinutesField, string>();
  const omitted = new Set<MinutesField>();
  const invalid = (detail: string): MinutesRefusal => ({ code: 'IMPORT.MAPPING_INVALID', detail });
  for (const [field, target] of Object.entries(mapping) as [MinutesField, unknown][]) {
    if (!MINUTES_FIELDS.includes(field)) return invalid(`mapping 里没有“${field}”这个字段`);
    if (typeof target !== 'string' || target.trim() === '')
      return invalid(`mapping 的“${field}”要写列号或表头文字`);
    if (target.trim() === OMIT) {
      omitted.add(field);
      continue;
    }
    const column = columnIndex(target.trim());
    if (column === undefined) headers.set(field, target.trim());
    else if (letters.has(column)) return invalid(`mapping 把 ${target.trim()} 列指给了两个字段`);
    else letters.set(column, field);
  }
  const texts = [...headers.values()].map(normaliseHeader);
  if (texts.includes('')) return invalid('mapping 的表头文字只有标点');
  if (new Set(texts).size < texts.length) return invalid('mapping 把同一个表头指给了两个字段');
  return { letters, headers, omitted };
}

/** Every row, and every pair of neighbouring rows of which the lower only holds header words. */
function* candidates(texts: readonly Cells[], wanted: Wanted): Generator<Candidate> {
  for (const [at, cells] of texts.entries()) {
    yield { at, height: 1, cells, fields: assign(cells, wanted) };
    const below = texts[at + 1];
    if (!below || ![...below.values()].every((text) => guessField(text)?.exact)) continue;
    const both = new Map([...cells, ...below]);
    yield { at, height: 2, cells: both, fields: assign(both, wanted) };
  }
}

/** What each column of a would-be header means; nothing where a header that the mapping names is not there. */
function assign(cells: Cells, wanted: Wanted): ReadonlyMap<number, MinutesField> {
  const fields = new Map(wanted.letters);
  const taken = new Set(fields.values());
  const take = (column: number, field: MinutesField): void =>
    void (fields.set(column, field), taken.add(field));
  for (const [field, header] of wanted.headers) {
    const column = [...cells].find(
      ([each, text]) => !fields.has(each) && normaliseHeader(text) === normaliseHeader(header),
    );
    if (!column) return new Map();
    take(column[0], field);
  }
  const pinnedText = taken.has('text');
  const guesses = [...cells]
    .filter(([column]) => !fields.has(column))
    .map(([column, text]): [number, FieldGuess | undefined] => [column, guessField(text)]);
  // Exact words choose first, so that 时间 is the date even when 开门时间 stands to its left.
  for (const exact of [true, false]) {
    for (const [column, guess] of guesses) {
      if (!guess || guess.exact !== exact || fields.has(column)) continue;
      if (guess.fields[0] !== undefined && wanted.omitted.has(guess.fields[0])) continue;
      const several = guess.fields[0] === 'text' && !pinnedText;
      const field = several ? 'text' : guess.fields.find((each) => !taken.has(each));
      if (field) take(column, field);
    }
  }
  return fields;
}

/** Grows with the distinct fields the cells themselves name; 0 where the row cannot be the header. */
function scoreOf({ height, cells, fields }: Candidate, wanted: Wanted): number {
  const named = new Set(fields.values());
  if (!named.has('text') && !named.has('title')) return 0;
  const byName = new Set(
    [...fields].filter(([column]) => !wanted.letters.has(column)).map(([, field]) => field),
  );
  const exact = [...cells].some(([column, text]) => !wanted.letters.has(column) && guessField(text)?.exact);
  // One or two tolerant matches are more likely data (`水压问题`, `理学院`) than a header.
  if (!exact && byName.size < 3 && wanted.headers.size === 0) return 0;
  // A pair of rows must name more than its lower row alone, else it would swallow the title above.
  return 2 * byName.size + (height === 1 ? 1 : 0);
}

/** The row above the data where letters are mapped and no header is known: short texts over longer ones. */
function unnamedHeader(texts: readonly Cells[], { letters }: Wanted): number {
  const column = [...letters].find(([, field]) => field === 'text' || field === 'title')?.[0];
  const at = texts.findIndex((cells) => cells.size > 1);
  const cells = texts[at];
  const label = column === undefined ? undefined : cells?.get(column);
  if (!cells || column === undefined || label === undefined) return -1;
  const short = [...cells.values()].every((text) => text.length <= 10 && !/[\d,，。；;！!？?]/u.test(text));
  const below = texts.slice(at + 1).flatMap((row) => row.get(column) ?? []);
  const average = below.reduce((sum, text) => sum + text.length, 0) / below.length;
  return short && average > 2 * label.length ? at : -1;
}

function found(
  { at, height, cells, fields }: Candidate,
  rows: readonly MinutesRow[],
  texts: readonly Cells[],
  yearHint?: number,
): HeaderFound | MinutesRefusal {
  const named = new Set(fields.values());
  if (!named.has('text') && !named.has('title')) {
    return { code: 'IMPORT.MAPPING_INVALID', detail: 'mapping 没有指明内容（text）或标题（title）所在的列' };
  }
  const above = texts.slice(0, Math.max(at, 0)).map((row) => [...row.values()]);
  return {
    header: {
      row: at < 0 ? 0 : (rows[at + height - 1]?.row ?? 0),
      columns: [...fields]
        .sort(([a], [b]) => a - b)
        .map(([column, field]) => ({ column: columnLetter(column), field, header: cells.get(column) ?? '' })),
      ignored: [...cells].filter(([column]) => !fields.has(column)).map(([, text]) => text.slice(0, 40)),
      meta: readMeta(above, yearHint),
    },
    fields,
    labels: new Map([...cells].map(([column, text]) => [column, normaliseHeader(text)])),
    dataFrom: at < 0 ? 0 : at + height,
  };
}
