import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Ticket } from '../../api/contract.types';
import { useWireWord } from '../../i18n/wire-word.hook';
import { Instant } from '../../ui/deadline.view';

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function TicketFacts({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation('staff');
  const word = useWireWord('staff');
  const { source } = ticket;
  return (
    <dl className="fact-list">
      <Fact name={t('ticket.owner')}>{ticket.owner ?? t('ticket.ownerNone')}</Fact>
      {ticket.department && <Fact name={t('ticket.department')}>{ticket.department}</Fact>}
      {ticket.category && <Fact name={t('ticket.category')}>{ticket.category}</Fact>}
      <Fact name={t('ticket.priority')}>{word('priority', ticket.priority)}</Fact>
      {ticket.servicePoint && <Fact name={t('ticket.servicePoint')}>{ticket.servicePoint}</Fact>}
      {ticket.location && <Fact name={t('ticket.location')}>{ticket.location}</Fact>}
      <Fact name={t('ticket.submittedAt')}>
        <Instant at={ticket.submittedAt} />
      </Fact>
      <Fact name={t('ticket.source')}>
        {word('ticket.sourceKind', source.kind)}{' '}
        {source.sessionId && (
          <Link to={`/sessions/${encodeURIComponent(source.sessionId)}`}>
            {source.lineNumber ?? source.sessionId}
          </Link>
        )}
      </Fact>
      {source.raisedAt && (
        <Fact name={t('ticket.raisedAt')}>
          <Instant at={source.raisedAt} style="date" />
        </Fact>
      )}
      {source.proposer && <Fact name={t('ticket.proposer')}>{source.proposer}</Fact>}
      {source.unit && <Fact name={t('ticket.unit')}>{source.unit}</Fact>}
      {source.remark && <Fact name={t('ticket.remark')}>{source.remark}</Fact>}
      {source.instruction && <Fact name={t('ticket.instruction')}>{source.instruction}</Fact>}
      {(ticket.answers ?? []).map(({ key, label, value }) => (
        <Fact key={key} name={label}>
          {value}
        </Fact>
      ))}
      {ticket.mergedInto && (
        <Fact name={t('ticket.follows')}>
          <TicketLink number={ticket.mergedInto} />
        </Fact>
      )}
      {ticket.followers.length > 0 && (
        <Fact name={t('ticket.followers')}>
          {ticket.followers.map((number) => (
            <TicketLink key={number} number={number} />
          ))}
        </Fact>
      )}
      {ticket.urges.length > 0 && (
        <Fact name={t('ticket.urges')}>{t('ticket.urgeCount', { count: ticket.urges.length })}</Fact>
      )}
      {ticket.closure && <Fact name={t('ticket.closure')}>{word('closureShort', ticket.closure)}</Fact>}
    </dl>
  );
}

function TicketLink({ number }: { readonly number: string }) {
  return (
    <Link className="number ticket-link" to={`/tickets/${encodeURIComponent(number)}`}>
      {number}
    </Link>
  );
}

/** Only where the server sent contact data: to the owner, the head and the dispatcher. */
export function TicketContact({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation('staff');
  const { contact } = ticket;
  if (ticket.identity === 'anonymous') return <p className="quiet">{t('ticket.anonymous')}</p>;
  if (ticket.identity === 'hidden') return <p className="quiet">{t('ticket.hidden')}</p>;
  if (!contact) return null;
  return (
    <div className="contact-card">
      <h3>{t('ticket.contact')}</h3>
      {!contact.name && !contact.phone && !contact.email && (
        <p className="quiet">{t('ticket.contactNone')}</p>
      )}
      {contact.name && <p>{contact.name}</p>}
      {contact.phone && (
        <p>
          <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>
        </p>
      )}
      {contact.email && (
        <p>
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </p>
      )}
    </div>
  );
}
