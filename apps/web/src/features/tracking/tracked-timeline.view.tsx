import { useTranslation } from 'react-i18next';
import { useWireWord } from '../../i18n/wire-word.hook';
import type { TimelineEntry } from '../../api/contract.types';
import { Instant } from '../../ui/deadline.view';

/** Newest first: what happened last is what people came for. */
export function TrackedTimeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  const word = useWireWord();
  return (
    <ol className="timeline" reversed>
      {entries.toReversed().map((entry, index) => (
        <li key={`${entry.at}-${entry.type}-${index}`}>
          <p className="timeline-head">
            <strong>{word('event', entry.type)}</strong>
            {entry.by && <span>{entry.by}</span>}
            <Instant at={entry.at} style="short" />
          </p>
          {entry.offices && (
            <p className="timeline-facts">
              {t('track.openedBy')}{' '}
              {entry.offices.map((office) => word('office', office)).join(t('track.and'))}
            </p>
          )}
          {entry.text &&
            (entry.type === 'ticket.dispatched' ? (
              // Here the text is no one's words but the owner's name.
              <p className="timeline-facts">
                {t('track.owner')} {entry.text}
              </p>
            ) : (
              <p className="timeline-text">{entry.text}</p>
            ))}
        </li>
      ))}
    </ol>
  );
}
