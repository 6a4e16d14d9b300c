import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../api/contract.types';
import { referenceDataQuery } from '../../api/public.query';
import { ownersQuery } from '../../api/tickets.query';
import { useMe } from '../../app/me.context';
import { instantWords } from '../../i18n/time.words';
import { useWireWord } from '../../i18n/wire-word.hook';
import { haveArrived, UploadField, type SentFile } from '../attachments/upload-field.view';
import { shapeOf, type CommandField } from './commands';
import type { Asked } from './possible-commands';

interface Props {
  readonly field: CommandField;
  readonly ticket: Ticket;
  readonly asked: Asked;
  readonly autoFocus: boolean;
}

/** Who may give work to another department than the ticket's. */
const OFFICE = ['dispatcher', 'director', 'leader'];

/** One field of a command's dialog, as its row in the table says. */
export function CommandFieldView(props: Props) {
  const { field, asked } = props;
  const me = useMe();
  const form = Form.useFormInstance();
  const [other = '', wanted] = field.when ?? [];
  const given = Form.useWatch<string | undefined>(other, form);
  if (field.when && given !== wanted) return null;
  // A head names another owner within the department, and a sub-task stays where it is.
  const isFixed = asked.command === 'reassign' && (asked.subject.department ?? !OFFICE.includes(me.role));
  return field.as === 'department' && isFixed ? null : <Item {...props} />;
}

function Item({ field, ticket, asked, autoFocus }: Props) {
  const { t } = useTranslation('staff');
  const { as, name, optional = false, max } = field;
  const label = t(`field.${field.label}`);
  const rules: Rule[] = [
    ...(optional || as === 'files'
      ? []
      : [
          {
            required: true,
            whitespace: true,
            message: t(picked(as) ? 'field.pick' : 'field.required', { name: label }),
          },
        ]),
    ...(max === undefined ? [] : [{ max, message: t('field.tooLong', { max }) }]),
    ...(as === 'files' ? [arrivedRule(optional, t('field.filesMissing'), t('field.filesGoing'))] : []),
  ];
  const limits = useLimits(field, ticket, asked);
  const initial = field.initial ?? (name === 'priority' ? ticket.priority : undefined);
  const isReassignment = asked.command === 'reassign' && as === 'department';
  const start = isReassignment ? ticket.departmentCode : initial;
  const extra = limits ?? (field.hint && t(`field.${field.hint}`));
  return (
    <Form.Item
      name={name}
      label={label}
      rules={rules}
      {...(start === undefined ? {} : { initialValue: start })}
      {...(extra === undefined ? {} : { extra })}
    >
      <Control field={field} label={label} ticket={ticket} asked={asked} autoFocus={autoFocus} />
    </Form.Item>
  );
}

/** `id`, `value` and `onChange` come from the form's item and are handed on as they are. */
function Control({ field, label, ticket, asked, autoFocus, ...control }: Props & { readonly label: string }) {
  const { t } = useTranslation('staff');
  const word = useWireWord('staff');
  const { as, rows = 4, optional = false, values = [], words } = field;
  switch (as) {
    case 'text':
      return <Input.TextArea {...control} autoSize={{ minRows: rows, maxRows: 14 }} autoFocus={autoFocus} />;
    case 'line':
      return <Input {...control} autoFocus={autoFocus} autoComplete="off" />;
    case 'instant':
      return <Input {...control} type="datetime-local" autoFocus={autoFocus} />;
    case 'files':
      return <UploadField {...control} label={label} />;
    case 'department':
      return <DepartmentSelect {...control} optional={optional} />;
    case 'category':
      return <CategorySelect {...control} />;
    case 'person':
      return <PersonSelect {...control} ticket={ticket} asked={asked} optional={optional} />;
    case 'yes-no':
      return (
        <Radio.Group
          {...control}
          optionType="button"
          options={[
            { value: 'true', label: t('field.yes') },
            { value: 'false', label: t('field.no') },
          ]}
        />
      );
    case 'choice':
      return (
        <Radio.Group
          {...control}
          // A few short words fit one line; longer ones are read from top to bottom.
          {...(words === 'priority' ? { optionType: 'button' as const } : { vertical: true })}
          options={values.map((value) => ({ value, label: word(words ?? 'priority', value) }))}
        />
      );
  }
}

