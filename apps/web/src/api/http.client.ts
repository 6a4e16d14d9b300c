import createClient from 'openapi-fetch';
import type { Problem } from './contract.types';
import type { paths } from './schema';

/** Where the API lives. */
export const BASE = '/api/v1';
const TIMEOUT_MS = 30_000;
/** An upload on a slow line may take this long. */
const UPLOAD_TIMEOUT_MS = 10 * 60_000;

/** A refusal or failure, always with a code: the server's own, or `CLIENT.*` where no answer came. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly correlationId: string | undefined;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];

  constructor(problem: Partial<Problem> & { readonly code: string }) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.name = 'ApiError';
    this.code = problem.code;
    this.status = problem.status ?? 0;
    this.title = problem.title ?? problem.code;
    this.detail = problem.detail;
    this.correlationId = problem.correlationId;
    this.errors = problem.errors ?? [];
  }
}

let csrfToken: string | undefined;

/** Remembers the login's token, or forgets it; it goes with every request that changes something. */
export function setCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** The API as its document describes it: what does not stand there does not compile. */
export const api = createClient<paths>({ headers: { accept: 'application/json' }, fetch: send });

/** The body of a success (undefined where there is none). Throws ApiError. */
export async function answerOf<T>(
  asked: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    // A proxy's page in place of an answer.
    if (cause instanceof SyntaxError) throw new ApiError({ code: 'CLIENT.UNEXPECTED' });
    throw cause;
  });
  if (response.ok) return data as T;
  throw problemOf(response, error);
}

/** Of what may be undefined, that which is there. */
export function given<T extends object>(values: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}

/** The header under which a repeated request is carried out once. */
export const onceUnder = (idempotencyKey: string) => ({ 'Idempotency-Key': idempotencyKey });

async function send(request: Request): Promise<Response> {
  if (request.method !== 'GET' && csrfToken) request.headers.set('x-csrf-token', csrfToken);
  const isUpload = request.headers.get('content-type')?.startsWith('multipart/') ?? false;
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), isUpload ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS);
  const giveUp = () => timer.abort();
  request.signal.addEventListener('abort', giveUp);
  try {
    return await fetch(request, { signal: timer.signal });
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new ApiError({ code: timer.signal.aborted ? 'CLIENT.TIMEOUT' : 'CLIENT.NETWORK' });
  } finally {
    clearTimeout(timeout);
    request.signal.removeEventListener('abort', giveUp);
  }
}

function problemOf(response: Response, body: unknown): ApiError {
  const correlationId = response.headers.get('x-correlation-id') ?? undefined;
  if (isProblem(body)) return new ApiError({ ...(correlationId ? { correlationId } : {}), ...body });
  const code = response.status >= 500 ? 'SERVER.UNAVAILABLE' : 'CLIENT.UNEXPECTED';
  return new ApiError({ code, status: response.status, ...(correlationId ? { correlationId } : {}) });
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}
