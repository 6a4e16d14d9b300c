import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/http.client';
import { meQuery } from '../api/me.query';

const RETRIES = 2;

/** Refusals are answers and are not asked again; silence and outages are, twice. */
function worthRetrying(failures: number, error: Error): boolean {
  if (failures >= RETRIES || !(error instanceof ApiError)) return false;
  return error.status === 0 || error.status >= 500;
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // A login that expired shows itself on any request; asking for `me` again then leads to the login page.
    onError: (error, query) => {
      if (error instanceof ApiError && error.status === 401 && query.queryKey[0] !== 'me')
        void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  }),
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 10_000, refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});
