import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ticketListQuery, type TicketFilter } from '../../api/tickets.query';
import { EmptyState, ErrorNotice, Skeleton } from '../../ui/notice.view';
import { TicketTable } from './ticket-table.view';

export function FilteredList({
  filter,
  caption,
  emptyTitle,
}: {
  readonly filter: TicketFilter;
  readonly caption: string;
  readonly emptyTitle: string;
}) {
  const { t } = useTranslation('staff');
  const list = useInfiniteQuery(ticketListQuery(filter));
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data)
    return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  const tickets = list.data.pages.flatMap((page) => page.items);
  if (tickets.length === 0) return <EmptyState title={emptyTitle} hint={t('work.empty.listHint')} />;
  return (
    <>
      <TicketTable tickets={tickets} caption={caption} />
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.fetchNextPage()} />}
      <p className="list-end" role="status">
        <span>{t('list.shown', { count: tickets.length })}</span>
        {list.hasNextPage ? (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('list.more')}
          </Button>
        ) : (
          <span>{t('list.all')}</span>
        )}
      </p>
    </>
  );
}
