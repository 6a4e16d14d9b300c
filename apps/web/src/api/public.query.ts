import { queryOptions } from '@tanstack/react-query';
import type {
  Rate,
  SubmitTicket,
  SubmittedTicket,
  TrackedCommand,
  TrackedCommandBody,
  TrackedTicket,
  Upload,
} from './contract.types';
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

/** Gives one of the reporter's own commands; answers with the ticket as it is then. */
export function commandTracked<C extends TrackedCommand>(
  trackingCode: string,
  command: C,
  body: TrackedCommandBody<C>,
  idempotencyKey: string,
): Promise<TrackedTicket> {
  // All are asked for and answered alike; `body` is checked by the command's own path.
  const path = `/api/v1/tracking/{trackingCode}/${command}` as '/api/v1/tracking/{trackingCode}/withdraw';
  const params = { path: { trackingCode }, header: onceUnder(idempotencyKey) };
  return answerOf(api.POST(path, { params, body: body as object }));
}

/** Sends a file ahead of the ticket that is to list it. */
export function uploadFile(file: File): Promise<Upload> {
  const form = new FormData();
  form.set('file', file);
  // The document describes the fields; a form is how they travel.
  return answerOf(api.POST('/api/v1/attachments', { body: form as unknown as { readonly file: string } }));
}
