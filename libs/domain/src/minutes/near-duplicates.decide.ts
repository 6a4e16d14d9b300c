/** How alike two texts must be: measured on forum minutes and citizens' letters. */
const LEAST_SIMILARITY = 0.6;
/** Shorter texts share too few bigrams to tell chance from sameness. */
const LEAST_BIGRAMS = 6;
/** A text this many times longer tells more than the other, even where it contains it. */
const LARGEST_RATIO = 4;
/** Bounds on memory and time: what is compared of one text, and what is kept of all of them. */
const MOST_BIGRAMS = 256;
const MOST_KEPT = 20_000;
/** Bigrams share buckets (chance meetings fall out when texts are compared), each with its latest texts. */
const BUCKETS = 2 ** 17;
const BUCKET_SIZE = 32;
const MOST_PROBES = 32;
const MOST_COMPARED = 12;

export interface NearDuplicate {
  readonly row: number;
  /** Shared bigrams ÷ bigrams of the shorter text (overlap coefficient), in (0, 1]. */
  readonly similarity: number;
}

interface Kept {
  readonly row: number;
  /** Distinct, ascending. */
  readonly bigrams: Uint32Array;
}

/**
 * Remembers texts and finds the earlier one a new text reads most like. Candidates come from an inverted index of
 * character bigrams, rarest first; only they are compared. The index has a fixed size and the latest 20,000 texts are
 * kept, so that memory is bounded whatever the file: a pair further apart, or made of common words only, may be missed.
 */
export class NearDuplicateIndex {
  private readonly kept = new Map<number, Kept>();
  /** Per bucket a ring of text ids, counted from 1 so that 0 is an empty place. */
  private readonly rings = new Uint32Array(BUCKETS * BUCKET_SIZE);
  private readonly counts = new Uint32Array(BUCKETS);
  private lastId = 0;

  /** Returns the most similar earlier text, if any is similar enough, and remembers this one under `row`. */
  add(row: number, comparable: string): NearDuplicate | undefined {
    const bigrams = bigramsOf(comparable);
    if (bigrams.length < LEAST_BIGRAMS) return undefined;
    let best: { readonly found: NearDuplicate; readonly closeness: number } | undefined;
    for (const id of this.candidates(bigrams)) {
      const other = this.kept.get(id);
      if (!other) continue;
      const shorter = Math.min(bigrams.length, other.bigrams.length);
      const longer = Math.max(bigrams.length, other.bigrams.length);
      const shared = longer > shorter * LARGEST_RATIO ? 0 : sharedBigrams(bigrams, other.bigrams);
      // Of several that contain this text or lie within it, the one nearest in length is meant.
      const closeness = shared / longer;
      if (shared < LEAST_SIMILARITY * shorter || closeness <= (best?.closeness ?? 0)) continue;
      best = { found: { row: other.row, similarity: shared / shorter }, closeness };
    }
    this.keep({ row, bigrams });
    return best?.found;
  }

  private countOf(bucket: number): number {
    return this.counts[bucket] ?? 0;
  }

  private candidates(bigrams: Uint32Array): number[] {
    const buckets = [...new Set(Array.from(bigrams, bucketOf))].filter((bucket) => this.countOf(bucket) > 0);
    buckets.sort((a, b) => this.countOf(a) - this.countOf(b));
    const hits = new Map<number, number>();
    for (const bucket of buckets.slice(0, MOST_PROBES)) {
      for (const id of this.rings.subarray(bucket * BUCKET_SIZE, (bucket + 1) * BUCKET_SIZE)) {
        if (id > 0) hits.set(id, (hits.get(id) ?? 0) + 1);
      }
    }
    return [...hits]
      .sort(([a, m], [b, n]) => n - m || a - b)
      .slice(0, MOST_COMPARED)
      .map(([id]) => id);
  }

  private keep(text: Kept): void {
    const id = ++this.lastId;
    this.kept.set(id, text);
    this.kept.delete(id - MOST_KEPT);
    for (const bigram of text.bigrams) {
      const bucket = bucketOf(bigram);
      const count = this.countOf(bucket);
      this.rings[bucket * BUCKET_SIZE + (count % BUCKET_SIZE)] = id;
      this.counts[bucket] = count + 1;
    }
  }
}

function bigramsOf(text: string): Uint32Array {
  const bigrams = new Set<number>();
  for (let at = 1; at < text.length && bigrams.size < MOST_BIGRAMS; at++) {
    bigrams.add(text.charCodeAt(at - 1) * 65_536 + text.charCodeAt(at));
  }
  return Uint32Array.from(bigrams).sort();
}

/** Multiplicative hashing by 2³² ÷ the golden ratio (Knuth, TAOCP 3, 6.4): the highest 17 bits. */
function bucketOf(bigram: number): number {
  return Math.imul(bigram, 0x9e3779b1) >>> 15;
}

function sharedBigrams(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}
