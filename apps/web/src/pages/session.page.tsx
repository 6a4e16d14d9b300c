import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { SessionLine, SessionSummary } from '../api/contract.types';
import { ApiError } from '../api/http.client';
import { sessionQuery } from '../api/sessions.query';
import { useMe } from '../app/me.context';
import { ImportPanel } from '../features/imports/import-panel.view';
import { LineTable } from '../features/sessions/line-table.view';
import { useWireWord } from '../i18n/wire-word.hook';
import { Instant } from '../ui/deadline.view';
import { Icon } from '../ui/icon.view';
import { EmptyState, ErrorNotice, Skeleton } from '../ui/notice.view';
import { usePageTitle } from '../ui/page-title.hook';
import { SESSION_MAKERS } from './sessions.page';

export function SessionPage() {
  const { t } = useTranslation('staff');
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { role } = useMe();
  const session = useInfiniteQuery(sessionQuery(id));
  const first = session.data?.pages[0];
  usePageTitle(first?.title ?? t('sessions.title'));
  if (session.isPending) return <Skeleton lines={10} />;
  if (!first)
    return session.error instanceof ApiError && session.error.status === 404 ? (
      <EmptyState wholePage title={t('session.missingTitle')} hint={t('session.missingText')} />
    ) : (
      <ErrorNotice error={session.error} onRetry={() => void session.refetch()} />
    );
  const lines = session.data?.pages.flatMap((page) => page.lines) ?? [];
  const importId = search.get('import') ?? undefined;
  return (
    <>
      <Link className="back" to="/sessions">
        <Icon name="back" size={18} />
        {t('session.back')}
      </Link>
      <SessionHead session={first} lines={lines} />
      {SESSION_MAKERS.includes(role) && (
        <ImportPanel
          sessionId={id}
          importId={importId}
          hasLines={first.lineCount > 0}
          onImport={(next) => setSearch(next ? { import: next } : {}, { replace: true })}
        />
      )}
      <section className="session-lines">
        <div className="section-head">
          <h2>
            {t('session.lines')} <span className="work-count">{first.lineCount}</span>
          </h2>
          {lines.length > 0 && (
            <Button onClick={() => print()} icon={<Icon name="print" size={16} />}>
              {t('session.print')}
            </Button>
          )}
        </div>
        {lines.length === 0 ? (
          <EmptyState title={t('session.linesEmpty')} hint={t('session.linesEmptyHint')} />
        ) : (
          <LineTable lines={lines} caption={t('session.lines')} />
        )}
        {session.hasNextPage && (
          <p className="list-end">
            <Button loading={session.isFetchingNextPage} onClick={() => void session.fetchNextPage()}>
              {t('list.more')}
            </Button>
          </p>
        )}
      </section>
    </>
  );
}

function SessionHead({
  session,
  lines,
}: {
  readonly session: SessionSummary;
  readonly lines: readonly SessionLine[];
}) {
  const { t } = useTranslation('staff');
  const word = useWireWord('staff');
  const tickets = lines.flatMap(({ ticket }) => ticket ?? []);
  const overdue = tickets.filter((ticket) => ticket.overdue).length;
  return (
    <header className="session-head">
      <p className="ticket-line">
        <span className="number">{session.number}</span>
        <span className="badge">{word('sessionKind', session.kind)}</span>
        {overdue > 0 && <span className="badge badge-bad">{t('session.overdue', { count: overdue })}</span>}
        {tickets.length > 0 && (
          <span className="badge badge-good">
            {t('session.closed', {
              done: tickets.filter(({ status }) => status === 'closed').length,
              total: tickets.length,
            })}
          </span>
        )}
      </p>
      <h1>{session.title}</h1>
      <p className="session-meta">
        <Instant at={session.heldAt} style="exact" />
        {session.place && <span>{session.place}</span>}
        {session.host && (
          <span>
            {t('sessions.column.host')} {session.host}
          </span>
        )}
      </p>
    </header>
  );
}
