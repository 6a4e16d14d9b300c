/** Distinct terms kept for one ticket; words that only occur after them are not found. Some 3,000 characters. */
const MAX_TERMS = 1_500;
/** Terms of the query that the index is asked for; the rest is settled by reading the texts. */
const MAX_QUERY_TERMS = 8;

interface Texts {
  readonly title: string;
  readonly description: string;
}

/** One form for full and half width, upper and lower case (Unicode NFKC). */
function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function wordsOf(text: string): string[] {
  return normalise(text).split(/\s+/u).filter(Boolean);
}

function bigramsOf(word: string): string[] {
  const characters = Array.from(word);
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/**
 * The terms under which a ticket is found: every pair of neighbouring characters of title and description, since
 * Chinese is written without spaces, and the title's single characters.
 */
export function searchTermsOf({ title, description }: Texts): string[] {
  const terms = new Set<string>();
  for (const word of wordsOf(title)) for (const character of word) terms.add(character);
  for (const word of [...wordsOf(title), ...wordsOf(description)])
    for (const bigram of bigramsOf(word)) {
      if (terms.size >= MAX_TERMS) return [...terms];
      terms.add(bigram);
    }
  return [...terms];
}

/** Terms that every ticket matching the query has. Empty only for an empty query. */
export function queryTermsOf(query: string): string[] {
  const terms = wordsOf(query).flatMap((word) => (isSingle(word) ? [word] : bigramsOf(word)));
  return [...new Set(terms)].slice(0, MAX_QUERY_TERMS);
}

/**
 * Whether a ticket has every word of the query as part of its title or description; a word of one character has
 * to stand in the title, or it would match nearly everything.
 */
export function textMatcherOf(query: string): (ticket: Texts) => boolean {
  const words = wordsOf(query);
  return (ticket) => {
    const title = normalise(ticket.title);
    const description = normalise(ticket.description);
    return words.every((word) => title.includes(word) || (!isSingle(word) && description.includes(word)));
  };
}

function isSingle(word: string): boolean {
  return Array.from(word).length === 1;
}

/** The bounds of all ticket numbers that begin like the query, or undefined where it is no beginning of one. */
export function numberRangeOf(query: string): { readonly $gte: string; readonly $lt: string } | undefined {
  const number = normalise(query).trim();
  // A colon is the character after the nine.
  return /^\d{4}-\d{0,9}$/.test(number) ? { $gte: number, $lt: `${number}:` } : undefined;
}
