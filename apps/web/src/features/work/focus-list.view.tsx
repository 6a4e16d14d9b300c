import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FOCUS_SIZE, focusTicketsQuery } from '../../api/tickets.query';
import { useMe } from '../../app/me.context';
import { EmptyState, ErrorNotice, Skeleton } from '../../ui/notice.view';
import { useNow } from '../../ui/now.hook';
import { TicketTable } from './ticket-table.view';
import { focusFilters, sectionsOf } from './work-views';

function emptyTitleOf(role: string): 'work.empty.focus' | 'work.empty.overdue' | 'work.empty.queue' {
  if (role === 'dispatcher') return 'work.empty.queue';
  return role === 'director' || role === 'leader' ? 'work.empty.overdue' : 'work.empty.focus';
}

/** "Needs me first": what this person has to do, most pressing on top. */
export function FocusList() {
  const { t } = useTranslation('staff');
  const me = useMe();
  const now = useNow();
  const results = useQueries({ queries: focusFilters(me).map(focusTicketsQuery) });
  const failed = results.find((result) => result.isError && !result.data);
  if (failed)
    return (
      <ErrorNotice
        error={failed.error}
        onRetry={() => void Promise.all(results.map((result) => result.refetch()))}
      />
    );
  if (results.some((result) => result.isPending)) return <Skeleton lines={9} />;
  const sections = sectionsOf(
    me,
    results.flatMap((result) => result.data?.items ?? []),
    new Date(now),
  );
  if (sections.length === 0)
    return <EmptyState title={t(emptyTitleOf(me.role))} hint={t('work.empty.focusHint')} />;
  return (
    <>
      {sections.map(({ name, tickets }) => (
        <section key={name} className={`work-section work-section-${name}`}>
          <header>
            <h2>
              {t(`work.section.${name}`)}
              <span className="work-count">{tickets.length}</span>
            </h2>
            <p>{t(`work.sectionHint.${name}`)}</p>
          </header>
          <TicketTable
            tickets={tickets}
            caption={t(`work.section.${name}`)}
            queue={name === 'queue' || name === 'binding'}
          />
        </section>
      ))}
      {results.some((result) => result.data?.nextCursor) && (
        <p className="quiet">{t('work.truncated', { count: FOCUS_SIZE })}</p>
      )}
    </>
  );
}
