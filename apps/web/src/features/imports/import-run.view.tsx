import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRun, Mapping } from '../../api/contract.types';
import { commitImport, importQuery, sessionQuery } from '../../api/sessions.query';
import { ErrorNotice, Notice, Skeleton } from '../../ui/notice.view';
import { FaultList } from './fault-list.view';
import { ImportPreview } from './import-preview.view';
import { MappingForm } from './mapping-form.view';

const TOTALS = ['created', 'linked', 'skipped', 'rejected'] as const;
const HEADER_PROBLEMS = ['IMPORT.HEADER_NOT_FOUND', 'IMPORT.MAPPING_INVALID', 'IMPORT.NO_LINES'];

export function ImportRunView({
  importId,
  sessionId,
  onMapping,
  onClose,
}: {
  readonly importId: string;
  readonly sessionId: string;
  /** Absent where the file is no longer at hand, after a reload. */
  readonly onMapping: ((mapping: Mapping) => void) | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('staff');
  const client = useQueryClient();
  const run = useQuery(importQuery(importId));
  const committing = useMutation({
    mutationFn: () => commitImport(importId),
    onSettled: () => client.invalidateQueries(importQuery(importId)),
  });
  const status = run.data?.status;
  useEffect(() => {
    if (status === 'done') void client.invalidateQueries({ queryKey: sessionQuery(sessionId).queryKey });
  }, [client, sessionId, status]);
  if (!run.data)
    return run.isError ? (
      <ErrorNotice error={run.error} onRetry={() => void run.refetch()} />
    ) : (
      <Skeleton lines={3} />
    );
  const { data } = run;
  const another = <Button onClick={onClose}>{t('upload.another')}</Button>;
  return (
    <div className="import-run">
      <p className="import-file">
        <strong>{data.fileName}</strong>
        <span className="badge">{t(`import.status.${data.status}`)}</span>
      </p>
      {(data.status === 'queued' || data.status === 'reading' || data.status === 'committing') && (
        <Progress run={data} />
      )}
      {data.status === 'failed' && <Refusal run={data} onMapping={onMapping} />}
      {data.status === 'done' && <Totals run={data} />}
      {data.status === 'previewed' && (
        <>
          <p className="import-lead">
            {t('import.previewLead', { total: data.total, faults: data.faultCount })}
          </p>
          {committing.isError && <ErrorNotice error={committing.error} />}
          <div className="button-line">
            <Button
              type="primary"
              loading={committing.isPending}
              disabled={data.total === 0}
              onClick={() => committing.mutate()}
            >
              {t('import.commitCount', { count: Math.max(0, data.total - data.rejected) })}
            </Button>
            {another}
          </div>
          <FaultList run={data} />
          <ImportPreview importId={importId} />
          {onMapping && <MappingForm open={false} busy={false} onApply={onMapping} />}
        </>
      )}
      {(data.status === 'done' || data.status === 'failed') && (
        <>
          {data.status === 'done' && data.faultCount > 0 && <FaultList run={data} />}
          <div className="button-line">{another}</div>
        </>
      )}
    </div>
  );
}

function Progress({ run }: { readonly run: ImportRun }) {
  const { t } = useTranslation('staff');
  const known = run.total > 0;
  return (
    <div className="import-progress">
      <progress
        {...(known ? { value: run.processed, max: run.total } : {})}
        aria-label={t(`import.status.${run.status}`)}
      />
      <p className="quiet" role="status">
        {known
          ? t('import.progress', { processed: run.processed, total: run.total })
          : t('import.progressUnknown', { processed: run.processed })}
        {run.status === 'committing' && ` · ${t('import.leave')}`}
      </p>
    </div>
  );
}

function Refusal({
  run,
  onMapping,
}: {
  readonly run: ImportRun;
  readonly onMapping: ((mapping: Mapping) => void) | undefined;
}) {
  const { t } = useTranslation('staff');
  const mappable = run.problem !== undefined && HEADER_PROBLEMS.includes(run.problem.code);
  return (
    <>
      <Notice tone="bad">
        <p className="notice-title">{t('import.refused')}</p>
        {run.problem && <p>{run.problem.detail}</p>}
      </Notice>
      {mappable &&
        (onMapping ? (
          <MappingForm open busy={false} onApply={onMapping} />
        ) : (
          <p className="quiet">{t('upload.mappingNeedsFile')}</p>
        ))}
    </>
  );
}

function Totals({ run }: { readonly run: ImportRun }) {
  const { t } = useTranslation('staff');
  return (
    <dl className="totals" role="status">
      {TOTALS.map((name) => (
        <div key={name} className={`total total-${name}${run[name] === 0 ? ' total-none' : ''}`}>
          <dt>{t(`import.totals.${name}`)}</dt>
          <dd>{run[name]}</dd>
          <dd className="quiet">{t(`import.totalsHint.${name}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
