import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.view';
import type { ReportFaults } from './report.check';
import type { ReportFields } from './report.draft';

/** How to reach the reporter, and plainly what "anonymous" does and does not mean. */
export function ContactFields({
  fields,
  faults,
  onChange,
}: {
  readonly fields: ReportFields;
  readonly faults: ReportFaults;
  readonly onChange: (part: Partial<ReportFields>) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const { anonymous } = fields;
  return (
    <section className="contact" aria-labelledby={`${id}-title`}>
      <div className="contact-head">
        <h2 id={`${id}-title`}>{t('form.contactTitle')}</h2>
        <label className="switch">
          <span>{t('form.anonymous')}</span>
          <input
            type="checkbox"
            role="switch"
            checked={anonymous}
            aria-describedby={`${id}-meaning`}
            onChange={(event) => onChange({ anonymous: event.target.checked })}
          />
        </label>
      </div>
      <p className="contact-meaning" id={`${id}-meaning`} aria-live="polite">
        {anonymous ? t('form.anonymousOn') : t('form.anonymousOff')}
      </p>
      {!anonymous && (
        <div className="pair">
          <Field label={t('form.name')} optional fault={faults.name}>
            {(control) => (
              <input
                {...control}
                value={fields.name}
                autoComplete="name"
                onChange={(event) => onChange({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('form.phone')} optional fault={faults.phone}>
            {(control) => (
              <input
                {...control}
                type="tel"
                inputMode="tel"
                autoComplete="tel"
                value={fields.phone}
                onChange={(event) => onChange({ phone: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
      <Field
        label={t('form.email')}
        optional
        fault={faults.email}
        hint={anonymous ? undefined : t('form.emailHint')}
      >
        {(control) => (
          <input
            {...control}
            type="email"
            inputMode="email"
            autoComplete="email"
            value={fields.email}
            onChange={(event) => onChange({ email: event.target.value })}
          />
        )}
      </Field>
      {!anonymous && <p className="field-hint">{t('form.contactHint')}</p>}
    </section>
  );
}
