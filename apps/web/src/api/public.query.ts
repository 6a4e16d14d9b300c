import { queryOptions } from '@tanstack/react-query';
import type { Rate, ReferenceData, SubmitTicket, SubmittedTicket, TrackedTicket } from './contract.types';
import { request } from './http.client';

export const referenceDataQuery = queryOptions({
  queryKey: ['reference-data'],
  queryFn: ({ signal }) => request<ReferenceData>('/reference-data', { signal }),
  staleTime: 10 * 60_000,
});

export const trackedTicketQuery = (code: string) =>
  queryOptions({
    queryKey: ['tracking', code],
    queryFn: ({ signal }) => request<TrackedTicket>(`/tracking/${encodeURIComponent(code)}`, { signal }),
  });

export function submitReport(body: SubmitTicket, idempotencyKey: string): Promise<SubmittedTicket> {
  return request('/tickets', { method: 'POST', body, idempotencyKey });
}

export function rateTracked(code: string, body: Rate, idempotencyKey: string): Promise<unknown> {
  return request(`/tracking/${encodeURIComponent(code)}/rating`, { method: 'POST', body, idempotencyKey });
}

export function commentTracked(code: string, text: string, idempotencyKey: string): Promise<unknown> {
  return request(`/tracking/${encodeURIComponent(code)}/comments`, {
    method: 'POST',
    body: { text },
    idempotencyKey,
  });
}
