/** How alike two texts must be: measured on forum minutes and citizens' letters. */
const LEAST_SIMILARITY = 0.6;
/** Shorter texts share too few bigrams to tell chance from sameness. */
const LEAST_BIGRAMS = 6;
/** A text this many times longer tells more than the other, even where it contains it. */
const LARGEST_RATIO = 4;
/** Bounds on memory and time: what is compared of one text, what is kept of all of them. */
const MOST_BIGRAMS = 256;
const MOST_KEPT = 20_000;
const MOST_POSTINGS = 64;
const MOST_PROBES = 32;
const MOST_COMPARED = 12;

export interface NearDuplicate {
  readonly row: number;
  /** Shared bigrams ÷ bigrams of the shorter text (overlap coefficient), in (0, 1]. */
  readonly similarity: number;
}

interface Kept {
  readonly row: number;
  readonly bigrams: ReadonlySet<number>;
}

/**
 * Remembers texts and finds the earlier one a new text reads most like. Candidates come from an inverted index of
 * character bigrams, rarest first; only they are compared. Only the latest 20,000 texts and, per bigram, its latest
 * 64 texts are kept, so that memory is bounded whatever the file.
 */
export class NearDuplicateIndex {
  private readonly kept = new Map<number, Kept>();
  private readonly postings = new Map<number, number[]>();
  private next = 0;

  /** Returns the most similar earlier text, if any is similar enough, and remembers this one under `row`. */
  add(row: number, comparable: string): NearDuplicate | undefined {
    const bigrams = bigramsOf(comparable);
    if (bigrams.size < LEAST_BIGRAMS) return undefined;
    let best: { readonly found: NearDuplicate; readonly closeness: number } | undefined;
    for (const id of this.candidates(bigrams)) {
      const other = this.kept.get(id);
      const shared = other ? sharedBigrams(bigrams, other.bigrams) : 0;
      if (!other || shared < LEAST_SIMILARITY * Math.min(bigrams.size, other.bigrams.size)) continue;
      // Of several that contain this text or lie within it, the one nearest in length is meant.
      const closeness = shared / Math.max(bigrams.size, other.bigrams.size);
      const similarity = shared / Math.min(bigrams.size, other.bigrams.size);
      if (closeness > (best?.closeness ?? 0)) best = { found: { row: other.row, similarity }, closeness };
    }
    this.keep({ row, bigrams });
    return best?.found;
  }

  private candidates(bigrams: ReadonlySet<number>): number[] {
    const lists = [...bigrams].flatMap((bigram) => {
      const list = this.postings.get(bigram);
      return list ? [list] : [];
    });
    lists.sort((a, b) => a.length - b.length);
    const hits = new Map<number, number>();
    for (const list of lists.slice(0, MOST_PROBES))
      for (const id of list) hits.set(id, (hits.get(id) ?? 0) + 1);
    return [...hits]
      .sort(([a, m], [b, n]) => n - m || a - b)
      .slice(0, MOST_COMPARED)
      .map(([id]) => id);
  }

  private keep(text: Kept): void {
    const id = this.next++;
    this.kept.set(id, text);
    for (const bigram of text.bigrams) {
      const list = this.postings.get(bigram);
      if (!list) this.postings.set(bigram, [id]);
      else if (list.push(id) > MOST_POSTINGS) list.shift();
    }
    const old = this.kept.get(id - MOST_KEPT);
    if (!old) return;
    this.kept.delete(id - MOST_KEPT);
    for (const bigram of old.bigrams) {
      const list = this.postings.get(bigram);
      if (list?.[0] === id - MOST_KEPT) list.shift();
      if (list?.length === 0) this.postings.delete(bigram);
    }
  }
}

function bigramsOf(text: string): ReadonlySet<number> {
  const bigrams = new Set<number>();
  for (let at = 1; at < text.length && bigrams.size < MOST_BIGRAMS; at++) {
    bigrams.add(text.charCodeAt(at - 1) * 65_536 + text.charCodeAt(at));
  }
  return bigrams;
}

function sharedBigrams(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (many.size > few.size * LARGEST_RATIO) return 0;
  let shared = 0;
  for (const bigram of few) if (many.has(bigram)) shared++;
  return shared;
}
