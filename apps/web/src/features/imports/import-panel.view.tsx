import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mapping } from '../../api/contract.types';
import { uploadMinutes } from '../../api/sessions.query';
import { ErrorNotice } from '../../ui/notice.view';
import { FileDrop } from './file-drop.view';
import { ImportRunView } from './import-run.view';

/**
 * From a file to tickets: choose, preview, confirm. The run is named in the address, so that a reload or another
 * person's look finds it where it is.
 */
export function ImportPanel({
  sessionId,
  importId,
  hasLines,
  onImport,
}: {
  readonly sessionId: string;
  readonly importId: string | undefined;
  readonly hasLines: boolean;
  readonly onImport: (importId: string | undefined) => void;
}) {
  const { t } = useTranslation('staff');
  const [file, setFile] = useState<File>();
  const sending = useMutation({
    mutationFn: ({ file: chosen, mapping }: { readonly file: File; readonly mapping: Mapping }) =>
      uploadMinutes(sessionId, chosen, mapping),
    onSuccess: (accepted) => onImport(accepted.importId),
  });
  const send = (chosen: File, mapping: Mapping = {}) => {
    setFile(chosen);
    sending.mutate({ file: chosen, mapping });
  };
  return (
    <section className="panel import">
      <h2>{t(hasLines ? 'session.uploadMore' : 'session.upload')}</h2>
      {sending.isPending ? (
        <div className="import-progress" role="status">
          <p>{t('upload.sending', { name: file?.name ?? '' })}</p>
          <progress />
        </div>
      ) : importId ? (
        <ImportRunView
          key={importId}
          importId={importId}
          sessionId={sessionId}
          onMapping={file ? (mapping) => send(file, mapping) : undefined}
          onClose={() => onImport(undefined)}
        />
      ) : (
        <FileDrop onFile={(chosen) => send(chosen)} />
      )}
      {sending.isError && <ErrorNotice error={sending.error} />}
    </section>
  );
}
