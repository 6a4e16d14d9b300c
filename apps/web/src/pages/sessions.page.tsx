import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { sessionListQuery } from '../api/sessions.query';
import { useMe } from '../app/me.context';
import { useWireWord } from '../i18n/wire-word.hook';
import { Instant } from '../ui/deadline.view';
import { EmptyState, ErrorNotice, Skeleton } from '../ui/notice.view';
import { usePageTitle } from '../ui/page-title.hook';

/** Who may create sessions; the server decides, this spares the others a closed door. */
export const SESSION_MAKERS: readonly string[] = ['dispatcher', 'admin'];

export function SessionsPage() {
  const { t } = useTranslation('staff');
  const { role } = useMe();
  const navigate = useNavigate();
  const mayCreate = SESSION_MAKERS.includes(role);
  usePageTitle(t('sessions.title'));
  return (
    <>
      <header className="page-head">
        <h1>{t('sessions.title')}</h1>
        {mayCreate && (
          <Button type="primary" onClick={() => void navigate('/sessions/new')}>
            {t('sessions.create')}
          </Button>
        )}
      </header>
      <p className="page-lead">{t('sessions.lead')}</p>
      <SessionTable />
    </>
  );
}

function SessionTable() {
  const { t } = useTranslation('staff');
  const word = useWireWord('staff');
  const list = useInfiniteQuery(sessionListQuery);
  if (list.isPending) return <Skeleton lines={7} />;
  if (!list.data) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  const sessions = list.data.pages.flatMap((page) => page.items);
  if (sessions.length === 0) return <EmptyState title={t('sessions.empty')} hint={t('sessions.emptyHint')} />;
  return (
    <>
      <table className="records">
        <caption className="visually-hidden">{t('sessions.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sessions.column.title')}</th>
            <th scope="col">{t('sessions.column.kind')}</th>
            <th scope="col">{t('sessions.column.heldAt')}</th>
            <th scope="col">{t('sessions.column.place')}</th>
            <th scope="col" className="cell-number">
              {t('sessions.column.lines')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <td className="cell-main">
                <Link to={`/sessions/${encodeURIComponent(session.id)}`}>{session.title}</Link>
                <small className="number">{session.number}</small>
              </td>
              <td data-label={t('sessions.column.kind')}>{word('sessionKind', session.kind)}</td>
              <td data-label={t('sessions.column.heldAt')}>
                <Instant at={session.heldAt} style="date" />
              </td>
              <td data-label={t('sessions.column.place')}>
                {session.place ?? '—'}
                {session.host && <small>{session.host}</small>}
              </td>
              <td data-label={t('sessions.column.lines')} className="cell-number">
                {session.lineCount}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {list.hasNextPage && (
        <p className="list-end">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </p>
      )}
    </>
  );
}
