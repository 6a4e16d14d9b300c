import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CreateSession, ImportAccepted, ImportRun, Mapping, SessionSummary } from './contract.types';
import { answerOf, api, given } from './http.client';

const POLL_MS = 1_000;
const LINES_PAGE = 200;

export const sessionListQuery = infiniteQueryOptions({
  queryKey: ['sessions', 'list'],
  queryFn: ({ pageParam, signal }) =>
    answerOf(api.GET('/api/v1/sessions', { params: { query: given({ cursor: pageParam }) }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor,
});

export const sessionQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['sessions', 'one', id],
    queryFn: ({ pageParam, signal }) => {
      const query = given({ cursor: pageParam, limit: LINES_PAGE });
      return answerOf(api.GET('/api/v1/sessions/{id}', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Asked every second until the run rests: read and waiting for a decision, done, or failed. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isResting(state.data) ? false : POLL_MS),
    refetchIntervalInBackground: true,
  });

export function isResting({ status }: ImportRun): boolean {
  return status === 'previewed' || status === 'done' || status === 'failed';
}

export const importLinesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'lines'],
    queryFn: ({ pageParam, signal }) => {
      const query = given({ cursor: pageParam, limit: LINES_PAGE });
      return answerOf(api.GET('/api/v1/imports/{id}/lines', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

export function createSession(body: CreateSession): Promise<SessionSummary> {
  return answerOf(api.POST('/api/v1/sessions', { body }));
}

/** Sends a file of minutes for preview; nothing is made of it before `commitImport`. */
export function uploadMinutes(id: string, file: File, mapping: Mapping): Promise<ImportAccepted> {
  const form = new FormData();
  // Fields stand before the file, so that a server that reads the stream knows them when the file begins.
  form.set('commit', 'false');
  if (Object.keys(mapping).length > 0) form.set('mapping', JSON.stringify(mapping));
  form.set('file', file);
  // The document describes the fields; a form is how they travel.
  const body = form as unknown as { readonly file: string };
  return answerOf(api.POST('/api/v1/sessions/{id}/imports', { params: { path: { id } }, body }));
}

export function commitImport(id: string): Promise<ImportAccepted> {
  return answerOf(api.POST('/api/v1/imports/{id}/commit', { params: { path: { id } } }));
}
