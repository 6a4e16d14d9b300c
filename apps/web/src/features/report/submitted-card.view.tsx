import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SubmittedTicket } from '../../api/contract.types';
import { CopyButton } from '../../ui/copy-button.view';
import { Icon } from '../../ui/icon.view';

/** The one time the tracking code is shown: made to be photographed or copied. */
export function SubmittedCard({
  ticket,
  kept,
  onAgain,
}: {
  readonly ticket: SubmittedTicket;
  readonly kept: boolean;
  readonly onAgain: () => void;
}) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const path = `/track/${encodeURIComponent(ticket.trackingCode)}`;
  useEffect(() => {
    heading.current?.focus();
    scrollTo({ top: 0 });
  }, []);
  return (
    <section className="receipt" aria-labelledby="receipt-title">
      <span className="receipt-mark">
        <Icon name="check" size={34} />
      </span>
      <h1 id="receipt-title" ref={heading} tabIndex={-1}>
        {t('done.heading')}
      </h1>
      <dl>
        <div>
          <dt>{t('done.number')}</dt>
          <dd className="number">{ticket.number}</dd>
        </div>
        <div className="receipt-code">
          <dt>{t('done.code')}</dt>
          <dd className="number">{ticket.trackingCode}</dd>
        </div>
      </dl>
      <p className="receipt-hint">{t('done.codeHint')}</p>
      <div className="button-row">
        <CopyButton text={ticket.trackingCode} label={t('done.copyCode')} />
        <CopyButton text={`${location.origin}${path}`} label={t('done.copyLink')} />
      </div>
      <Link className="button button-main" to={path}>
        {t('done.follow')}
        <Icon name="arrow" size={18} />
      </Link>
      <p className="receipt-foot">
        {kept && <span>{t('done.saved')}</span>}
        <button type="button" className="link-button" onClick={onAgain}>
          {t('done.again')}
        </button>
      </p>
    </section>
  );
}
