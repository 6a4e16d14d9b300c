import { queryOptions } from '@tanstack/react-query';
import type { Rate, SubmitTicket, SubmittedTicket, TrackedTicket } from './contract.types';
import { answerOf, api, onceUnder } from './http.client';

export const referenceDataQuery = queryOptions({
  queryKey: ['reference-data'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/reference-data', { signal })),
  staleTime: 10 * 60_000,
});

export const trackedTicketQuery = (trackingCode: string) =>
  queryOptions({
    queryKey: ['tracking', trackingCode],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/tracking/{trackingCode}', { params: { path: { trackingCode } }, signal })),
  });

export function submitReport(body: SubmitTicket, idempotencyKey: string): Promise<SubmittedTicket> {
  return answerOf(api.POST('/api/v1/tickets', { params: { header: onceUnder(idempotencyKey) }, body }));
}

export function rateTracked(
  trackingCode: string,
  body: Rate,
  idempotencyKey: string,
): Promise<TrackedTicket> {
  const params = { path: { trackingCode }, header: onceUnder(idempotencyKey) };
  return answerOf(api.POST('/api/v1/tracking/{trackingCode}/rating', { params, body }));
}

export function commentTracked(
  trackingCode: string,
  text: string,
  idempotencyKey: string,
): Promise<TrackedTicket> {
  const params = { path: { trackingCode }, header: onceUnder(idempotencyKey) };
  return answerOf(api.POST('/api/v1/tracking/{trackingCode}/comments', { params, body: { text } }));
}
