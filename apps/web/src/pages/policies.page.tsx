import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { policiesQuery } from '../api/administration.query';
import { PolicyCard } from '../features/policies/policy-card.view';
import { PolicyForm } from '../features/policies/policy-form.view';
import { EmptyState, ErrorNotice, Skeleton } from '../ui/notice.view';
import { usePageTitle } from '../ui/page-title.hook';

export function PoliciesPage() {
  const { t } = useTranslation('staff');
  const [editing, setEditing] = useState<string>();
  const policies = useQuery(policiesQuery);
  usePageTitle(t('policies.title'));
  return (
    <>
      <header className="page-head">
        <h1>{t('policies.title')}</h1>
      </header>
      <p className="page-lead">{t('policies.lead')}</p>
      {policies.isPending ? (
        <Skeleton lines={9} />
      ) : !policies.data ? (
        <ErrorNotice error={policies.error} onRetry={() => void policies.refetch()} />
      ) : policies.data.items.length === 0 ? (
        <EmptyState title={t('policies.empty')} hint={t('policies.emptyHint')} />
      ) : (
        <div className="stack">
          {policies.data.items.map((policy) =>
            policy.code === editing ? (
              <PolicyForm key={policy.code} policy={policy} onClose={() => setEditing(undefined)} />
            ) : (
              <PolicyCard key={policy.code} policy={policy} onEdit={() => setEditing(policy.code)} />
            ),
          )}
        </div>
      )}
    </>
  );
}
