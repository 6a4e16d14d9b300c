import { useTranslation } from 'react-i18next';
import type { SubTask } from '../../api/contract.types';
import { useMe } from '../../app/me.context';
import { Deadline, Instant } from '../../ui/deadline.view';
import { AskButton, type PanelProps } from './ask-button.view';
import { isMine, ofSubTask } from './possible-commands';

/** What other units take on, by when, and what came of it. */
export function TicketSubTasks(panel: PanelProps) {
  const { t } = useTranslation('staff');
  const { subTasks } = panel.ticket;
  if (subTasks.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('ticket.subTasks')}</h2>
      <ul className="parts">
        {subTasks.map((task) => (
          <Item key={task.id} {...panel} task={task} />
        ))}
      </ul>
    </section>
  );
}

function Item({ task, ...panel }: PanelProps & { readonly task: SubTask }) {
  const { t } = useTranslation('staff');
  const me = useMe();
  const { coHandler, department, text, dueAt, state, overdue, needsReassignment, outcome, settledAt } = task;
  const open = state === 'open';
  const subject = ofSubTask(task);
  return (
    <li className={open ? 'part part-open' : 'part'}>
      <p className="part-head">
        <strong>{coHandler}</strong>
        {department && <span className="quiet">{department}</span>}
        {open ? (
          <Deadline dueAt={dueAt} />
        ) : (
          <span className={state === 'done' ? 'badge badge-good' : 'badge'}>
            {t(`ticket.subTask.${state}`)}
          </span>
        )}
        {!open && overdue && <span className="badge badge-bad">{t('ticket.clockMissed')}</span>}
      </p>
      <p className="written">{text}</p>
      {needsReassignment && <p className="field-fault">{t('ticket.subTask.needsReassignment')}</p>}
      {outcome && (
        <p className="timeline-text">
          {settledAt && <Instant at={settledAt} style="short" />}
          <br />
          {outcome}
        </p>
      )}
      {open && (
        <div className="panel-buttons">
          {isMine(task, me) && <AskButton {...panel} command="complete-sub-task" subject={subject} />}
          {needsReassignment && <AskButton {...panel} command="reassign" subject={subject} />}
          <AskButton {...panel} command="cancel-sub-task" subject={subject} />
        </div>
      )}
    </li>
  );
}
