import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The mark is a seal: a box ticked off below a line, "supervised until done". */
export function Brand({ to }: { readonly to: string }) {
  const { t } = useTranslation();
  return (
    <Link className="brand" to={to}>
      <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--seal)" />
        <path
          d="M8 17.5l5.2 5.2L24.5 10"
          fill="none"
          stroke="#fff"
          strokeWidth="3.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <path d="M8 9.5h8" stroke="#fff" strokeWidth="3" strokeLinecap="round" opacity=".75" />
      </svg>
      <span>{t('brand')}</span>
    </Link>
  );
}
