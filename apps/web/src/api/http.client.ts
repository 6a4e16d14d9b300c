import type { Problem } from './contract.types';

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

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  readonly form?: FormData;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** Asks the API for `path` below /api/v1. Returns the parsed body (undefined where there is none); throws ApiError. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  const body = await readJson(response);
  if (response.ok) return body as T;
  throw problemOf(response, body);
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { method = 'GET', body, form, query, idempotencyKey, signal } = options;
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (method !== 'GET' && csrfToken) headers.set('x-csrf-token', csrfToken);
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), form ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS);
  const giveUp = () => timer.abort();
  signal?.addEventListener('abort', giveUp);
  try {
    return await fetch(`${BASE}${path}${queryOf(query)}`, {
      method,
      headers,
      credentials: 'same-origin',
      signal: timer.signal,
      ...(form ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError({ code: timer.signal.aborted ? 'CLIENT.TIMEOUT' : 'CLIENT.NETWORK' });
  } finally {
    clearTimeout(timeout);
    signal?.removeEventListener('abort', giveUp);
  }
}

function queryOf(query: RequestOptions['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== '') search.set(name, String(value));
  const written = search.toString();
  return written === '' ? '' : `?${written}`;
}

async function readJson(response: Response): Promise<unknown> {
  const written = await response.text();
  if (written === '') return undefined;
  try {
    return JSON.parse(written);
  } catch {
    // A proxy's page in place of an answer: the status still says what happened.
    return undefined;
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
