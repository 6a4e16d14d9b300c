import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackedTicket } from '../../api/contract.types';
import { IdempotencyKeys } from '../../api/idempotency';
import { commandTracked, trackedTicketQuery } from '../../api/public.query';
import { instantWords } from '../../i18n/time.words';
import { Field } from '../../ui/field.view';
import { ErrorNotice, Notice } from '../../ui/notice.view';

const OWN_COMMANDS = ['urge', 'reopen', 'withdraw'] as const;
type OwnCommand = (typeof OWN_COMMANDS)[number];
/** As much as the API takes of each. */
const TEXT_MAX: Readonly<Record<OwnCommand, number>> = { urge: 500, reopen: 1_000, withdraw: 1_000 };

/** What a reporter may do now beside rating and writing; a command opens its form in place, and asks once more there. */
export function OwnCommands({ code, ticket }: { readonly code: string; readonly ticket: TrackedTicket }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<OwnCommand>();
  const [done, setDone] = useState<OwnCommand>();
  const possible = OWN_COMMANDS.filter((command) => ticket.can.includes(command));
  if (possible.length === 0 && !done) return null;
  return (
    <section className="own" aria-label={t('own.actions')}>
      {done && <Notice tone="good">{t(`own.done.${done}`)}</Notice>}
      {open && possible.includes(open) ? (
        <OwnForm
          key={open}
          code={code}
          command={open}
          hint={t(`own.hint.${open}`, { at: instantWords(ticket.reopenBefore ?? '', 'short') })}
          onClose={(given) => {
            setOpen(undefined);
            setDone(given ? open : undefined);
          }}
        />
      ) : (
        <div className="own-buttons">
          {possible.map((command) => (
            <button
              key={command}
              type="button"
              className="button button-quiet"
              onClick={() => {
                setDone(undefined);
                setOpen(command);
              }}
            >
              {t(`own.open.${command}`)}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

function OwnForm({
  code,
  command,
  hint,
  onClose,
}: {
  readonly code: string;
  readonly command: OwnCommand;
  readonly hint: string;
  readonly onClose: (given: boolean) => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [keys] = useState(() => new IdempotencyKeys());
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const needsText = command === 'reopen';
  const giving = useMutation({
    mutationFn: (written: string) => {
      const words = command === 'urge' ? { text: written } : { reason: written };
      const body = written === '' ? {} : words;
      return commandTracked(code, command, body as { readonly reason: string }, keys.keyFor([command, body]));
    },
    onSuccess: (ticket) => {
      client.setQueryData(trackedTicketQuery(code).queryKey, ticket);
      onClose(true);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const written = text.trim();
    if (needsText && written === '') setMissing(true);
    else giving.mutate(written);
  };
  return (
    <form className="card comment own-form" onSubmit={submit} noValidate>
      <p>{hint}</p>
      <Field
        label={t(`own.text.${command}`)}
        optional={!needsText}
        fault={missing ? t('own.missing') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={TEXT_MAX[command]}
            value={text}
            disabled={giving.isPending}
            autoFocus
            onChange={(event) => {
              setText(event.target.value);
              setMissing(false);
              if (!giving.isIdle) giving.reset();
            }}
          />
        )}
      </Field>
      {giving.isError && <ErrorNotice error={giving.error} />}
      <div className="own-buttons">
        <button
          type="submit"
          className={command === 'withdraw' ? 'button button-danger' : 'button button-main'}
          disabled={giving.isPending}
        >
          {t(giving.isPending ? 'action.sending' : `own.send.${command}`)}
        </button>
        <button type="button" className="button" disabled={giving.isPending} onClick={() => onClose(false)}>
          {t('action.cancel')}
        </button>
      </div>
    </form>
  );
}
