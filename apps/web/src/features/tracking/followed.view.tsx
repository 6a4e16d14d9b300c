import { useTranslation } from 'react-i18next';
import type { FollowedTicket } from '../../api/contract.types';
import { StageRail } from '../../ui/stage-rail.view';
import { StatusBadge } from '../../ui/status.view';
import { TrackedFacts, TrackedResult } from './tracked-facts.view';
import { TrackedTimeline } from './tracked-timeline.view';

/** The ticket that a merged one follows, as far as everybody may know it: for its reporter, the one that counts. */
export function Followed({ ticket }: { readonly ticket: FollowedTicket }) {
  const { t } = useTranslation();
  return (
    <section className="followed">
      <div className="card card-accent">
        <p className="tracked-number">
          <span className="number">{ticket.number}</span>
          <StatusBadge status={ticket.status} />
        </p>
        <h2>{t('track.follows')}</h2>
        <p className="quiet">{t('track.followsText')}</p>
        <StageRail status={ticket.status} />
      </div>
      {ticket.result && <TrackedResult text={ticket.result} attachments={ticket.attachments} />}
      <TrackedFacts ticket={ticket} />
      <div>
        <h2>{t('track.timeline')}</h2>
        <TrackedTimeline entries={ticket.timeline} />
      </div>
    </section>
  );
}
