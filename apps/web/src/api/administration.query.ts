import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { KeywordRules, Notification, Policy, SaveKeywordRules, SavePolicy } from './contract.types';
import { answerOf, api, given } from './http.client';

export interface NotificationFilter {
  readonly status?: Notification['status'];
  readonly ticket?: string;
}

export const notificationListQuery = (filter: NotificationFilter) =>
  infiniteQueryOptions({
    queryKey: ['notifications', filter],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/notifications', {
          params: { query: given({ ...filter, cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

export function resendNotification(id: string): Promise<Notification> {
  return answerOf(api.POST('/api/v1/notifications/{id}/resend', { params: { path: { id } } }));
}

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/policies', { signal })),
});

export function savePolicy(code: string, body: SavePolicy): Promise<Policy> {
  return answerOf(api.PUT('/api/v1/policies/{code}', { params: { path: { code } }, body }));
}

export const keywordRulesQuery = queryOptions({
  queryKey: ['keyword-rules'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/keyword-rules', { signal })),
});

export function saveKeywordRules(body: SaveKeywordRules): Promise<KeywordRules> {
  return answerOf(api.PUT('/api/v1/keyword-rules', { body }));
}
