import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DeviceTicketList } from '../features/device-tickets/device-ticket-list.view';
import { forgetDeviceTicket, readDeviceTickets } from '../features/device-tickets/device-tickets';
import { Field } from '../ui/field.view';
import { usePageTitle } from '../ui/page-title.hook';

/** People paste whole links as often as codes. */
function codeIn(written: string): string {
  const bare = written.replace(/\s+/g, '');
  const linked = /\/track\/([^/?#]+)/.exec(bare)?.[1];
  return linked ? decodeURIComponent(linked) : bare;
}

export function TrackPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [written, setWritten] = useState('');
  const [missing, setMissing] = useState(false);
  const [mine, setMine] = useState(readDeviceTickets);
  usePageTitle(t('track.title'));
  const open = (event: FormEvent) => {
    event.preventDefault();
    const code = codeIn(written);
    if (code === '') setMissing(true);
    else void navigate(`/track/${encodeURIComponent(code)}`);
  };
  return (
    <>
      <header className="lead">
        <h1>{t('track.heading')}</h1>
        <p>{t('track.lead')}</p>
      </header>
      <form className="track-form" onSubmit={open} noValidate>
        <Field label={t('track.code')} fault={missing ? t('track.codeMissing') : undefined}>
          {(control) => (
            <input
              {...control}
              className="number"
              value={written}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              enterKeyHint="search"
              onChange={(event) => {
                setWritten(event.target.value);
                setMissing(false);
              }}
            />
          )}
        </Field>
        <button type="submit" className="button button-main">
          {t('track.open')}
        </button>
      </form>
      <section className="mine">
        <div className="section-head">
          <h2>{t('track.mine')}</h2>
        </div>
        {mine.length === 0 ? (
          <p className="quiet">{t('track.mineEmpty')}</p>
        ) : (
          <>
            <DeviceTicketList tickets={mine} onForget={(code) => setMine(forgetDeviceTicket(code))} />
            <p className="field-hint">{t('track.mineHint')}</p>
          </>
        )}
      </section>
    </>
  );
}
