import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../api/contract.types';
import { useMe } from '../../app/me.context';
import { Icon } from '../../ui/icon.view';
import { COMMAND_GROUPS, shapeOf } from './commands';
import { arrange, possibleCommands, type Asked } from './possible-commands';

/** What has to be done next as the main button, the usual beside it, everything else in a menu. */
export function TicketActions({
  ticket,
  onAsk,
}: {
  readonly ticket: Ticket;
  readonly onAsk: (asked: Asked) => void;
}) {
  const { t } = useTranslation('staff');
  const { main, beside, more } = arrange(possibleCommands(ticket, useMe()), ticket);
  const groups = COMMAND_GROUPS.map((group) => ({
    type: 'group' as const,
    key: group,
    label: t(`ticket.group.${group}`),
    children: more
      .filter(({ command }) => shapeOf(command).group === group)
      .map((asked) => ({
        key: asked.command,
        label: t(`command.${asked.command}`),
        danger: shapeOf(asked.command).danger ?? false,
        onClick: () => onAsk(asked),
      })),
  })).filter(({ children }) => children.length > 0);
  if (!main && beside.length === 0 && groups.length === 0) return null;
  return (
    <div className="actions" role="group" aria-label={t('ticket.actions')}>
      {main && (
        <Button type="primary" onClick={() => onAsk(main)}>
          {t(`command.${main.command}`)}
        </Button>
      )}
      {beside.map((asked) => (
        <Button key={asked.command} onClick={() => onAsk(asked)}>
          {t(`command.${asked.command}`)}
        </Button>
      ))}
      {groups.length > 0 && (
        <Dropdown menu={{ items: groups }} trigger={['click']} placement="bottomRight">
          <Button className="actions-more" aria-haspopup="menu">
            {t('ticket.more')}
            <Icon name="down" size={16} />
          </Button>
        </Dropdown>
      )}
    </div>
  );
}
