import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IdempotencyKeys } from '../../api/idempotency';
import { commentTracked, trackedTicketQuery } from '../../api/public.query';
import { Field } from '../../ui/field.view';
import { ErrorNotice, Notice } from '../../ui/notice.view';

const TEXT_MAX = 5_000;

export function TrackedCommentForm({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [keys] = useState(() => new IdempotencyKeys());
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const sending = useMutation({
    mutationFn: (written: string) => commentTracked(code, written, keys.keyFor(written)),
    onSuccess: async () => {
      keys.forget();
      setText('');
      await client.invalidateQueries(trackedTicketQuery(code));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') setMissing(true);
    else sending.mutate(text.trim());
  };
  return (
    <form className="comment" onSubmit={submit} noValidate>
      <Field label={t('track.commentTitle')} fault={missing ? t('track.commentMissing') : undefined}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={TEXT_MAX}
            value={text}
            disabled={sending.isPending}
            placeholder={t('track.commentPlaceholder')}
            onChange={(event) => {
              setText(event.target.value);
              setMissing(false);
              if (!sending.isIdle) sending.reset();
            }}
          />
        )}
      </Field>
      {sending.isError && <ErrorNotice error={sending.error} />}
      {sending.isSuccess && <Notice tone="good">{t('track.commentSent')}</Notice>}
      <button type="submit" className="button" disabled={sending.isPending}>
        {t(sending.isPending ? 'action.sending' : 'track.commentSend')}
      </button>
    </form>
  );
}
