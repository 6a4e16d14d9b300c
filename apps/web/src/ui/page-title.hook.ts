import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the tab after the page; screen readers announce it on every change of page. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  const brand = t('brand');
  useEffect(() => {
    document.title = title === '' ? brand : `${title} · ${brand}`;
  }, [title, brand]);
}
