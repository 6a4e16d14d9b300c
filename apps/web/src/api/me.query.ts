import { queryOptions } from '@tanstack/react-query';
import type { Me } from './contract.types';
import { answerOf, api, setCsrfToken } from './http.client';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => remember(await answerOf(api.GET('/api/v1/me', { signal }))),
  staleTime: 5 * 60_000,
});

export async function login(username: string, password: string): Promise<Me> {
  return remember(await answerOf(api.POST('/api/v1/auth/login', { body: { username, password } })));
}

export async function changePassword(current: string, next: string): Promise<Me> {
  return remember(await answerOf(api.POST('/api/v1/me/password', { body: { current, next } })));
}

export async function logout(): Promise<void> {
  await answerOf(api.POST('/api/v1/auth/logout'));
  setCsrfToken(undefined);
}

function remember(me: Me): Me {
  setCsrfToken(me.csrfToken);
  return me;
}
