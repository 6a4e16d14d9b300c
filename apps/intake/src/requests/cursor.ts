import { ProblemException } from '@app/platform';

/** A place in a list, as clients carry it: opaque, and safe in a URL. */
export function cursorOf(place: string): string {
  return Buffer.from(place, 'utf8').toString('base64url');
}

/** The place that a cursor stands for. Throws REQUEST.CURSOR_INVALID for one that no answer ever held. */
export function placeOf(cursor: string, pattern = /^[\w-]{1,64}$/): string {
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!pattern.test(place) || cursorOf(place) !== cursor)
    throw new ProblemException('REQUEST.CURSOR_INVALID');
  return place;
}

/** `after` of a repository's page; nothing where the list begins. */
export function afterOf(cursor: string | undefined): { readonly after?: string } {
  return cursor === undefined ? {} : { after: placeOf(cursor) };
}

/** A page out of one item more than was asked for: that there is one tells that there is a next page. */
export function pageOf<T, U>(
  found: readonly T[],
  limit: number,
  placeOfItem: (item: T) => string,
  present: (item: T) => U,
): { items: U[]; nextCursor?: string } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(present),
    ...(found.length > limit && last !== undefined ? { nextCursor: cursorOf(placeOfItem(last)) } : {}),
  };
}
