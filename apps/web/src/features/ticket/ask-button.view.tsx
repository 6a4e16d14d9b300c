import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../api/contract.types';
import { useMe } from '../../app/me.context';
import { shapeOf, type DialogCommand } from './commands';
import { subjectOf, type Asked, type Subject } from './possible-commands';

export interface PanelProps {
  readonly ticket: Ticket;
  readonly onAsk: (asked: Asked) => void;
}

/** A command's button beside what the command is about; nothing where it cannot be given now. */
export function AskButton({
  ticket,
  onAsk,
  command,
  subject,
}: PanelProps & {
  readonly command: DialogCommand;
  /** Where there are several; otherwise it is found on the ticket. */
  readonly subject?: Subject;
}) {
  const { t } = useTranslation('staff');
  const found = subjectOf(command, ticket, useMe());
  if (!found || !ticket.can.includes(command)) return null;
  return (
    <Button
      size="small"
      danger={shapeOf(command).danger ?? false}
      onClick={() => onAsk({ command, subject: subject ?? found })}
    >
      {t(`command.${command}`)}
    </Button>
  );
}
