import { queryOptions } from '@tanstack/react-query';
import type { Me } from './contract.types';
import { request, setCsrfToken } from './http.client';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => remember(await request<Me>('/me', { signal })),
  staleTime: 5 * 60_000,
});

export async function login(username: string, password: string): Promise<Me> {
  return remember(await request<Me>('/auth/login', { method: 'POST', body: { username, password } }));
}

export async function logout(): Promise<void> {
  await request('/auth/logout', { method: 'POST' });
  setCsrfToken(undefined);
}

function remember(me: Me): Me {
  setCsrfToken(me.csrfToken);
  return me;
}
