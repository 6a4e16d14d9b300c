import { localDateOf } from '../calendar/local-time.decide';
import { speaksFor } from './capacities.decide';
import { canTakeOn } from './placement.decide';
import { refuse } from './ticket.errors';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { withdrawSteps } from './ticket-clocks.decide';
import { type PlannedStep, type SubTask, type Ticket } from './ticket.types';

/** More than one problem needs; a ticket that needs more is several. */
const MOST_SUB_TASKS = 20;

/** A co-handling unit takes on a part, by a deadline of its own that is never after the ticket's. */
export function decideAddCoHandler(
  ticket: Ticket,
  command: CommandOf<'addCoHandler'>,
  context: DecisionContext,
): Decision {
  const { coHandler, department } = command;
  const { now } = context;
  const text = command.text.trim();
  if (text === '') return refuse('TICKET.TEXT_REQUIRED', 'Say what the co-handling unit has to do.');
  if (ticket.subTasks.length >= MOST_SUB_TASKS)
    return refuse('TICKET.SUB_TASK_LIMIT', `A ticket takes ${MOST_SUB_TASKS} sub-tasks at most.`);
  if (!canTakeOn(coHandler, department, now) || coHandler.id === ticket.owner?.id)
    return refuse(
      'TICKET.OWNER_NOT_ELIGIBLE',
      'A co-handler is an active member of the co-handling department, and not the owner.',
    );
  const limit = ticket.clocks.resolution?.dueAt;
  // "By that day" reaches as far as the ticket's own deadline does.
  const isThatDay = limit !== undefined && localDateOf(command.dueAt) === localDateOf(limit);
  const dueAt = isThatDay && command.dueAt > limit ? limit : command.dueAt;
  if (dueAt <= now || (limit && dueAt > limit))
    return refuse(
      'TICKET.DATE_INVALID',
      `A sub-task is due after now and by ${limit?.toISOString() ?? 'then'}.`,
    );
  const task: SubTask = {
    id: context.newId(),
    coHandler: { id: coHandler.id, name: coHandler.name },
    department,
    text,
    dueAt,
    createdAt: now,
    state: 'open',
  };
  const facts = {
    subTaskId: task.id,
    coHandlerId: coHandler.id,
    coHandlerName: coHandler.name,
    department,
    dueAt: dueAt.toISOString(),
  };
  return {
    ok: true,
    next: { ...ticket, subTasks: [...ticket.subTasks, task], steps: [...ticket.steps, reminderOf(task)] },
    events: [eventOf('ticket.co-handler-added', context, facts, text)],
  };
}

/** The co-handler says what was done. */
export function decideCompleteSubTask(
  ticket: Ticket,
  command: CommandOf<'completeSubTask'>,
  context: DecisionContext,
): Decision {
  const text = command.text.trim();
  if (text === '') return refuse('TICKET.TEXT_REQUIRED', 'Say what was done.');
  const task = openTask(ticket, command.subTaskId);
  if (!task) return refuse('TICKET.SUB_TASK_NOT_FOUND', 'There is no such open sub-task.');
  if (!speaksFor(context.actor, task.coHandler.id))
    return refuse('TICKET.NOT_ALLOWED', "This sub-task is somebody else's.");
  return settle(ticket, task, { state: 'done', outcome: text }, context);
}

/** The owner or head takes the sub-task back, with a reason that the co-handler is told. */
export function decideCancelSubTask(
  ticket: Ticket,
  command: CommandOf<'cancelSubTask'>,
  context: DecisionContext,
): Decision {
  const reason = command.reason.trim();
  if (reason === '') return refuse('TICKET.REASON_REQUIRED', 'Say why the sub-task is not needed.');
  const task = openTask(ticket, command.subTaskId);
  if (!task) return refuse('TICKET.SUB_TASK_NOT_FOUND', 'There is no such open sub-task.');
  return settle(ticket, task, { state: 'cancelled', outcome: reason }, context);
}

/** No part is due after the whole: where the ticket's deadline has come before a sub-task's, that one is due with it. */
export function withinDeadline(ticket: Ticket): Ticket {
  const limit = ticket.clocks.resolution?.dueAt;
  const isLater = ({ dueAt, state }: SubTask | PlannedStep) =>
    limit !== undefined && dueAt > limit && (state === 'open' || state === 'planned');
  if (limit === undefined || !ticket.subTasks.some(isLater)) return ticket;
  return {
    ...ticket,
    subTasks: ticket.subTasks.map((task) => (isLater(task) ? { ...task, dueAt: limit } : task)),
    steps: ticket.steps.map((step) =>
      step.clock === 'sub-task' && isLater(step) ? { ...step, dueAt: limit } : step,
    ),
  };
}

function settle(
  ticket: Ticket,
  task: SubTask,
  outcome: { readonly state: 'done' | 'cancelled'; readonly outcome: string },
  context: DecisionContext,
): Decision {
  const { reassignment: _, ...rest } = task;
  const type = outcome.state === 'done' ? 'ticket.sub-task-done' : 'ticket.sub-task-cancelled';
  const facts = { subTaskId: task.id, coHandlerId: task.coHandler.id, onTime: context.now <= task.dueAt };
  return {
    ok: true,
    next: {
      ...ticket,
      subTasks: ticket.subTasks.map((other) =>
        other === task ? { ...rest, ...outcome, settledAt: context.now } : other,
      ),
      steps: withdrawSteps(ticket.steps, 'sub-task', context.now, task.id),
    },
    events: [eventOf(type, context, facts, outcome.outcome)],
  };
}

function openTask(ticket: Ticket, id: string): SubTask | undefined {
  return ticket.subTasks.find((task) => task.id === id && task.state === 'open');
}

function reminderOf({ id, dueAt }: SubTask): PlannedStep {
  return {
    key: 'due',
    clock: 'sub-task',
    subject: id,
    kind: 'warn',
    level: 0,
    recipients: ['co-handler', 'owner'],
    deadlineVersion: 1,
    dueAt,
    state: 'planned',
  };
}
