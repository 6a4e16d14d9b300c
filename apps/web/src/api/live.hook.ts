import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LIVE_EVENTS, LiveEventName } from '@app/contracts/http';
import type { z } from 'zod';
import { followEvents } from './event-stream';
import { BASE } from './http.client';
import { meQuery } from './me.query';
import { trackedTicketQuery } from './public.query';
import { ticketQuery } from './tickets.query';

type Data<N extends keyof typeof LIVE_EVENTS> = z.infer<(typeof LIVE_EVENTS)[N]>;
const OF_PERSON: readonly LiveEventName[] = ['ready', 'ticket', 'gone', 'reset'];
const OF_TRACKING: readonly LiveEventName[] = ['ready', 'changed'];
/** An import changes a thousand tickets within a minute; a list read anew every other second is fresh enough. */
const GATHER_MS = 2_000;

/** Keeps lists and tickets as they are on the server, for as long as somebody is logged in. */
export function useLiveTickets(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stale = new Map<string, QueryKey>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readAnew = (...queryKeys: readonly QueryKey[]) => {
      for (const queryKey of queryKeys) stale.set(JSON.stringify(queryKey), queryKey);
      timer ??= setTimeout(() => {
        for (const queryKey of stale.values()) void client.invalidateQueries({ queryKey });
        stale.clear();
        timer = undefined;
      }, GATHER_MS);
    };
    const lists: readonly QueryKey[] = [
      ['tickets', 'list'],
      ['tickets', 'focus'],
      ['sessions', 'one'],
    ];
    const stop = followEvents({
      url: `${BASE}/live`,
      names: OF_PERSON,
      told: (name, data) => {
        if (name === 'ready' || name === 'reset') return readAnew(['tickets'], ['sessions']);
        const { queryKey } = ticketQuery((data as Data<'ticket' | 'gone'>).number);
        // What one may no longer see is not shown until the answer comes.
        if (name === 'gone') void client.resetQueries({ queryKey });
        else void client.invalidateQueries({ queryKey });
        readAnew(...lists);
      },
      refused: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client]);
}

/** Keeps a tracked ticket as it is on the server. Answers whether it is told of changes at the moment. */
export function useLiveTracking(code: string): boolean {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  useEffect(
    () =>
      followEvents({
        url: `${BASE}/tracking/${encodeURIComponent(code)}/live`,
        names: OF_TRACKING,
        told: () => void client.invalidateQueries({ queryKey: trackedTicketQuery(code).queryKey }),
        open: setOpen,
      }),
    [client, code],
  );
  return open;
}
