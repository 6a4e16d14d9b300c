import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keywordRulesQuery } from '../api/administration.query';
import { RuleEditor } from '../features/rules/rule-editor.view';
import { ErrorNotice, Skeleton } from '../ui/notice.view';
import { usePageTitle } from '../ui/page-title.hook';

export function RulesPage() {
  const { t } = useTranslation('staff');
  // Edited on the page: a refetch behind the editor's back would help nobody.
  const rules = useQuery({ ...keywordRulesQuery, refetchOnWindowFocus: false });
  usePageTitle(t('rules.title'));
  return (
    <>
      <header className="page-head">
        <h1>{t('rules.title')}</h1>
      </header>
      <p className="page-lead">{t('rules.lead')}</p>
      {rules.isPending ? (
        <Skeleton lines={9} />
      ) : rules.data ? (
        <RuleEditor loaded={rules.data} />
      ) : (
        <ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} />
      )}
    </>
  );
}
