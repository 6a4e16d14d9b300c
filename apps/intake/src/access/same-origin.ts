import { timingSafeEqual } from 'node:crypto';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface OriginFacts {
  readonly method: string;
  readonly origin?: string | undefined;
  /** Host and port that the client asked for. */
  readonly host: string;
  readonly publicUrl: string;
  /** The token of the login that the request rides on; absent where nobody is logged in. */
  readonly csrfToken?: string | undefined;
  readonly sentToken?: string | undefined;
}

/**
 * Whether a request may change something, as far as its origin goes. A foreign `Origin` never may. Without any, a
 * login must be accompanied by its token; where nobody is logged in there is nothing to ride on (servers, curl).
 */
export function mayChange({ method, origin, host, publicUrl, csrfToken, sentToken }: OriginFacts): boolean {
  if (READING.has(method)) return true;
  if (origin !== undefined)
    return URL.canParse(origin) && (new URL(origin).host === host || origin === new URL(publicUrl).origin);
  return csrfToken === undefined || (sentToken !== undefined && isSame(csrfToken, sentToken));
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
