import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SubmittedTicket } from '../api/contract.types';
import { DeviceTicketList } from '../features/device-tickets/device-ticket-list.view';
import { keepDeviceTicket, readDeviceTickets } from '../features/device-tickets/device-tickets';
import { ReportForm } from '../features/report/report-form.view';
import { SubmittedCard } from '../features/report/submitted-card.view';
import { usePageTitle } from '../ui/page-title.hook';

const SHOWN_ON_HOME = 3;

export function HomePage() {
  const { t } = useTranslation();
  const [sent, setSent] = useState<{ ticket: SubmittedTicket; kept: boolean }>();
  const [mine, setMine] = useState(readDeviceTickets);
  usePageTitle(t(sent ? 'done.title' : 'home.title'));
  if (sent) return <SubmittedCard ticket={sent.ticket} kept={sent.kept} onAgain={() => setSent(undefined)} />;
  return (
    <>
      <header className="lead">
        <h1>{t('home.heading')}</h1>
        <p>{t('home.lead')}</p>
        <ol className="promise">
          {t('home.steps', { returnObjects: true }).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </header>
      <ReportForm
        onSubmitted={(ticket, title) => {
          const { number, trackingCode: code, status } = ticket;
          const kept = keepDeviceTicket({ number, code, title, status, at: new Date().toISOString() });
          setMine(readDeviceTickets());
          setSent({ ticket, kept });
        }}
      />
      {mine.length > 0 && (
        <section className="mine">
          <div className="section-head">
            <h2>{t('home.mineTitle')}</h2>
            {mine.length > SHOWN_ON_HOME && <Link to="/track">{t('home.mineAll')}</Link>}
          </div>
          <DeviceTicketList tickets={mine.slice(0, SHOWN_ON_HOME)} />
        </section>
      )}
    </>
  );
}
