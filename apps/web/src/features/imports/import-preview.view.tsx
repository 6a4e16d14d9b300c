import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { importLinesQuery } from '../../api/sessions.query';
import { ErrorNotice, Skeleton } from '../../ui/notice.view';
import { LineTable } from '../sessions/line-table.view';

export function ImportPreview({ importId }: { readonly importId: string }) {
  const { t } = useTranslation('staff');
  const list = useInfiniteQuery(importLinesQuery(importId));
  if (list.isPending) return <Skeleton lines={6} />;
  if (!list.data) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <LineTable
        lines={list.data.pages.flatMap((page) => page.items)}
        caption={t('import.preview')}
        preview
      />
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
