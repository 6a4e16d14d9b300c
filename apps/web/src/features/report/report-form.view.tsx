import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmittedTicket } from '../../api/contract.types';
import { referenceDataQuery, submitReport } from '../../api/public.query';
import { fieldFaults } from '../../i18n/error.words';
import { Field } from '../../ui/field.view';
import { ErrorNotice } from '../../ui/notice.view';
import { checkReport, faultsFromServer, LIMITS } from './report.check';
import { ContactFields } from './contact-fields.view';
import {
  dropDraft,
  EMPTY_REPORT,
  isUntouched,
  keepDraft,
  keyForSending,
  readDraft,
  reportBody,
  type ReportFields,
} from './report.draft';

const DRAFT_DELAY_MS = 400;
/** From here on the counter is worth its space. */
const COUNT_FROM = 0.8;

export function ReportForm({
  onSubmitted,
}: {
  readonly onSubmitted: (ticket: SubmittedTicket, title: string) => void;
}) {
  const { t } = useTranslation();
  const [fields, setFields] = useState<ReportFields>(readDraft);
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const reference = useQuery(referenceDataQuery);
  const sending = useMutation({
    mutationFn: (report: ReportFields) => submitReport(reportBody(report), keyForSending(report)),
    onSuccess: (ticket, report) => {
      dropDraft();
      onSubmitted(ticket, report.title.trim());
    },
  });
  useEffect(() => {
    if (sending.isPending || sending.isSuccess) return undefined;
    const timer = setTimeout(() => keepDraft(fields), DRAFT_DELAY_MS);
    return () => clearTimeout(timer);
  }, [fields, sending.isPending, sending.isSuccess]);

  const faults = checked
    ? { ...faultsFromServer(fieldFaults(sending.error), t), ...checkReport(fields, t) }
    : {};
  const faultCount = Object.keys(faults).length;
  const change = (part: Partial<ReportFields>) => {
    if (sending.isError) sending.reset();
    setFields((current) => ({ ...current, ...part }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(checkReport(fields, t)).length === 0) sending.mutate(fields);
    // The faulty controls are marked in this very render; focus moves once they are.
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  const count = (name: 'title' | 'description') =>
    fields[name].length > LIMITS[name] * COUNT_FROM
      ? t('form.count', { count: fields[name].length, max: LIMITS[name] })
      : undefined;

  return (
    <form ref={form} className="report" onSubmit={submit} noValidate>
      <fieldset disabled={sending.isPending}>
        <Field label={t('form.what')} fault={faults.title} hint={count('title')}>
          {(control) => (
            <input
              {...control}
              value={fields.title}
              onChange={(event) => change({ title: event.target.value })}
              placeholder={t('form.titlePlaceholder')}
              enterKeyHint="next"
              required
            />
          )}
        </Field>
        <Field label={t('form.description')} fault={faults.description} hint={count('description')}>
          {(control) => (
            <textarea
              {...control}
              rows={5}
              value={fields.description}
              onChange={(event) => change({ description: event.target.value })}
              placeholder={t('form.descriptionPlaceholder')}
              required
            />
          )}
        </Field>
        <div className="pair">
          <Field label={t('form.where')} optional fault={faults.location}>
            {(control) => (
              <input
                {...control}
                value={fields.location}
                onChange={(event) => change({ location: event.target.value })}
                placeholder={t('form.wherePlaceholder')}
              />
            )}
          </Field>
          <Field label={t('form.category')} optional fault={faults.category}>
            {(control) => (
              <select
                {...control}
                value={fields.category}
                onChange={(event) => change({ category: event.target.value })}
              >
                <option value="">{t('form.categoryAuto')}</option>
                {reference.data?.departments.map(({ code, name }) => (
                  <optgroup key={code} label={name}>
                    {reference.data.categories
                      .filter(({ department }) => department === code || department === name)
                      // What has to be asked is not asked here yet; the dispatcher places such a report.
                      .filter(({ questions }) => !questions?.some(({ required }) => required))
                      .map((category) => (
                        <option key={category.code} value={category.code}>
                          {category.name}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
        </div>
        <ContactFields fields={fields} faults={faults} onChange={change} />
      </fieldset>
      {sending.isError && <ErrorNotice error={sending.error} />}
      {faultCount > 0 && (
        <p className="form-fix" role="alert">
          {t('form.fix', { count: faultCount })}
        </p>
      )}
      <div className="form-end">
        <button type="submit" className="button button-main" disabled={sending.isPending}>
          {t(sending.isPending ? 'action.sending' : sending.isError ? 'form.resubmit' : 'form.submit')}
        </button>
        {!isUntouched(fields) && (
          <p className="draft-note">
            {t('form.draftKept')}
            <button
              type="button"
              className="link-button"
              onClick={() => {
                change(EMPTY_REPORT);
                setChecked(false);
              }}
            >
              {t('form.draftClear')}
            </button>
          </p>
        )}
      </div>
    </form>
  );
}
