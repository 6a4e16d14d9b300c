import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Instant } from '../../ui/deadline.view';
import { Icon } from '../../ui/icon.view';
import { StatusBadge } from '../../ui/status.view';
import type { DeviceTicket } from './device-tickets';

export function DeviceTicketList({
  tickets,
  onForget,
}: {
  readonly tickets: readonly DeviceTicket[];
  readonly onForget?: (code: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <ul className="device-tickets">
      {tickets.map((ticket) => (
        <li key={ticket.code}>
          <Link to={`/track/${encodeURIComponent(ticket.code)}`}>
            <span className="device-ticket-title">{ticket.title}</span>
            <span className="device-ticket-facts">
              <StatusBadge status={ticket.status} />
              <span className="number">{ticket.number}</span>
              <Instant at={ticket.at} />
            </span>
          </Link>
          {onForget && (
            <button
              type="button"
              className="icon-button"
              aria-label={`${t('track.forget')} ${ticket.number}`}
              title={t('track.forget')}
              onClick={() => onForget(ticket.code)}
            >
              <Icon name="close" size={16} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
