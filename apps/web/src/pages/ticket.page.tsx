import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Ticket } from '../api/contract.types';
import { ApiError } from '../api/http.client';
import { ticketQuery } from '../api/tickets.query';
import { AttachmentList } from '../features/attachments/attachment-list.view';
import { AskButton, type PanelProps } from '../features/ticket/ask-button.view';
import { CommandDialog } from '../features/ticket/command-dialog.view';
import { useCommand } from '../features/ticket/command.hook';
import { CommentBox } from '../features/ticket/comment-box.view';
import type { Asked } from '../features/ticket/possible-commands';
import { TicketActions } from '../features/ticket/ticket-actions.view';
import { TicketClocks } from '../features/ticket/ticket-clocks.view';
import { TicketContact, TicketFacts } from '../features/ticket/ticket-facts.view';
import { TicketLog } from '../features/ticket/ticket-log.view';
import { TicketNotices } from '../features/ticket/ticket-notices.view';
import { TicketRating, TicketResult } from '../features/ticket/ticket-result.view';
import { TicketSubTasks } from '../features/ticket/ticket-sub-tasks.view';
import { TicketWaiting } from '../features/ticket/ticket-waiting.view';
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
  // A dialog stays open when the ticket changes under it: what was written is not lost, and the server has the last word.
  const [asked, setAsked] = useState<Asked>();
  const panel: PanelProps = { ticket, onAsk: setAsked };
  const files = (...purposes: readonly string[]) =>
    ticket.attachments.filter(({ purpose }) => purposes.includes(purpose));
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
        <TicketActions {...panel} />
        {asked && <CommandDialog ticket={ticket} asked={asked} onClose={() => setAsked(undefined)} />}
        {ticket.queueReason && ticket.status === 'submitted' && (
          <Notice tone="warn">{t('ticket.queueReason', { reason: ticket.queueReason })}</Notice>
        )}
      </header>
      <aside className="ticket-side">
        <section className="panel">
          <h2>{t('ticket.clocks')}</h2>
          <TicketClocks ticket={ticket} />
        </section>
        <section className="panel ticket-facts">
          <h2>{t('ticket.facts')}</h2>
          <TicketFacts ticket={ticket} />
          <TicketContact ticket={ticket} />
        </section>
      </aside>
      <div className="ticket-main">
        <TicketWaiting {...panel} />
        <section className="panel">
          <h2>{t('ticket.description')}</h2>
          <p className="written">{ticket.description}</p>
          <AttachmentList attachments={files('report')} />
        </section>
        <TicketNotices {...panel} />
        <TicketSubTasks {...panel} />
        {ticket.result && <TicketResult result={ticket.result} attachments={files('result')} />}
        {ticket.rating && <TicketRating rating={ticket.rating} />}
        {ticket.can.includes('rate') && <StaffRating number={ticket.number} />}
        <TicketFiles {...panel} files={ticket.result ? files('other') : files('other', 'result')} />
        {ticket.can.includes('comment') && <CommentBox number={ticket.number} />}
        <TicketLog ticket={ticket} />
      </div>
    </article>
  );
}

function TicketFiles({ files, ...panel }: PanelProps & { readonly files: Ticket['attachments'] }) {
  const { t } = useTranslation('staff');
  const mayAdd = panel.ticket.can.includes('attach');
  if (files.length === 0 && !mayAdd) return null;
  return (
    <section className="panel">
      <div className="section-head">
        <h2>{t('ticket.files')}</h2>
        <AskButton {...panel} command="attach" />
      </div>
      {files.length === 0 ? (
        <p className="quiet">{t('ticket.filesNone')}</p>
      ) : (
        <AttachmentList attachments={files} />
      )}
    </section>
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
