import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import {
  notificationListQuery,
  resendNotification,
  type NotificationFilter,
} from '../api/administration.query';
import type { Notification } from '../api/contract.types';
import { errorWords } from '../i18n/error.words';
import { useWireWord } from '../i18n/wire-word.hook';
import { Instant } from '../ui/deadline.view';
import { EmptyState, ErrorNotice, Skeleton } from '../ui/notice.view';
import { usePageTitle } from '../ui/page-title.hook';

const TABS = ['failed', 'pending', 'sent', 'dropped', 'all'] as const;
type Tab = (typeof TABS)[number];

const TONES: Readonly<Record<Notification['status'], string>> = {
  failed: 'badge-bad',
  pending: 'badge-warn',
  sent: 'badge-good',
  dropped: '',
};

export function NotificationsPage() {
  const { t } = useTranslation('staff');
  const [search, setSearch] = useSearchParams();
  const tab = TABS.find((name) => name === search.get('status')) ?? 'failed';
  const ticket = search.get('ticket') ?? '';
  usePageTitle(t('notifications.title'));
  const addressOf = (name: Tab) => `?${new URLSearchParams({ status: name, ...(ticket ? { ticket } : {}) })}`;
  return (
    <>
      <header className="page-head">
        <h1>{t('notifications.title')}</h1>
      </header>
      <p className="page-lead">{t('notifications.lead')}</p>
      <nav className="tabs" aria-label={t('notifications.column.status')}>
        {TABS.map((name) => (
          <Link
            key={name}
            to={addressOf(name)}
            replace
            {...(name === tab ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`notifications.tab.${name}`)}
          </Link>
        ))}
      </nav>
      <search className="filters">
        <Input.Search
          key={ticket}
          defaultValue={ticket}
          allowClear
          maxLength={50}
          placeholder={t('notifications.filterTicket')}
          aria-label={t('notifications.filterTicket')}
          onSearch={(value) =>
            setSearch({ status: tab, ...(value.trim() ? { ticket: value.trim() } : {}) }, { replace: true })
          }
        />
      </search>
      <NotificationTable
        filter={{ ...(tab === 'all' ? {} : { status: tab }), ...(ticket ? { ticket } : {}) }}
      />
    </>
  );
}

function NotificationTable({ filter }: { readonly filter: NotificationFilter }) {
  const { t } = useTranslation('staff');
  const list = useInfiniteQuery(notificationListQuery(filter));
  if (list.isPending) return <Skeleton lines={8} />;
  if (!list.data) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  const letters = list.data.pages.flatMap((page) => page.items);
  if (letters.length === 0)
    return (
      <EmptyState
        title={t(filter.status === 'failed' ? 'notifications.empty.failed' : 'notifications.empty.other')}
        hint={t('notifications.emptyHint')}
      />
    );
  return (
    <>
      <table className="records">
        <caption className="visually-hidden">{t('notifications.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('notifications.column.kind')}</th>
            <th scope="col">{t('notifications.column.recipient')}</th>
            <th scope="col">{t('notifications.column.status')}</th>
            <th scope="col">{t('notifications.column.created')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('notifications.resend')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <NotificationRow key={letter.id} letter={letter} />
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

function NotificationRow({ letter }: { readonly letter: Notification }) {
  const { t } = useTranslation('staff');
  const word = useWireWord('staff');
  return (
    <tr>
      <td className="cell-main">
        <strong>{word('notifications.kind', letter.kind)}</strong>
        <small>
          <Link className="number" to={`/tickets/${encodeURIComponent(letter.ticketNumber)}`}>
            {letter.ticketNumber}
          </Link>
        </small>
      </td>
      <td data-label={t('notifications.column.recipient')}>
        {letter.recipient === 'reporter' ? t('notifications.reporter') : letter.recipient}
      </td>
      <td data-label={t('notifications.column.status')}>
        <span className={`badge ${TONES[letter.status]}`}>{t(`notifications.status.${letter.status}`)}</span>
        {letter.attempts > 1 && <small>{t('notifications.attempts', { count: letter.attempts })}</small>}
        {letter.lastError && letter.status !== 'sent' && (
          <small className="letter-error">{letter.lastError}</small>
        )}
      </td>
      <td data-label={t('notifications.column.created')}>
        <Instant at={letter.createdAt} />
        {letter.sentAt && (
          <small>
            {t('notifications.column.sent')} <Instant at={letter.sentAt} />
          </small>
        )}
      </td>
      <td className="cell-action">{letter.status === 'failed' && <Resend letter={letter} />}</td>
    </tr>
  );
}

function Resend({ letter }: { readonly letter: Notification }) {
  const { t } = useTranslation('staff');
  const { message } = App.useApp();
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: () => resendNotification(letter.id),
    onSuccess: () => void message.success(t('notifications.resent')),
    onError: (error) => void message.error(errorWords(error).title),
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
  return (
    <Button loading={sending.isPending} onClick={() => sending.mutate()}>
      {t('notifications.resend')}
    </Button>
  );
}
