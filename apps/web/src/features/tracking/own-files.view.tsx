import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackedTicket } from '../../api/contract.types';
import { IdempotencyKeys } from '../../api/idempotency';
import { commandTracked, trackedTicketQuery } from '../../api/public.query';
import { ErrorNotice, Notice } from '../../ui/notice.view';
import { AttachmentList } from '../attachments/attachment-list.view';
import { haveArrived, UploadField, uploadIds, type SentFile } from '../attachments/upload-field.view';

/** What came with the report or later, and where more can be added. The result's photos stand with the result. */
export function OwnFiles({ code, ticket }: { readonly code: string; readonly ticket: TrackedTicket }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [keys] = useState(() => new IdempotencyKeys());
  const [files, setFiles] = useState<readonly SentFile[]>([]);
  const [rounds, setRounds] = useState(0);
  const adding = useMutation({
    mutationFn: (attachments: string[]) =>
      commandTracked(code, 'attachments', { attachments }, keys.keyFor(attachments)),
    onSuccess: (changed) => {
      client.setQueryData(trackedTicketQuery(code).queryKey, changed);
      setRounds((count) => count + 1);
    },
  });
  const listed = ticket.attachments.filter(({ purpose }) => purpose !== 'result' || !ticket.result);
  const mayAdd = ticket.can.includes('attach');
  if (listed.length === 0 && !mayAdd) return null;
  return (
    <section className="own-files">
      <h2>{t('files.title')}</h2>
      <AttachmentList attachments={listed} />
      {mayAdd && <UploadField key={rounds} label={t('files.add')} onChange={setFiles} />}
      {adding.isError && <ErrorNotice error={adding.error} />}
      {files.some(({ fault }) => fault) && <p className="field-fault">{t('files.failed')}</p>}
      {rounds > 0 && files.length === 0 && <Notice tone="good">{t('files.sent')}</Notice>}
      {files.length > 0 && (
        <button
          type="button"
          className="button button-main"
          disabled={!haveArrived(files) || adding.isPending}
          onClick={() => adding.mutate(uploadIds(files))}
        >
          {t(haveArrived(files) && !adding.isPending ? 'files.send' : 'files.sending')}
        </button>
      )}
    </section>
  );
}
