import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { TicketFilter } from '../api/tickets.query';
import { useMe } from '../app/me.context';
import { FilteredList } from '../features/work/filtered-list.view';
import { FocusList } from '../features/work/focus-list.view';
import { WorkFilters } from '../features/work/work-filters.view';
import { filterOfView, viewsOf } from '../features/work/work-views';
import { usePageTitle } from '../ui/page-title.hook';

const TEXT_FILTERS = ['status', 'department', 'category', 'q'] as const;

function filterIn(search: URLSearchParams): TicketFilter {
  const written = TEXT_FILTERS.flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(written), ...(search.get('overdue') === 'true' ? { overdue: true } : {}) };
}

export function WorkPage() {
  const { t } = useTranslation('staff');
  const me = useMe();
  const client = useQueryClient();
  const refreshing = useIsFetching({ queryKey: ['tickets'] }) > 0;
  const [search, setSearch] = useSearchParams();
  const views = viewsOf(me);
  const view = views.find((name) => name === search.get('view')) ?? views[0] ?? 'all';
  const fixed = filterOfView(view);
  const chosen = filterIn(search);
  usePageTitle(t('work.title'));
  return (
    <>
      <header className="page-head">
        <h1>{t(`work.view.${view}`)}</h1>
        <Button loading={refreshing} onClick={() => void client.invalidateQueries({ queryKey: ['tickets'] })}>
          {t('list.refresh')}
        </Button>
      </header>
      {views.length > 1 && (
        <nav className="tabs" aria-label={t('work.title')}>
          {views.map((name) => (
            <Link
              key={name}
              to={name === views[0] ? '/work' : `/work?view=${name}`}
              {...(name === view ? { 'aria-current': 'page' as const } : {})}
            >
              {t(`work.view.${name}`)}
            </Link>
          ))}
        </nav>
      )}
      {view === 'focus' ? (
        <FocusList />
      ) : (
        <>
          {me.role !== 'reporter' && (
            <WorkFilters
              chosen={chosen}
              fixed={fixed}
              onChange={(filter) => {
                const next = new URLSearchParams({ view });
                for (const [name, value] of Object.entries(filter)) next.set(name, String(value));
                setSearch(next, { replace: true });
              }}
            />
          )}
          <FilteredList
            filter={{ ...chosen, ...fixed }}
            caption={t(`work.view.${view}`)}
            emptyTitle={t(
              view === 'overdue' && Object.keys(chosen).length === 0
                ? 'work.empty.overdue'
                : 'work.empty.list',
            )}
          />
        </>
      )}
    </>
  );
}
