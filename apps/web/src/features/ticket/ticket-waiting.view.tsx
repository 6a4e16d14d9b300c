import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantWords } from '../../i18n/time.words';
import { useWireWord } from '../../i18n/wire-word.hook';
import { Deadline, Instant } from '../../ui/deadline.view';
import { AskButton, type PanelProps } from './ask-button.view';
import { pendingRequest } from './possible-commands';

/** What stands in the ticket's way until somebody decides: each with who that is, and the buttons in place. */
export function TicketWaiting(panel: PanelProps) {
  return (
    <>
      <Reassignment {...panel} />
      <PendingRequest {...panel} />
      <Pause {...panel} />
      <ClosingProposal {...panel} />
    </>
  );
}

function Waiting({
  title,
  side,
  children,
  buttons,
}: {
  readonly title: string;
  readonly side?: ReactNode;
  readonly children: ReactNode;
  readonly buttons: ReactNode;
}) {
  return (
    <section className="panel panel-waiting">
      <div className="section-head">
        <h2>{title}</h2>
        {side}
      </div>
      {children}
      <div className="panel-buttons">{buttons}</div>
    </section>
  );
}

function Reassignment(panel: PanelProps) {
  const { t } = useTranslation('staff');
  const { reassignment, owner } = panel.ticket;
  if (!reassignment) return null;
  return (
    <Waiting
      title={t('ticket.reassign.title')}
      buttons={<AskButton {...panel} command="reassign" />}
      side={<Instant at={reassignment.since} style="short" />}
    >
      <p>{t('ticket.reassign.text', { name: owner ?? t('ticket.ownerNone') })}</p>
      <p className="written quiet">{reassignment.reason}</p>
    </Waiting>
  );
}

function PendingRequest(panel: PanelProps) {
  const { t } = useTranslation('staff');
  const { ticket } = panel;
  const pending = pendingRequest(ticket);
  if (!pending) return null;
  const due = ticket.clocks['resolution']?.dueAt;
  return (
    <Waiting
      title={t(`ticket.request.${pending.kind}`)}
      side={<span className="badge badge-warn">{t(`ticket.request.level.${pending.level}`)}</span>}
      buttons={
        <>
          <AskButton {...panel} command="approve" />
          <AskButton {...panel} command="refuse" />
          <AskButton {...panel} command="withdraw-request" />
        </>
      }
    >
      <p className="from-to">
        {pending.kind === 'extension' && due ? (
          <>
            <Instant at={due} style="short" />
            <span aria-hidden="true">→</span>
            <strong>
              <Instant at={pending.until} style="short" />
            </strong>
          </>
        ) : (
          <strong>{t('ticket.request.until', { at: instantWords(pending.until, 'short') })}</strong>
        )}
      </p>
      <p className="written">{pending.reason}</p>
      <p className="quiet">
        {t('ticket.request.by', { by: pending.requestedBy, at: instantWords(pending.requestedAt) })}
      </p>
    </Waiting>
  );
}

function Pause(panel: PanelProps) {
  const { t } = useTranslation('staff');
  const { pausedUntil, requests } = panel.ticket;
  if (!pausedUntil) return null;
  const granted = requests.findLast(({ kind, state }) => kind === 'pause' && state === 'approved');
  return (
    <Waiting
      title={t('ticket.paused.title')}
      side={<Deadline dueAt={pausedUntil} />}
      buttons={<AskButton {...panel} command="resume" />}
    >
      <p>{t('ticket.paused.text', { at: instantWords(pausedUntil, 'short') })}</p>
      {granted && <p className="written quiet">{granted.reason}</p>}
    </Waiting>
  );
}

function ClosingProposal(panel: PanelProps) {
  const { t } = useTranslation('staff');
  const word = useWireWord('staff');
  const { closingProposal: proposal } = panel.ticket;
  if (!proposal) return null;
  return (
    <Waiting
      title={t('ticket.closing.title')}
      side={<span className="badge badge-warn">{word('closureShort', proposal.closure)}</span>}
      buttons={
        <>
          <AskButton {...panel} command="confirm-closing" />
          <AskButton {...panel} command="reject-closing" />
        </>
      }
    >
      <p className="written">{proposal.text}</p>
      <p className="quiet">{t('ticket.closing.by', { by: proposal.by, at: instantWords(proposal.at) })}</p>
    </Waiting>
  );
}
