import { useTranslation } from 'react-i18next';
import { useWireWord } from '../i18n/wire-word.hook';

/** The state in words and colour, with "overdue" as a flag beside it, never in its place. */
export function StatusBadge({
  status,
  overdue = false,
}: {
  readonly status: string;
  readonly overdue?: boolean;
}) {
  const { t } = useTranslation();
  const word = useWireWord();
  return (
    <span className="badges">
      <span className={`badge badge-${status}`}>{word('status', status)}</span>
      {overdue && <span className="badge badge-overdue">{t('overdue')}</span>}
    </span>
  );
}
