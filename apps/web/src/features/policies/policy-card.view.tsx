import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Policy } from '../../api/contract.types';
import { usePolicyWords } from './policy-words.hook';

export const ALLOWANCES = [
  'acceptance',
  'response',
  'resolution',
  'redo',
  'returnWithin',
  'autoClose',
] as const;

export function PolicyCard({ policy, onEdit }: { readonly policy: Policy; readonly onEdit: () => void }) {
  const { t } = useTranslation('staff');
  const words = usePolicyWords();
  const levels = t('policies.step.levels', { returnObjects: true });
  return (
    <section className="panel policy">
      <div className="section-head">
        <h2>
          {policy.name} <span className="badge">{t('policies.version', { version: policy.version })}</span>
          {policy.messagesAnyTime && <span className="badge badge-bad">{t('policies.anyTime')}</span>}
        </h2>
        <Button onClick={onEdit}>{t('policies.edit')}</Button>
      </div>
      <dl className="allowances">
        {ALLOWANCES.map((name) => (
          <div key={name}>
            <dt>{t(`policies.field.${name}`)}</dt>
            <dd>{words.allowance(policy[name])}</dd>
            <dd className="quiet">{t(`policies.fieldHint.${name}`)}</dd>
          </div>
        ))}
      </dl>
      {policy.steps.length === 0 ? (
        <p className="quiet">{t('policies.stepsEmpty')}</p>
      ) : (
        <ol className="steps">
          {policy.steps.map((step) => {
            const { when, tell } = words.step(step);
            return (
              <li key={step.key} className={`step-level-${step.level}`}>
                <span className="badge">{levels[step.level]}</span>
                <span>
                  {when} → {tell}
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
