import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { Brand } from '../ui/brand.view';
import { CrashGuard } from './crash-guard.view';
import { LanguageSwitch } from '../ui/language-switch.view';
import { Skeleton } from '../ui/notice.view';
import { OfflineNotice } from '../ui/offline.view';

export function ReporterLayout() {
  const { pathname } = useLocation();
  const { t } = useTranslation();
  return (
    <div className="reporter">
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <header className="top">
        <div className="top-inner">
          <Brand to="/" />
          <nav aria-label={t('nav.menu')}>
            <NavLink to="/" end>
              {t('nav.report')}
            </NavLink>
            <NavLink to="/track">{t('nav.track')}</NavLink>
          </nav>
          <LanguageSwitch />
        </div>
      </header>
      <OfflineNotice />
      <main id="main" className="sheet">
        <CrashGuard key={pathname}>
          <Suspense fallback={<Skeleton lines={6} />}>
            <Outlet />
          </Suspense>
        </CrashGuard>
      </main>
      <footer className="foot">
        <span>{t('brandLine')}</span>
        <Link to="/login">{t('nav.staff')}</Link>
      </footer>
    </div>
  );
}
