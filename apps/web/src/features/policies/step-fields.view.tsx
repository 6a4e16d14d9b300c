import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.view';
import { newStep, UNITS, type PolicyFields } from './policy-form.values';

const CLOCKS = ['acceptance', 'response', 'resolution'] as const;
const RECIPIENTS = ['owner', 'head', 'dispatcher', 'director', 'leader'] as const;
const KEY_MAX = 40;

/** The reminders and escalations of a policy, each a line of its own. */
export function StepFields() {
  const { t } = useTranslation('staff');
  const form = Form.useFormInstance<PolicyFields>();
  return (
    <Form.List name="steps">
      {(rows, { add, remove }) => (
        <div className="step-rows">
          {rows.map(({ key, name }) => (
            <fieldset key={key} className="step-row">
              <StepRow name={name} />
              <Button
                type="text"
                icon={<Icon name="trash" size={18} />}
                aria-label={t('policies.step.remove')}
                title={t('policies.step.remove')}
                onClick={() => remove(name)}
              />
            </fieldset>
          ))}
          <Button
            icon={<Icon name="plus" size={16} />}
            onClick={() => {
              const steps = form.getFieldValue('steps') as PolicyFields['steps'] | undefined;
              add(newStep((steps ?? []).map((step) => step.key)));
            }}
          >
            {t('policies.step.add')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function StepRow({ name }: { readonly name: number }) {
  const { t } = useTranslation('staff');
  const form = Form.useFormInstance<PolicyFields>();
  const when = Form.useWatch(['steps', name, 'when'], form);
  const levels = t('policies.step.levels', { returnObjects: true });
  const required = (word: string) => ({ required: true, message: t('field.required', { name: word }) });
  return (
    <div className="step-fields">
      <Form.Item name={[name, 'clock']} label={t('policies.step.clock')}>
        <Select options={CLOCKS.map((value) => ({ value, label: t(`ticket.clock.${value}`) }))} />
      </Form.Item>
      <Form.Item name={[name, 'when']} label={t('policies.step.when')}>
        <Select
          options={[
            { value: 'share', label: t('policies.step.share') },
            { value: 'after', label: t('policies.step.after') },
          ]}
        />
      </Form.Item>
      {when === 'share' ? (
        <Form.Item
          name={[name, 'percent']}
          label="%"
          tooltip={t('policies.step.shareHint')}
          rules={[required('%')]}
        >
          <InputNumber min={-100} max={100} precision={0} />
        </Form.Item>
      ) : (
        <Form.Item label={t('policies.step.after')}>
          <div className="allowance-pair">
            <Form.Item name={[name, 'after', 'amount']} noStyle rules={[required(t('allowance.amount'))]}>
              <InputNumber min={0} max={100_000} aria-label={t('allowance.amount')} />
            </Form.Item>
            <Form.Item name={[name, 'after', 'unit']} noStyle>
              <Select
                aria-label={t('allowance.unit')}
                options={UNITS.map((value) => ({ value, label: t(`allowance.${value}`) }))}
              />
            </Form.Item>
          </div>
        </Form.Item>
      )}
      <Form.Item name={[name, 'kind']} label={t('policies.step.kind')}>
        <Select
          options={(['warn', 'escalate'] as const).map((value) => ({
            value,
            label: t(`policies.step.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name={[name, 'level']} label={t('policies.step.level')}>
        <Select options={levels.map((label, value) => ({ value, label }))} />
      </Form.Item>
      <Form.Item
        name={[name, 'recipients']}
        label={t('policies.step.recipients')}
        className="step-who"
        rules={[required(t('policies.step.recipients'))]}
      >
        <Select
          mode="multiple"
          options={RECIPIENTS.map((value) => ({ value, label: t(`policies.recipient.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name={[name, 'key']}
        label={t('policies.step.key')}
        tooltip={t('policies.step.keyHint')}
        rules={[
          required(t('policies.step.key')),
          {
            validator: (_rule, value: string) => {
              const steps = form.getFieldValue('steps') as PolicyFields['steps'];
              return steps.filter((step) => step.key === value).length > 1
                ? Promise.reject(new Error(t('policies.step.keyTwice')))
                : Promise.resolve();
            },
          },
        ]}
      >
        <Input maxLength={KEY_MAX} />
      </Form.Item>
    </div>
  );
}
