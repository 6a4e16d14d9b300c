import { Button, Input, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { KeywordRule, ReferenceData } from '../../api/contract.types';
import { Icon } from '../../ui/icon.view';

const PRIORITIES = ['normal', 'urgent', 'danger'] as const;
const WEIGHT_MAX = 1_000;
const ID_MAX = 60;

export function isIncomplete(rule: KeywordRule): boolean {
  return rule.keywords.length === 0 || rule.category === '' || rule.id.trim() === '';
}

export function RuleRow({
  rule,
  reference,
  showFaults,
  onChange,
  onRemove,
}: {
  readonly rule: KeywordRule;
  readonly reference: ReferenceData | undefined;
  readonly showFaults: boolean;
  readonly onChange: (rule: KeywordRule) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('staff');
  const faulty = (condition: boolean) => (showFaults && condition ? { status: 'error' as const } : {});
  const without = <K extends 'department' | 'priority'>(name: K): KeywordRule => {
    const { [name]: _dropped, ...rest } = rule;
    return rest as KeywordRule;
  };
  return (
    <fieldset className={rule.enabled ? 'rule' : 'rule rule-off'}>
      <legend className="visually-hidden">
        {t('rules.title')} {rule.id}
      </legend>
      <label className="rule-keywords">
        <span>{t('rules.keywords')}</span>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', '，', '、', ';', '；']}
          value={rule.keywords}
          placeholder={t('rules.keywordsHint')}
          aria-label={t('rules.keywords')}
          {...faulty(rule.keywords.length === 0)}
          onChange={(keywords: string[]) =>
            onChange({ ...rule, keywords: keywords.map((word) => word.trim()).filter(Boolean) })
          }
        />
      </label>
      <label className="rule-category">
        <span>{t('rules.category')}</span>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={rule.category || null}
          placeholder={t('rules.categoryMissing')}
          aria-label={t('rules.category')}
          {...faulty(rule.category === '')}
          options={(reference?.categories ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(category: string) => onChange({ ...rule, category })}
        />
      </label>
      <label>
        <span>{t('rules.department')}</span>
        <Select
          allowClear
          value={rule.department ?? null}
          placeholder={t('rules.departmentAuto')}
          aria-label={t('rules.department')}
          options={(reference?.departments ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(department: string | null) =>
            onChange(department ? { ...rule, department } : without('department'))
          }
        />
      </label>
      <label>
        <span>{t('rules.priority')}</span>
        <Select
          allowClear
          value={rule.priority ?? null}
          placeholder={t('rules.priorityAuto')}
          aria-label={t('rules.priority')}
          options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
          onChange={(priority: KeywordRule['priority'] | null) =>
            onChange(priority ? { ...rule, priority } : without('priority'))
          }
        />
      </label>
      <label className="rule-weight">
        <span>{t('rules.weight')}</span>
        <InputNumber
          min={0}
          max={WEIGHT_MAX}
          value={rule.weight}
          onChange={(weight) => onChange({ ...rule, weight: weight ?? 0 })}
        />
      </label>
      <label className="rule-id">
        <span>{t('rules.id')}</span>
        <Input
          value={rule.id}
          maxLength={ID_MAX}
          {...faulty(rule.id.trim() === '')}
          onChange={(event) => onChange({ ...rule, id: event.target.value })}
        />
      </label>
      <div className="rule-end">
        <Switch
          checked={rule.enabled}
          aria-label={t('rules.enabled')}
          checkedChildren={t('rules.enabled')}
          unCheckedChildren={t('rules.disabled')}
          onChange={(enabled) => onChange({ ...rule, enabled })}
        />
        <Button
          type="text"
          icon={<Icon name="trash" size={18} />}
          aria-label={t('rules.remove')}
          title={t('rules.remove')}
          onClick={onRemove}
        />
      </div>
    </fieldset>
  );
}
