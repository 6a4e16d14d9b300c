import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket, TicketCommand, TicketCommandBody } from '../../api/contract.types';
import { ApiError } from '../../api/http.client';
import { IdempotencyKeys } from '../../api/idempotency';
import { commandTicket, ticketQuery } from '../../api/tickets.query';

/** Gives one command: on success the page shows the new state, on a conflict it learns what happened meanwhile. */
export function useCommand<C extends TicketCommand>(
  number: string,
  command: C,
  onDone?: () => void,
): UseMutationResult<Ticket, Error, TicketCommandBody<C>> {
  const { t } = useTranslation('staff');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [keys] = useState(() => new IdempotencyKeys());
  const { queryKey } = ticketQuery(number);
  return useMutation({
    mutationFn: (body: TicketCommandBody<C>) => commandTicket(number, command, body, keys.keyFor(body)),
    onSuccess: (ticket) => {
      keys.forget();
      client.setQueryData(queryKey, ticket);
      void client.invalidateQueries({ queryKey: ['tickets'] });
      void message.success(t(`commandDone.${command}`));
      onDone?.();
    },
    onError: (error) => {
      if (!(error instanceof ApiError) || error.status !== 409) return;
      // The same words on the ticket as it now is would be another command.
      keys.forget();
      void client.invalidateQueries({ queryKey });
    },
  });
}
