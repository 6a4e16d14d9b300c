import { useTranslation } from 'react-i18next';
import { useWireWord } from '../../i18n/wire-word.hook';
import type { TimelineEntry } from '../../api/contract.types';
import { instantWords } from '../../i18n/time.words';
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
          <Words entry={entry} />
          {entry.dueAt && (
            <p className="timeline-facts">{t('track.newDue', { at: instantWords(entry.dueAt, 'short') })}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Somebody's words as a quotation; where the text is a name or a number, what it names. */
function Words({ entry: { type, text } }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslation();
  if (!text) return null;
  switch (type) {
    case 'ticket.dispatched':
      return (
        <p className="timeline-facts">
          {t('track.owner')} {text}
        </p>
      );
    case 'ticket.merged':
      return <p className="timeline-facts">{t('track.mergedInto', { number: text })}</p>;
    case 'ticket.unmerged':
      return <p className="timeline-facts">{t('track.wasMergedInto', { number: text })}</p>;
    default:
      return <p className="timeline-text">{text}</p>;
  }
}
