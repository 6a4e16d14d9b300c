import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Ticket } from '../api/contract.types';
import { ApiError } from '../api/http.client';
import { ticketQuery } from '../api/tickets.query';
import { CommentBox } from '../features/ticket/comment-box.view';
import { useCommand } from '../features/ticket/command.hook';
import { TicketActions } from '../features/ticket/ticket-actions.view';
import { TicketClocks } from '../features/ticket/ticket-clocks.view';
import { TicketContact, TicketFacts } from '../features/ticket/ticket-facts.view';
import { TicketLog } from '../features/ticket/ticket-log.view';
import { TicketRating, TicketResult } from '../features/ticket/ticket-result.view';
import { RatingForm } from '../features/tracking/rating-form.view';
import { TicketFlags } from '../features/work/ticket-table.view';
import { Icon } from '../ui/icon.view';
import { EmptyState, ErrorNotice, Notice, Skeleton } from '../ui/notice.view';
import { usePageTitle } from '../ui/page-title.hook';
import { StageRail } from '../ui/stage-rail.view';
import { StatusBadge } from '../ui/status.view';

export function TicketPage() {
  const { t } = useTranslation('staff');
  const { number = '' } = useParams();
  const ticket = useQuery({ ...ticketQuery(number), refetchInterval: 60_000 });
  usePageTitle(t('ticket.title', { number }));
  return (
    <>
      <Link className="back" to="/work">
        <Icon name="back" size={18} />
        {t('ticket.back')}
      </Link>
      {ticket.data ? (
        <TicketSheet ticket={ticket.data} />
      ) : ticket.isPending ? (
        <Skeleton lines={10} />
      ) : ticket.error instanceof ApiError && ticket.error.status === 404 ? (
        <EmptyState wholePage title={t('ticket.missingTitle')} hint={t('ticket.missingText')} />
      ) : (
        <ErrorNotice error={ticket.error} onRetry={() => void ticket.refetch()} />
      )}
    </>
  );
}

function TicketSheet({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation('staff');
  return (
    <article className="ticket">
      <header className="ticket-head">
        <p className="ticket-line">
          <span className="number">{ticket.number}</span>
          <StatusBadge status={ticket.status} overdue={ticket.overdue} />
          <TicketFlags ticket={ticket} />
        </p>
        <h1>{ticket.title}</h1>
        <StageRail status={ticket.status} />
        <TicketActions ticket={ticket} />
        {ticket.queueReason && ticket.status === 'submitted' && (
          <Notice tone="warn">{t('ticket.queueReason', { reason: ticket.queueReason })}</Notice>
        )}
      </header>
      <aside className="ticket-side">
        <section className="panel">
          <h2>{t('ticket.clocks')}</h2>
          <TicketClocks clocks={ticket.clocks} />
        </section>
        <section className="panel ticket-facts">
          <h2>{t('ticket.facts')}</h2>
          <TicketFacts ticket={ticket} />
          <TicketContact ticket={ticket} />
        </section>
      </aside>
      <div className="ticket-main">
        <section className="panel">
          <h2>{t('ticket.description')}</h2>
          <p className="written">{ticket.description}</p>
        </section>
        {ticket.result && <TicketResult result={ticket.result} />}
        {ticket.rating && <TicketRating rating={ticket.rating} />}
        {ticket.can.includes('rate') && <StaffRating number={ticket.number} />}
        {ticket.can.includes('comment') && <CommentBox number={ticket.number} />}
        <TicketLog ticket={ticket} />
      </div>
    </article>
  );
}

/** For a reporter with an account of their own. */
function StaffRating({ number }: { readonly number: string }) {
  const { t } = useTranslation();
  const giving = useCommand(number, 'rate');
  return (
    <section className="panel reporter">
      <h2>{t('rate.title')}</h2>
      <RatingForm busy={giving.isPending} error={giving.error} onRate={(rate) => giving.mutate(rate)} />
    </section>
  );
}
