import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.view';
import type { ReportFaults } from './report.check';
import { IDENTITIES, type ReportFields } from './report.draft';

/** Whether and to whom the reporter is known, in plain words, and how to reach them. */
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
  const isAnonymous = fields.identity === 'anonymous';
  return (
    <section className="contact" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('form.contactTitle')}</h2>
      <div className="identity-choice" role="radiogroup" aria-labelledby={`${id}-title`}>
        {IDENTITIES.map((identity) => (
          <label key={identity}>
            <input
              type="radio"
              name={`${id}-identity`}
              checked={fields.identity === identity}
              aria-labelledby={`${id}-${identity}`}
              aria-describedby={`${id}-${identity}-meaning`}
              onChange={() => onChange({ identity })}
            />
            <span>
              <strong id={`${id}-${identity}`}>{t(`form.identity.${identity}`)}</strong>
              <small id={`${id}-${identity}-meaning`}>{t(`form.identityMeaning.${identity}`)}</small>
            </span>
          </label>
        ))}
      </div>
      {!isAnonymous && (
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
        hint={isAnonymous ? undefined : t('form.emailHint')}
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
      {fields.identity === 'named' && <p className="field-hint">{t('form.contactHint')}</p>}
    </section>
  );
}
