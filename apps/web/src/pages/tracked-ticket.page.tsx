import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Rate, TrackedTicket } from '../api/contract.types';
import { ApiError } from '../api/http.client';
import { IdempotencyKeys } from '../api/idempotency';
import { useLiveTracking } from '../api/live.hook';
import { rateTracked, trackedTicketQuery } from '../api/public.query';
import { noteStatus } from '../features/device-tickets/device-tickets';
import { TrackedCommentForm } from '../features/tracking/comment-form.view';
import { Followed } from '../features/tracking/followed.view';
import { OwnCommands } from '../features/tracking/own-commands.view';
import { OwnFiles } from '../features/tracking/own-files.view';
import { RatingForm } from '../features/tracking/rating-form.view';
import { TrackedFacts, TrackedPause, TrackedResult } from '../features/tracking/tracked-facts.view';
import { TrackedTimeline } from '../features/tracking/tracked-timeline.view';
import { instantWords } from '../i18n/time.words';
import { useWireWord } from '../i18n/wire-word.hook';
import { Icon } from '../ui/icon.view';
import { EmptyState, ErrorNotice, Notice, Skeleton } from '../ui/notice.view';
import { usePageTitle } from '../ui/page-title.hook';
import { StageRail } from '../ui/stage-rail.view';
import { StatusBadge } from '../ui/status.view';

/** Where the ticket does not tell of its changes by itself. */
const REFRESH_MS = 30_000;
/** Where it does: links to files work for five minutes. */
const RENEW_MS = 4 * 60_000;

export function TrackedTicketPage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const live = useLiveTracking(code);
  const ticket = useQuery({ ...trackedTicketQuery(code), refetchInterval: live ? RENEW_MS : REFRESH_MS });
  usePageTitle(ticket.data ? `${ticket.data.number} ${t('track.title')}` : t('track.title'));
  const status = ticket.data?.status;
  useEffect(() => {
    if (status) noteStatus(code, status);
  }, [code, status]);
  if (ticket.data) return <Tracked code={code} ticket={ticket.data} />;
  if (ticket.isPending) return <Skeleton lines={7} />;
  if (ticket.error instanceof ApiError && (ticket.error.status === 404 || ticket.error.status === 422))
    return (
      <EmptyState wholePage title={t('track.notFoundTitle')} hint={t('track.notFoundText')}>
        <Link className="button" to="/track">
          {t('track.tryAgain')}
        </Link>
      </EmptyState>
    );
  return <ErrorNotice error={ticket.error} onRetry={() => void ticket.refetch()} />;
}

function Tracked({ code, ticket }: { readonly code: string; readonly ticket: TrackedTicket }) {
  const { t } = useTranslation();
  const word = useWireWord();
  return (
    <article className="tracked">
      <header>
        <p className="tracked-number">
          <span className="number">{ticket.number}</span>
          <StatusBadge status={ticket.status} overdue={ticket.overdue} />
        </p>
        <h1>{word('track.headline', ticket.status)}</h1>
        <p className="tracked-title">{ticket.title}</p>
        <p className="quiet">{t('track.submittedAt', { at: instantWords(ticket.submittedAt) })}</p>
        <StageRail status={ticket.status} />
      </header>
      {ticket.closure && <Notice tone="info">{word('closure', ticket.closure)}</Notice>}
      <TrackedPause ticket={ticket} />
      {ticket.result && (
        <TrackedResult
          text={ticket.result}
          attachments={ticket.attachments.filter(({ purpose }) => purpose === 'result')}
        />
      )}
      <Rating code={code} ticket={ticket} />
      {ticket.follows ? <Followed ticket={ticket.follows} /> : <TrackedFacts ticket={ticket} />}
      <OwnCommands code={code} ticket={ticket} />
      <section>
        <h2>{t(ticket.follows ? 'track.ownTimeline' : 'track.timeline')}</h2>
        <TrackedTimeline entries={ticket.timeline} />
      </section>
      <OwnFiles code={code} ticket={ticket} />
      {ticket.can.includes('comment') && <TrackedCommentForm code={code} />}
    </article>
  );
}

function Rating({ code, ticket }: { readonly code: string; readonly ticket: TrackedTicket }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [keys] = useState(() => new IdempotencyKeys());
  const rating = useMutation({
    mutationFn: (rate: Rate) => rateTracked(code, rate, keys.keyFor(rate)),
    onSuccess: () => {
      keys.forget();
      return client.invalidateQueries(trackedTicketQuery(code));
    },
  });
  if (ticket.can.includes('rate'))
    return (
      <section className="card card-accent">
        <h2>{t('rate.title')}</h2>
        {ticket.rateBefore && (
          <p className="quiet">{t('track.rateBefore', { at: instantWords(ticket.rateBefore) })}</p>
        )}
        <RatingForm busy={rating.isPending} error={rating.error} onRate={(rate) => rating.mutate(rate)} />
      </section>
    );
  if (!ticket.rating) return null;
  const { solved, satisfaction } = ticket.rating;
  return (
    <section className="card rated">
      <h2>{rating.isSuccess ? t('rate.thanks') : t('rate.yours')}</h2>
      <p>
        <span
          className="rated-stars"
          role="img"
          aria-label={t('rate.star', { count: satisfaction, word: '' })}
        >
          {[1, 2, 3, 4, 5].map((star) => (
            <Icon key={star} name="star" filled={star <= satisfaction} />
          ))}
        </span>
        {t(solved ? 'rate.solvedYes' : 'rate.solvedNo')}
      </p>
    </section>
  );
}
