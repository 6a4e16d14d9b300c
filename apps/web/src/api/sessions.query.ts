import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  CreateSession,
  ImportAccepted,
  ImportRun,
  Mapping,
  Page,
  SessionLine,
  SessionSummary,
  SessionWithLines,
} from './contract.types';
import { request } from './http.client';

const POLL_MS = 1_000;
const LINES_PAGE = 200;

export const sessionListQuery = infiniteQueryOptions({
  queryKey: ['sessions', 'list'],
  queryFn: ({ pageParam, signal }) =>
    request<Page<SessionSummary>>('/sessions', { query: { cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor,
});

export const sessionQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['sessions', 'one', id],
    queryFn: ({ pageParam, signal }) =>
      request<SessionWithLines>(`/sessions/${encodeURIComponent(id)}`, {
        query: { cursor: pageParam, limit: LINES_PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Asked every second until the run rests: read and waiting for a decision, done, or failed. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => request<ImportRun>(`/imports/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isResting(state.data) ? false : POLL_MS),
    refetchIntervalInBackground: true,
  });

export function isResting({ status }: ImportRun): boolean {
  return status === 'previewed' || status === 'done' || status === 'failed';
}

export const importLinesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'lines'],
    queryFn: ({ pageParam, signal }) =>
      request<Page<SessionLine>>(`/imports/${encodeURIComponent(id)}/lines`, {
        query: { cursor: pageParam, limit: LINES_PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

export function createSession(body: CreateSession, idempotencyKey: string): Promise<SessionSummary> {
  return request('/sessions', { method: 'POST', body, idempotencyKey });
}

/** Sends a file of minutes for preview; nothing is made of it before `commitImport`. */
export function uploadMinutes(
  sessionId: string,
  file: File,
  mapping: Mapping,
  idempotencyKey: string,
): Promise<ImportAccepted> {
  const form = new FormData();
  // Fields stand before the file, so that a server that reads the stream knows them when the file begins.
  form.set('commit', 'false');
  if (Object.keys(mapping).length > 0) form.set('mapping', JSON.stringify(mapping));
  form.set('file', file);
  return request(`/sessions/${encodeURIComponent(sessionId)}/imports`, {
    method: 'POST',
    form,
    idempotencyKey,
  });
}

export function commitImport(id: string, idempotencyKey: string): Promise<unknown> {
  return request(`/imports/${encodeURIComponent(id)}/commit`, { method: 'POST', body: {}, idempotencyKey });
}
