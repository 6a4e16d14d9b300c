import { useTranslation } from 'react-i18next';
import { instantWords, spanWords } from '../i18n/time.words';
import { useNow } from './now.hook';

const NEAR_MS = 24 * 3_600_000;

/** Time left in words; the exact instant on hover and for screen readers. A stopped clock shows the instant only. */
export function Deadline({ dueAt, stopped = false }: { readonly dueAt: string; readonly stopped?: boolean }) {
  const { t } = useTranslation();
  const now = useNow();
  const exact = instantWords(dueAt, 'exact');
  if (stopped)
    return (
      <time className="deadline" dateTime={dueAt} title={exact}>
        {instantWords(dueAt)}
      </time>
    );
  const left = new Date(dueAt).getTime() - now;
  const tone = left < 0 ? 'late' : left < NEAR_MS ? 'near' : 'calm';
  const span = spanWords(left, t);
  return (
    <time className={`deadline deadline-${tone}`} dateTime={dueAt} title={exact}>
      {left < 0 ? t('time.over', { span }) : t('time.left', { span })}
    </time>
  );
}

export function Instant({
  at,
  style = 'auto',
}: {
  readonly at: string;
  readonly style?: 'auto' | 'exact' | 'date' | 'short';
}) {
  // Words depend on the language: subscribing keeps them in step with the switch.
  useTranslation();
  return (
    <time dateTime={at} title={instantWords(at, 'exact')}>
      {instantWords(at, style)}
    </time>
  );
}
