import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
}

/** A label above, a hint and a fault below, tied to the control for those who cannot see them. */
export function Field({
  label,
  optional = false,
  hint,
  fault,
  children,
}: {
  readonly label: string;
  readonly optional?: boolean;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const notes = [fault ? `${id}-fault` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div className={fault ? 'field field-faulty' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="field-optional">{t('notice.optional')}</span>}
      </label>
      {children({
        id,
        ...(fault ? { 'aria-invalid': true as const } : {}),
        ...(notes ? { 'aria-describedby': notes } : {}),
      })}
      {fault && (
        <p className="field-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
