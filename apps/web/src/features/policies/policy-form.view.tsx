import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { policiesQuery, savePolicy } from '../../api/administration.query';
import type { Policy, SavePolicy } from '../../api/contract.types';
import { fieldFaults } from '../../i18n/error.words';
import { ErrorNotice } from '../../ui/notice.view';
import { ALLOWANCES } from './policy-card.view';
import { formOf, policyOf, UNITS, type PolicyFields } from './policy-form.values';
import { StepFields } from './step-fields.view';

const MAX_AMOUNT = 100_000;
const MAX_HOPS = 20;

export function PolicyForm({ policy, onClose }: { readonly policy: Policy; readonly onClose: () => void }) {
  const { t } = useTranslation('staff');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<PolicyFields>();
  const saving = useMutation({
    mutationFn: (body: SavePolicy) => savePolicy(policy.code, body),
    onSuccess: (saved) => {
      void message.success(t('policies.saved', { version: saved.version }));
      void client.invalidateQueries({ queryKey: policiesQuery.queryKey });
      onClose();
    },
  });
  const required = (name: string) => ({ required: true, message: t('field.required', { name }) });
  const faults = [...fieldFaults(saving.error).entries()];
  return (
    <Form
      form={form}
      name={`policy-${policy.code}`}
      className="panel policy-form"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={formOf(policy)}
      disabled={saving.isPending}
      // All that the policy holds, also what has no field here.
      onFinish={() => saving.mutate(policyOf(form.getFieldsValue(true) as PolicyFields, policy.version))}
    >
      <Form.Item name="name" label={t('policies.name')} rules={[required(t('policies.name')), { max: 50 }]}>
        <Input />
      </Form.Item>
      <h3>{t('policies.clocks')}</h3>
      <div className="allowance-fields">
        {ALLOWANCES.map((name) => (
          <Form.Item
            key={name}
            label={t(`policies.field.${name}`)}
            extra={t(`policies.fieldHint.${name}`)}
            className="allowance-field"
          >
            <div className="allowance-pair">
              <Form.Item name={[name, 'amount']} noStyle rules={[required(t('allowance.amount'))]}>
                <InputNumber
                  min={0.01}
                  max={MAX_AMOUNT}
                  aria-label={`${t(`policies.field.${name}`)} ${t('allowance.amount')}`}
                />
              </Form.Item>
              <Form.Item name={[name, 'unit']} noStyle>
                <Select
                  aria-label={`${t(`policies.field.${name}`)} ${t('allowance.unit')}`}
                  options={UNITS.map((value) => ({ value, label: t(`allowance.${value}`) }))}
                />
              </Form.Item>
            </div>
          </Form.Item>
        ))}
        <Form.Item
          name="maxHops"
          label={t('policies.maxHops')}
          extra={t('policies.maxHopsHint')}
          rules={[required(t('policies.maxHops'))]}
        >
          <InputNumber min={1} max={MAX_HOPS} precision={0} />
        </Form.Item>
        <Form.Item
          name="messagesAnyTime"
          label={t('policies.anyTime')}
          extra={t('policies.anyTimeHint')}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
      </div>
      <h3>{t('policies.steps')}</h3>
      <StepFields />
      {saving.isError && <ErrorNotice error={saving.error} />}
      {faults.length > 0 && (
        <ul className="server-faults">
          {faults.map(([pointer, detail]) => (
            <li key={pointer}>
              <code>{pointer}</code> {detail}
            </li>
          ))}
        </ul>
      )}
      <div className="button-line">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {t('policies.save')}
        </Button>
        <Button onClick={onClose}>{t('policies.discard')}</Button>
      </div>
    </Form>
  );
}
