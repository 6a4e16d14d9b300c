import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../ui/notice.view';
import { usePageTitle } from '../ui/page-title.hook';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('notFound.title'));
  return (
    <EmptyState wholePage title={t('notFound.title')} hint={t('notFound.text')}>
      <Link className="button" to="/">
        {t('action.home')}
      </Link>
    </EmptyState>
  );
}
