import { useTranslation } from 'react-i18next';
import type { TicketNotice } from '../../api/contract.types';
import { instantWords } from '../../i18n/time.words';
import { Deadline, Instant } from '../../ui/deadline.view';
import { AskButton, type PanelProps } from './ask-button.view';
import { awaitsAnswer, ofNotice } from './possible-commands';

/** The numbered notices, newest first, with what was asked, by when, and what was answered. */
export function TicketNotices(panel: PanelProps) {
  const { t } = useTranslation('staff');
  const { notices } = panel.ticket;
  if (notices.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('ticket.notices')}</h2>
      <ul className="parts">
        {notices.toReversed().map((notice) => (
          <Item key={notice.id} {...panel} notice={notice} />
        ))}
      </ul>
    </section>
  );
}

function Item({ notice, ...panel }: PanelProps & { readonly notice: TicketNotice }) {
  const { t } = useTranslation('staff');
  const { number, kind, text, by, issuedAt, replyBy, answer, answeredBy, answeredAt } = notice;
  const { acknowledgedAt, acknowledgedBy } = notice;
  const waits = awaitsAnswer(notice);
  const subject = ofNotice(notice);
  return (
    <li className={waits ? 'part part-open' : 'part'}>
      <p className="part-head">
        <strong>{number}</strong>
        <span className="badge">{t(`ticket.notice.kind.${kind}`)}</span>
        {waits && replyBy ? (
          <Deadline dueAt={replyBy} />
        ) : (
          <span className={answeredAt || acknowledgedAt ? 'badge badge-good' : 'badge badge-warn'}>
            {t(`ticket.notice.${answeredAt ? 'answered' : acknowledgedAt ? 'acknowledged' : 'unread'}`)}
          </span>
        )}
      </p>
      <p className="written">{text}</p>
      <p className="quiet">
        {by ?? t('ticket.notice.ladder')} · <Instant at={issuedAt} style="short" />
        {replyBy && <> · {t('ticket.notice.replyBy', { at: instantWords(replyBy, 'short') })}</>}
        {acknowledgedAt && acknowledgedBy && !answeredAt && (
          <>
            {' '}
            ·{' '}
            {t('ticket.notice.acknowledgedBy', {
              by: acknowledgedBy,
              at: instantWords(acknowledgedAt, 'short'),
            })}
          </>
        )}
      </p>
      {answer && (
        <p className="timeline-text">
          <strong>{answeredBy}</strong> {answeredAt && <Instant at={answeredAt} style="short" />}
          <br />
          {answer}
        </p>
      )}
      <div className="panel-buttons">
        {waits && <AskButton {...panel} command="answer-notice" subject={subject} />}
        {!acknowledgedAt && !answeredAt && (
          <AskButton {...panel} command="acknowledge-notice" subject={subject} />
        )}
      </div>
    </li>
  );
}
