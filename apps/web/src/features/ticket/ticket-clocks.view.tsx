import { useTranslation } from 'react-i18next';
import type { Ticket, TicketClock } from '../../api/contract.types';
import { hoursWords, instantWords } from '../../i18n/time.words';
import { useWireWord } from '../../i18n/wire-word.hook';
import { Deadline, Instant } from '../../ui/deadline.view';

const CLOCKS = ['acceptance', 'response', 'resolution'] as const;

/** The three clocks: how long is left while one runs, and whether it was kept once it stopped. */
export function TicketClocks({ ticket }: { readonly ticket: Pick<Ticket, 'clocks' | 'requests'> }) {
  const { t } = useTranslation('staff');
  return (
    <ul className="clocks">
      {CLOCKS.map((name) => {
        const clock = ticket.clocks[name];
        return (
          <li key={name} className={clock && !clock.stoppedAt && clock.breached ? 'clock-late' : ''}>
            <span className="clock-name">{t(`ticket.clock.${name}`)}</span>
            {clock ? <Clock clock={clock} /> : <span className="quiet">{t('ticket.clockNone')}</span>}
          </li>
        );
      })}
      <ClockHistory ticket={ticket} />
    </ul>
  );
}

function Clock({ clock }: { readonly clock: TicketClock }) {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const { stoppedAt, breached, paused, dueAt, originalDueAt, elapsedMinutes, remainingMinutes } = clock;
  const left = hoursWords(remainingMinutes, shared);
  return (
    <span className="clock-facts">
      {stoppedAt ? (
        <span className={breached ? 'clock-missed' : 'clock-met'}>
          {t(breached ? 'ticket.clockMissed' : 'ticket.clockMet')}
        </span>
      ) : paused ? (
        <span className="clock-paused">{t('ticket.clockPaused')}</span>
      ) : (
        <Deadline dueAt={dueAt} />
      )}
      <small>
        {stoppedAt ? (
          t('ticket.clockStopped', { at: instantWords(stoppedAt) })
        ) : (
          <Instant at={dueAt} style="short" />
        )}
        {originalDueAt !== dueAt && ` · ${t('ticket.clockMoved', { at: instantWords(originalDueAt) })}`}
      </small>
      {!stoppedAt && (
        <small title={t('ticket.clockTimeHint')}>
          {t('ticket.clockUsed', { span: hoursWords(elapsedMinutes, shared) })} ·{' '}
          {t(remainingMinutes < 0 ? 'ticket.clockOver' : 'ticket.clockLeft', { span: left })}
        </small>
      )}
      {!stoppedAt && clock.calendarGaps.length > 0 && (
        <small className="clock-gap">
          {t('ticket.clockGap', { years: clock.calendarGaps.join(t('list.comma')) })}
        </small>
      )}
    </span>
  );
}

/** Every deadline there has been, and every request about it that was decided. */
function ClockHistory({ ticket }: { readonly ticket: Pick<Ticket, 'clocks' | 'requests'> }) {
  const { t } = useTranslation('staff');
  const word = useWireWord('staff');
  const versions = ticket.clocks['resolution']?.versions ?? [];
  const decided = ticket.requests.filter(({ state }) => state !== 'pending');
  if (versions.length < 2 && decided.length === 0) return null;
  return (
    <li className="clock-history">
      <details>
        <summary>{t('ticket.clockHistory')}</summary>
        <ol>
          {versions.map(({ version, dueAt, setAt, reason }) => (
            <li key={version}>
              <Instant at={dueAt} style="short" />
              <small>
                {word('ticket.dueReason', reason)} · {instantWords(setAt, 'short')}
              </small>
            </li>
          ))}
        </ol>
        {decided.length > 0 && (
          <ul>
            {decided.map(({ id, kind, state, until, reason, decidedBy, decisionReason }) => (
              <li key={id}>
                {t(`ticket.request.${kind}`)} {t(`ticket.request.state.${state}`)}
                <small>
                  {t('ticket.request.until', { at: instantWords(until, 'short') })} · {reason}
                  {decidedBy && ` · ${decidedBy}`}
                  {decisionReason && `：${decisionReason}`}
                </small>
              </li>
            ))}
          </ul>
        )}
      </details>
    </li>
  );
}
