import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { KeywordRules, Notification, Page, Policy, SavePolicy } from './contract.types';
import { request } from './http.client';

export interface NotificationFilter {
  readonly status?: Notification['status'];
  readonly ticket?: string;
}

export const notificationListQuery = (filter: NotificationFilter) =>
  infiniteQueryOptions({
    queryKey: ['notifications', filter],
    queryFn: ({ pageParam, signal }) =>
      request<Page<Notification>>('/notifications', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

export function resendNotification(id: string, idempotencyKey: string): Promise<unknown> {
  return request(`/notifications/${encodeURIComponent(id)}/resend`, {
    method: 'POST',
    body: {},
    idempotencyKey,
  });
}

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => request<Page<Policy>>('/policies', { signal }),
});

export function savePolicy(code: string, body: SavePolicy): Promise<Policy> {
  return request(`/policies/${encodeURIComponent(code)}`, { method: 'PUT', body });
}

export const keywordRulesQuery = queryOptions({
  queryKey: ['keyword-rules'],
  queryFn: ({ signal }) => request<KeywordRules>('/keyword-rules', { signal }),
});

export function saveKeywordRules(body: KeywordRules): Promise<KeywordRules> {
  return request('/keyword-rules', { method: 'PUT', body });
}