function DepartmentSelect({ optional, ...control }: { readonly optional: boolean }) {
  const { t } = useTranslation('staff');
  const form = Form.useFormInstance();
  const reference = useQuery(referenceDataQuery);
  const { onChange } = control as { readonly onChange?: (value: string) => void };
  return (
    <Select
      {...control}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={optional}
      loading={reference.isPending}
      placeholder={t('field.departmentPick')}
      options={(reference.data?.departments ?? []).map((one) => ({ value: one.code, label: one.name }))}
      onChange={(value: string) => {
        // Whoever and whatever was chosen belongs to the department before.
        form.setFieldsValue({ category: undefined, owner: undefined, coHandler: undefined });
        onChange?.(value);
      }}
    />
  );
}

function CategorySelect(control: object) {
  const { t } = useTranslation('staff');
  const form = Form.useFormInstance();
  const department = Form.useWatch<string | undefined>('department', form);
  const reference = useQuery(referenceDataQuery);
  const categories = (reference.data?.categories ?? []).filter((one) => one.department === department);
  return (
    <Select
      {...control}
      allowClear
      disabled={!department}
      placeholder={t('field.categoryAuto')}
      options={categories.map((one) => ({ value: one.code, label: one.name }))}
    />
  );
}

function PersonSelect({
  ticket,
  asked,
  optional,
  ...control
}: Pick<Props, 'ticket' | 'asked'> & { readonly optional: boolean }) {
  const { t } = useTranslation('staff');
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<string | undefined>('department', form);
  const asksDepartment = shapeOf(asked.command).fields.some(({ as }) => as === 'department');
  const fallback = asksDepartment && asked.command !== 'reassign' ? undefined : ticket.departmentCode;
  const department = asked.subject.department ?? chosen ?? fallback;
  // The people of a department are listed for its head and the office; others name them by user name.
  const me = useMe();
  const isListed =
    !['owner', 'head'].includes(me.role) ||
    me.headOf.some(({ code, name }) => code === department || name === department);
  const owners = useQuery(ownersQuery(isListed ? department : undefined));
  if ((department !== undefined && !isListed) || owners.isError)
    return <Input {...control} autoComplete="off" placeholder={t('field.username')} />;
  return (
    <Select
      {...control}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={optional}
      disabled={department === undefined}
      loading={owners.isFetching}
      placeholder={t(
        department === undefined ? 'field.departmentFirst' : optional ? 'field.ownerAuto' : 'field.ownerPick',
      )}
      options={(owners.data?.items ?? [])
        .filter(({ username, active, away }) => active && !away && username !== ticket.ownerUsername)
        .map(({ username, name, onDuty, openTickets }) => ({
          value: username,
          label: `${name} · ${t('field.ownerLoad', { count: openTickets })}${onDuty ? '' : ` · ${t('field.ownerOff')}`}`,
        }))}
    />
  );
}

/** Between which instants a date may lie, in words. */
function useLimits({ as, name }: CommandField, ticket: Ticket, { command }: Asked): string | undefined {
  const { t } = useTranslation('staff');
  const due = ticket.clocks['resolution']?.dueAt;
  if (as !== 'instant' || due === undefined) return undefined;
  const at = instantWords(due, 'short');
  if (command === 'request-extension') return t('field.afterDue', { at });
  return name === 'dueAt' ? t('field.beforeDue', { at }) : undefined;
}

function picked(as: CommandField['as']): boolean {
  return as !== 'text' && as !== 'line';
}

function arrivedRule(optional: boolean, missing: string, going: string): Rule {
  return {
    validator: (_rule, files: readonly SentFile[] = []) => {
      if (!haveArrived(files)) return Promise.reject(new Error(going));
      return optional || files.length > 0 ? Promise.resolve() : Promise.reject(new Error(missing));
    },
  };
}
