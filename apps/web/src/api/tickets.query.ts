import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  OwnerOption,
  Page,
  Ticket,
  TicketCommand,
  TicketCommandBody,
  TicketSummary,
} from './contract.types';
import { request } from './http.client';

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
    queryFn: ({ pageParam, signal }) =>
      request<Page<TicketSummary>>('/tickets', {
        query: { ...filter, cursor: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

export const focusTicketsQuery = (filter: TicketFilter) =>
  queryOptions({
    queryKey: ['tickets', 'focus', filter],
    queryFn: ({ signal }) =>
      request<Page<TicketSummary>>('/tickets', { query: { ...filter, limit: FOCUS_SIZE }, signal }),
    refetchInterval: 60_000,
  });

export const ticketQuery = (number: string) =>
  queryOptions({
    queryKey: ['tickets', 'one', number],
    queryFn: ({ signal }) => request<Ticket>(`/tickets/${encodeURIComponent(number)}`, { signal }),
  });

export const ownersQuery = (department: string | undefined) =>
  queryOptions({
    queryKey: ['owners', department],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly OwnerOption[] }>('/owners', { query: { department }, signal }),
    enabled: department !== undefined,
  });

/** Gives a command to a ticket; answers with the ticket as it is then. */
export function commandTicket<C extends TicketCommand>(
  number: string,
  command: C,
  body: TicketCommandBody<C>,
  idempotencyKey: string,
): Promise<Ticket> {
  return request(`/tickets/${encodeURIComponent(number)}/${command}`, {
    method: 'POST',
    body,
    idempotencyKey,
  });
}
