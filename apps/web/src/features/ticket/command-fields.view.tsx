import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../api/contract.types';
import { referenceDataQuery } from '../../api/public.query';
import { ownersQuery } from '../../api/tickets.query';
import type { DialogCommand } from './command.types';

const REASON_MAX = 1_000;
const RESULT_MAX = 5_000;
const PRIORITIES = ['normal', 'urgent', 'danger'] as const;

export function CommandFields({
  command,
  ticket,
}: {
  readonly command: DialogCommand;
  readonly ticket: Ticket;
}) {
  const { t } = useTranslation('staff');
  switch (command) {
    case 'accept':
    case 'approve-result':
      return null;
    case 'submit-result':
      return <WrittenField name="text" label={t('field.resultText')} max={RESULT_MAX} rows={6} />;
    case 'return-result':
    case 'decline':
      return <WrittenField name="reason" label={t('field.reason')} max={REASON_MAX} />;
    case 'return':
      return (
        <>
          <WrittenField name="reason" label={t('field.reason')} max={REASON_MAX} />
          <DepartmentField name="suggestedDepartment" label={t('field.suggested')} optional />
        </>
      );
    case 'transfer':
      return (
        <>
          <OwnerField department={ticket.departmentCode} besides={ticket.ownerUsername} required />
          <WrittenField name="reason" label={t('field.reasonOptional')} max={REASON_MAX} optional />
        </>
      );
    case 'dispatch':
      return <DispatchFields ticket={ticket} />;
  }
}

function WrittenField({
  name,
  label,
  max,
  rows = 4,
  optional = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly max: number;
  readonly rows?: number;
  readonly optional?: boolean;
}) {
  const { t } = useTranslation('staff');
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[
        ...(optional
          ? []
          : [{ required: true, whitespace: true, message: t('field.required', { name: label }) }]),
        { max, message: t('field.tooLong', { max }) },
      ]}
    >
      <Input.TextArea rows={rows} autoSize={{ minRows: rows, maxRows: 14 }} autoFocus={!optional} />
    </Form.Item>
  );
}

function DepartmentField({
  name,
  label,
  optional = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
}) {
  const { t } = useTranslation('staff');
  const reference = useQuery(referenceDataQuery);
  return (
    <Form.Item
      name={name}
      label={label}
      rules={optional ? [] : [{ required: true, message: t('field.departmentPick') }]}
    >
      <Select
        allowClear={optional}
        loading={reference.isPending}
        placeholder={t('field.departmentPick')}
        options={(reference.data?.departments ?? []).map((one) => ({ value: one.code, label: one.name }))}
      />
    </Form.Item>
  );
}

function OwnerField({
  department,
  besides,
  required = false,
}: {
  readonly department: string | undefined;
  readonly besides?: string | undefined;
  readonly required?: boolean;
}) {
  const { t } = useTranslation('staff');
  const owners = useQuery(ownersQuery(department));
  return (
    <Form.Item
      name="owner"
      label={t('field.owner')}
      rules={required ? [{ required: true, message: t('field.ownerPick') }] : []}
    >
      <Select
        allowClear={!required}
        disabled={department === undefined}
        loading={owners.isFetching}
        placeholder={t(required ? 'field.ownerPick' : 'field.ownerAuto')}
        options={(owners.data?.items ?? [])
          .filter(({ username, active }) => active && username !== besides)
          .map(({ username, name, onDuty, openTickets }) => ({
            value: username,
            label: `${name} · ${t('field.ownerLoad', { count: openTickets })}${onDuty ? '' : ` · ${t('field.ownerOff')}`}`,
          }))}
      />
    </Form.Item>
  );
}

function DispatchFields({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation('staff');
  const form = Form.useFormInstance();
  const department = Form.useWatch<string | undefined>('department', form);
  const reference = useQuery(referenceDataQuery);
  const categories = (reference.data?.categories ?? []).filter((one) => one.department === department);
  return (
    <>
      <Form.Item
        name="department"
        label={t('field.department')}
        rules={[{ required: true, message: t('field.departmentPick') }]}
      >
        <Select
          loading={reference.isPending}
          placeholder={t('field.departmentPick')}
          options={(reference.data?.departments ?? []).map((one) => ({ value: one.code, label: one.name }))}
          onChange={() => form.setFieldsValue({ category: undefined, owner: undefined })}
        />
      </Form.Item>
      <Form.Item name="category" label={t('field.category')}>
        <Select
          allowClear
          disabled={!department}
          placeholder={t('field.categoryAuto')}
          options={categories.map((one) => ({ value: one.code, label: one.name }))}
        />
      </Form.Item>
      <OwnerField department={department} />
      <Form.Item name="priority" label={t('field.priority')} initialValue={ticket.priority}>
        <Radio.Group
          optionType="button"
          options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}
