import { useTranslation } from 'react-i18next';

const STAGES = ['submitted', 'dispatched', 'in-progress', 'in-review', 'resolved', 'closed'] as const;

/** How far along a ticket is. States off the path (declined, withdrawn, merged) have no rail. */
export function StageRail({ status }: { readonly status: string }) {
  const { t } = useTranslation();
  const reached = STAGES.findIndex((stage) => stage === status);
  if (reached < 0) return null;
  return (
    <ol className="rail" aria-label={t('track.title')}>
      {STAGES.map((stage, index) => (
        <li
          key={stage}
          className={
            index < reached || status === 'closed' ? 'rail-done' : index === reached ? 'rail-here' : ''
          }
          {...(index === reached ? { 'aria-current': 'step' as const } : {})}
        >
          <span>{t(`stage.${stage}`)}</span>
        </li>
      ))}
    </ol>
  );
}
