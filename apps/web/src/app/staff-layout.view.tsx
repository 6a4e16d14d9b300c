import { useQuery } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ApiError } from '../api/http.client';
import { useLiveTickets } from '../api/live.hook';
import { meQuery } from '../api/me.query';
import { currentLanguage } from '../i18n/language';
import '../i18n/staff';
import { Icon } from '../ui/icon.view';
import { ErrorNotice, Skeleton } from '../ui/notice.view';
import { OfflineNotice } from '../ui/offline.view';
import '../ui/staff.css';
import '../ui/tables.css';
import '../ui/ticket.css';
import '../ui/handling.css';
import '../ui/sessions.css';
import '../ui/administration.css';
import '../ui/print.css';
import { CrashGuard } from './crash-guard.view';
import { useDarkMode } from './dark-mode.hook';
import { MeContext } from './me.context';
import { StaffNav } from './staff-nav.view';
import { staffTheme } from './staff-theme';

/** The door of the staff's half: whoever is not logged in goes to the login page and comes back here. */
export function StaffLayout() {
  const { t } = useTranslation();
  const dark = useDarkMode();
  const { pathname, search } = useLocation();
  const me = useQuery(meQuery);
  if (me.error instanceof ApiError && me.error.status === 401) {
    const back = new URLSearchParams({ back: pathname + search });
    if (me.data) back.set('expired', '');
    return <Navigate to={`/login?${back}`} replace />;
  }
  if (me.data?.mustChangePassword)
    return <Navigate to={`/password?${new URLSearchParams({ back: pathname + search })}`} replace />;
  if (!me.data)
    return (
      <main className="gate">
        {me.error ? (
          <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </main>
    );
  return (
    <ConfigProvider
      theme={staffTheme(dark)}
      locale={currentLanguage() === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      inputSearch={{
        searchIcon: (
          <>
            <Icon name="search" size={16} />
            <span className="visually-hidden">{t('action.search')}</span>
          </>
        ),
      }}
    >
      <App message={{ maxCount: 2 }} component={false}>
        <MeContext value={me.data}>
          <a className="skip" href="#main">
            {t('nav.skip')}
          </a>
          <LiveTickets />
          <div className="staff">
            <StaffNav me={me.data} />
            <div className="staff-body">
              <OfflineNotice />
              <main id="main" className="staff-main">
                <CrashGuard key={pathname}>
                  <Suspense fallback={<Skeleton lines={8} />}>
                    <Outlet />
                  </Suspense>
                </CrashGuard>
              </main>
            </div>
          </div>
        </MeContext>
      </App>
    </ConfigProvider>
  );
}

/** Only for who is logged in, which a hook in the layout itself would not know. */
function LiveTickets() {
  useLiveTickets();
  return null;
}
