import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TicketSummary } from '../../api/contract.types';
import { useWireWord } from '../../i18n/wire-word.hook';
import { Deadline, Instant } from '../../ui/deadline.view';
import { StatusBadge } from '../../ui/status.view';
import { nextDueAt } from './work-views';

const RUNNING = ['dispatched', 'in-progress'];

/** Tickets as a table; on a phone each row becomes a card, on paper it stays a table. */
export function TicketTable({
  tickets,
  caption,
  queue = false,
}: {
  readonly tickets: readonly TicketSummary[];
  readonly caption: string;
  /** The dispatcher's queue: the reason in place of an owner. */
  readonly queue?: boolean;
}) {
  const { t } = useTranslation('staff');
  return (
    <table className="tickets">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('work.column.ticket')}</th>
          <th scope="col">{t('work.column.status')}</th>
          <th scope="col">{t(queue ? 'work.column.reason' : 'work.column.owner')}</th>
          <th scope="col">{t(queue ? 'work.column.submitted' : 'work.column.due')}</th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.number} ticket={ticket} queue={queue} />
        ))}
      </tbody>
    </table>
  );
}

function TicketRow({ ticket, queue }: { readonly ticket: TicketSummary; readonly queue: boolean }) {
  const { t } = useTranslation('staff');
  return (
    <tr className={ticket.overdue ? 'ticket-late' : ''}>
      <td className="ticket-what">
        <Link to={`/tickets/${encodeURIComponent(ticket.number)}`}>{ticket.title}</Link>
        <span className="ticket-meta">
          <span className="number">{ticket.number}</span>
          {ticket.category && <span>{ticket.category}</span>}
          {ticket.location && <span>{ticket.location}</span>}
        </span>
      </td>
      <td className="ticket-state">
        <StatusBadge status={ticket.status} overdue={ticket.overdue} />
        <TicketFlags ticket={ticket} />
      </td>
      <td className="ticket-who">
        {queue ? (
          <span className="ticket-reason">{ticket.queueReason ?? '—'}</span>
        ) : (
          <>
            <span>{ticket.owner ?? t('ticket.ownerNone')}</span>
            {ticket.department && <small>{ticket.department}</small>}
          </>
        )}
      </td>
      <td className="ticket-when">{queue ? <Instant at={ticket.submittedAt} /> : <Due ticket={ticket} />}</td>
    </tr>
  );
}

function Due({ ticket }: { readonly ticket: TicketSummary }) {
  const { t } = useTranslation('staff');
  const due = nextDueAt(ticket);
  if (!due)
    return (
      <small>
        {t('work.column.submitted')} <Instant at={ticket.submittedAt} style="short" />
      </small>
    );
  const running = RUNNING.includes(ticket.status);
  return (
    <>
      <Deadline dueAt={due} stopped={!running} />
      {running && (
        <small>
          {t(ticket.status === 'dispatched' ? 'ticket.clock.response' : 'ticket.clock.resolution')}{' '}
          <Instant at={due} style="short" />
        </small>
      )}
    </>
  );
}

/** What stands beside the state: how high it has escalated, how urgent it is, how often it came back. */
export function TicketFlags({ ticket }: { readonly ticket: TicketSummary }) {
  const { t } = useTranslation('staff');
  const word = useWireWord('staff');
  const levels = t('level', { returnObjects: true });
  return (
    <span className="badges">
      {ticket.priority !== 'normal' && (
        <span className={`badge badge-${ticket.priority}`}>{word('priority', ticket.priority)}</span>
      )}
      {ticket.escalationLevel > 0 && (
        <span className="badge badge-bad">{levels[ticket.escalationLevel] ?? ticket.escalationLevel}</span>
      )}
      {ticket.hops > 0 && <span className="badge">{t('work.hops', { count: ticket.hops })}</span>}
      {ticket.redo > 0 && <span className="badge badge-warn">{t('work.redo', { count: ticket.redo })}</span>}
    </span>
  );
}
