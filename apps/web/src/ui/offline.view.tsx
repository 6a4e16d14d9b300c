import { useTranslation } from 'react-i18next';
import { useOnline } from './online.hook';

export function OfflineNotice() {
  const { t } = useTranslation();
  if (useOnline()) return null;
  return (
    <p className="offline" role="status">
      {t('notice.offline')}
    </p>
  );
}
