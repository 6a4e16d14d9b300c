import { Button, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket, TicketCommandBody } from '../../api/contract.types';
import { ErrorNotice } from '../../ui/notice.view';
import { CommandFields } from './command-fields.view';
import { useCommand } from './command.hook';
import type { DialogCommand } from './command.types';

const DESTRUCTIVE: readonly DialogCommand[] = ['decline', 'return', 'return-result'];

type Values = Readonly<Record<string, string | undefined>>;

/** The body of a command as its schema wants it: trimmed, and without what was left empty. */
function bodyOf<C extends DialogCommand>(values: Values): TicketCommandBody<C> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
    // Which fields there are is decided by CommandFields for this very command.
  ) as TicketCommandBody<C>;
}

export function CommandDialog({
  ticket,
  command,
  onClose,
}: {
  readonly ticket: Ticket;
  readonly command: DialogCommand;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
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
      <Form
        form={form}
        // Sets its controls' ids apart from those of the comment box, which is on the page at the same time.
        name={command}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        disabled={giving.isPending}
        onValuesChange={() => giving.isError && giving.reset()}
        onFinish={(values) => giving.mutate(bodyOf(values))}
      >
        <CommandFields command={command} ticket={ticket} />
        {giving.isError && <ErrorNotice error={giving.error} />}
        <div className="dialog-end">
          <Button onClick={onClose}>{shared('action.cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            danger={DESTRUCTIVE.includes(command)}
            loading={giving.isPending}
          >
            {t(`command.${command}`)}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
