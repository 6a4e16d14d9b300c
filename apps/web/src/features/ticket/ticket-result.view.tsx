import { useTranslation } from 'react-i18next';
import type { Attachment, Ticket } from '../../api/contract.types';
import { instantWords } from '../../i18n/time.words';
import { Icon } from '../../ui/icon.view';
import { AttachmentList } from '../attachments/attachment-list.view';

export function TicketResult({
  result,
  attachments,
}: {
  readonly result: NonNullable<Ticket['result']>;
  readonly attachments: readonly Attachment[];
}) {
  const { t } = useTranslation('staff');
  return (
    <section className="panel panel-result">
      <div className="section-head">
        <h2>{t('ticket.result')}</h2>
        <span className={result.onTime ? 'badge badge-good' : 'badge badge-bad'}>
          {t(result.onTime ? 'ticket.resultOnTime' : 'ticket.resultLate')}
        </span>
        {result.onTime !== result.onTimeOriginally && (
          <span className="badge">{t('ticket.resultMoved')}</span>
        )}
      </div>
      <p className="written">{result.text}</p>
      <AttachmentList attachments={attachments} />
      <p className="quiet">
        {t('ticket.resultBy', { by: result.by, at: instantWords(result.submittedAt) })}
        {result.approvedAt && result.approvedBy && (
          <>
            <br />
            {t('ticket.approved', { by: result.approvedBy, at: instantWords(result.approvedAt) })}
          </>
        )}
      </p>
    </section>
  );
}

export function TicketRating({ rating }: { readonly rating: NonNullable<Ticket['rating']> }) {
  const { t } = useTranslation('staff');
  return (
    <section className="panel">
      <h2>{t('ticket.rating')}</h2>
      <p className="rating-line">
        <span
          className="rated-stars"
          role="img"
          aria-label={t('ticket.fact.stars', { count: rating.satisfaction })}
        >
          {[1, 2, 3, 4, 5].map((star) => (
            <Icon key={star} name="star" size={18} filled={star <= rating.satisfaction} />
          ))}
        </span>
        <span className={rating.solved ? 'badge badge-good' : 'badge badge-bad'}>
          {t(rating.solved ? 'ticket.solved' : 'ticket.notSolved')}
        </span>
        <span className="badge">{t(rating.contacted ? 'ticket.contacted' : 'ticket.notContacted')}</span>
      </p>
      {rating.comment && <p className="written">{rating.comment}</p>}
      {rating.verifiedBy && (
        <p className="quiet">
          {t('ticket.verified', { by: rating.verifiedBy, at: instantWords(rating.ratedAt) })}
        </p>
      )}
    </section>
  );
}
