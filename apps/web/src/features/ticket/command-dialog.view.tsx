import { Button, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket, TicketCommandBody } from '../../api/contract.types';
import { ErrorNotice } from '../../ui/notice.view';
import { uploadIds, type SentFile } from '../attachments/upload-field.view';
import { CommandFieldView } from './command-field.view';
import { useCommand } from './command.hook';
import { shapeOf, type CommandField, type DialogCommand } from './commands';
import type { Asked } from './possible-commands';

type Value = string | readonly SentFile[] | undefined;
type Values = Readonly<Record<string, Value>>;

/** A value as the API wants it; undefined where nothing was entered. */
function sent({ as, name }: CommandField, value: Value): unknown {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') {
    const ids = uploadIds(value);
    return ids.length > 0 ? ids : undefined;
  }
  const written = value.trim();
  if (written === '') return undefined;
  if (as === 'yes-no') return written === 'true';
  // `2026-04-20T15:00`, the wall clock in Beijing as the browser's own control gives it.
  if (as === 'instant') return `${written.length === 16 ? `${written}:00` : written}+08:00`;
  return name === 'satisfaction' ? Number(written) : written;
}

/** The body of a command as its schema wants it: what it is about, and what the dialog's fields were given. */
function bodyOf<C extends DialogCommand>({ command, subject }: Asked, values: Values): TicketCommandBody<C> {
  const written = shapeOf(command).fields.flatMap((field) => {
    const value = sent(field, values[field.name]);
    return value === undefined ? [] : [[field.name, value] as const];
  });
  // The table gives each command the fields of its body.
  return { ...subject.body, ...Object.fromEntries(written) } as TicketCommandBody<C>;
}

export function CommandDialog({
  ticket,
  asked,
  onClose,
}: {
  readonly ticket: Ticket;
  readonly asked: Asked;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const { command, subject } = asked;
  const { fields, danger = false } = shapeOf(command);
  const [form] = Form.useForm<Values>();
  const giving = useCommand(ticket.number, command, onClose);
  return (
    <Modal
      open
      title={t(`command.${command}`)}
      onCancel={onClose}
      closable={!giving.isPending}
      mask={{ closable: false }}
      width={520}
      footer={null}
      destroyOnHidden
    >
      <p className="dialog-hint">{t(`commandHint.${command}`)}</p>
      {(subject.title ?? subject.text) && (
        <blockquote className="dialog-about">
          {subject.title && <strong>{subject.title}</strong>}
          {subject.text && <p className="written">{subject.text}</p>}
        </blockquote>
      )}
      <Form
        form={form}
        // Sets its controls' ids apart from those of the comment box, which is on the page at the same time.
        name={command}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        disabled={giving.isPending}
        onValuesChange={() => giving.isError && giving.reset()}
        onFinish={(values) => giving.mutate(bodyOf(asked, values))}
      >
        {fields.map((field, index) => (
          <CommandFieldView
            key={field.name}
            field={field}
            ticket={ticket}
            asked={asked}
            autoFocus={index === 0}
          />
        ))}
        {giving.isError && <ErrorNotice error={giving.error} />}
        <div className="dialog-end">
          <Button onClick={onClose}>{shared('action.cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            danger={danger}
            loading={giving.isPending}
            autoFocus={fields.length === 0}
          >
            {t(`command.${command}`)}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
