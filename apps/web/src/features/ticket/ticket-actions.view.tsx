import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../api/contract.types';
import { CommandDialog } from './command-dialog.view';
import { DIALOG_COMMANDS, type DialogCommand } from './command.types';

const QUIET: readonly DialogCommand[] = ['decline', 'return', 'transfer', 'return-result'];

export function TicketActions({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation('staff');
  const [open, setOpen] = useState<DialogCommand>();
  const possible = DIALOG_COMMANDS.filter((command) => ticket.can.includes(command));
  const main = possible.find((command) => !QUIET.includes(command));
  // A ticket that changed meanwhile may no longer allow what a dialog was opened for.
  const shown = open && ticket.can.includes(open) ? open : undefined;
  if (possible.length === 0) return null;
  return (
    <div className="actions" role="group" aria-label={t('ticket.actions')}>
      {possible.map((command) => (
        <Button
          key={command}
          type={command === main ? 'primary' : 'default'}
          onClick={() => setOpen(command)}
        >
          {t(`command.${command}`)}
        </Button>
      ))}
      {shown && <CommandDialog ticket={ticket} command={shown} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
