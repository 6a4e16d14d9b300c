import { useTranslation } from 'react-i18next';
import type { ImportRun } from '../../api/contract.types';

const SHOWN = 200;

/** What the reader remarked, row by row in the sheet's own numbers; errors first. */
export function FaultList({ run }: { readonly run: ImportRun }) {
  const { t } = useTranslation('staff');
  if (run.faultCount === 0) return <p className="quiet">{t('import.faultsNone')}</p>;
  const ordered = run.faults.toSorted(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error') || a.row - b.row,
  );
  return (
    <details className="faults" open={ordered.some(({ severity }) => severity === 'error')}>
      <summary>
        {t('import.faults')} · {run.faultCount}
      </summary>
      <ul>
        {ordered.slice(0, SHOWN).map((fault, index) => (
          <li key={`${index}-${fault.row}-${fault.code}`}>
            <span className="number">{t('import.row', { row: fault.row })}</span>
            <span className={fault.severity === 'error' ? 'badge badge-bad' : 'badge badge-warn'}>
              {t(`import.severity.${fault.severity}`)}
            </span>
            <span>{fault.message}</span>
          </li>
        ))}
      </ul>
      {run.faultCount > SHOWN && (
        <p className="quiet">{t('import.faultsMore', { count: run.faultCount, shown: SHOWN })}</p>
      )}
    </details>
  );
}
