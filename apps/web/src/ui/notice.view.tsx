import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '../i18n/error.words';
import { Icon } from './icon.view';

export function Notice({
  tone,
  children,
}: {
  readonly tone: 'info' | 'good' | 'warn' | 'bad';
  readonly children: ReactNode;
}) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={tone === 'good' ? 'check' : tone === 'info' ? 'info' : 'alert'} />
      <div>{children}</div>
    </div>
  );
}

/** A failure in words, with the number that support needs and, where it helps, another try. */
export function ErrorNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation();
  const words = errorWords(error);
  return (
    <Notice tone="bad">
      <p className="notice-title">{words.title}</p>
      {words.detail && <p>{words.detail}</p>}
      {words.correlationId && <p className="support">{t('notice.support', { id: words.correlationId })}</p>}
      {onRetry && (
        <button type="button" className="button button-quiet" onClick={onRetry}>
          {t('action.retry')}
        </button>
      )}
    </Notice>
  );
}

export function EmptyState({
  title,
  hint,
  wholePage = false,
  children,
}: {
  readonly title: string;
  /** Nothing else is on the page: the title is its main heading. */
  readonly wholePage?: boolean;
  readonly hint?: string;
  readonly children?: ReactNode;
}) {
  const Title = wholePage ? 'h1' : 'p';
  return (
    <div className="empty">
      <Icon name="tray" size={40} />
      <Title className="empty-title">{title}</Title>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  );
}

export function Skeleton({ lines = 4, label }: { readonly lines?: number; readonly label?: string }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status" aria-label={label ?? t('action.loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
