import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Ticket, TicketCommand, TicketCommandBody } from './contract.types';
import { answerOf, api, given, onceUnder } from './http.client';

export interface TicketFilter {
  readonly status?: string;
  readonly department?: string;
  readonly owner?: string;
  readonly category?: string;
  readonly overdue?: boolean;
  readonly q?: string;
}

const PAGE_SIZE = 25;
/** The most the API gives at once; a list of what needs one person should not be longer. */
export const FOCUS_SIZE = 100;

export const ticketListQuery = (filter: TicketFilter) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'list', filter],
    queryFn: ({ pageParam, signal }) => listTickets(filter, { cursor: pageParam, limit: PAGE_SIZE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

export const focusTicketsQuery = (filter: TicketFilter) =>
  queryOptions({
    queryKey: ['tickets', 'focus', filter],
    queryFn: ({ signal }) => listTickets(filter, { cursor: undefined, limit: FOCUS_SIZE }, signal),
    refetchInterval: 60_000,
  });

export const ticketQuery = (number: string) =>
  queryOptions({
    queryKey: ['tickets', 'one', number],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/tickets/{number}', { params: { path: { number } }, signal })),
  });

export const ownersQuery = (department: string | undefined) =>
  queryOptions({
    queryKey: ['owners', department],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/owners', { params: { query: given({ department }) }, signal })),
    enabled: department !== undefined,
  });

/** Gives a command to a ticket; answers with the ticket as it is then. */
export function commandTicket<C extends TicketCommand>(
  number: string,
  command: C,
  body: TicketCommandBody<C>,
  idempotencyKey: string,
): Promise<Ticket> {
  // Every command is asked for and answered alike; `body` is checked by the command's own path.
  const path = `/api/v1/tickets/{number}/${command}` as '/api/v1/tickets/{number}/accept';
  const params = { path: { number }, header: onceUnder(idempotencyKey) };
  return answerOf(api.POST(path, { params, body: body as object }));
}

function listTickets(
  { overdue, ...filter }: TicketFilter,
  page: { readonly cursor: string | undefined; readonly limit: number },
  signal: AbortSignal,
) {
  const said = overdue === undefined ? undefined : overdue ? ('true' as const) : ('false' as const);
  const query = given({ ...filter, ...page, overdue: said });
  return answerOf(api.GET('/api/v1/tickets', { params: { query }, signal }));
}
