import { useTranslation } from 'react-i18next';
import type { TicketClock } from '../../api/contract.types';
import { instantWords } from '../../i18n/time.words';
import { Deadline, Instant } from '../../ui/deadline.view';

const CLOCKS = ['acceptance', 'response', 'resolution'] as const;

/** The three clocks: how long is left while one runs, and whether it was kept once it stopped. */
export function TicketClocks({ clocks }: { readonly clocks: Readonly<Record<string, TicketClock>> }) {
  const { t } = useTranslation('staff');
  return (
    <ul className="clocks">
      {CLOCKS.map((name) => {
        const clock = clocks[name];
        return (
          <li key={name} className={clock && !clock.stoppedAt && clock.breached ? 'clock-late' : ''}>
            <span className="clock-name">{t(`ticket.clock.${name}`)}</span>
            {clock ? <Clock clock={clock} /> : <span className="quiet">{t('ticket.clockNone')}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Clock({ clock }: { readonly clock: TicketClock }) {
  const { t } = useTranslation('staff');
  const moved = clock.originalDueAt !== clock.dueAt;
  return (
    <span className="clock-facts">
      {clock.stoppedAt ? (
        <span className={clock.breached ? 'clock-missed' : 'clock-met'}>
          {t(clock.breached ? 'ticket.clockMissed' : 'ticket.clockMet')}
        </span>
      ) : (
        <Deadline dueAt={clock.dueAt} />
      )}
      <small>
        {clock.stoppedAt ? (
          t('ticket.clockStopped', { at: instantWords(clock.stoppedAt) })
        ) : (
          <Instant at={clock.dueAt} style="short" />
        )}
        {moved && ` · ${t('ticket.clockMoved', { at: instantWords(clock.originalDueAt) })}`}
      </small>
    </span>
  );
}
