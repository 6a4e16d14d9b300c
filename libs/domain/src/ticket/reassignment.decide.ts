import { capacitiesOf } from './capacities.decide';
import { canTakeOn } from './placement.decide';
import { refuse } from './ticket.errors';
import { eventOf } from './ticket-event.decide';
import { type CommandOf, type Decision, type DecisionContext } from './ticket-decision.types';
import { type Capacity } from './ticket.transitions';
import { type SubTask, type Ticket } from './ticket.types';

const MOVE_BETWEEN_DEPARTMENTS: readonly Capacity[] = ['dispatcher', 'director', 'leader'];

/**
 * Every duty that a person has here and can no longer do becomes something to reassign: the ticket itself, their open
 * sub-tasks. Nobody is taken off before somebody else is named, so that somebody is always accountable.
 */
export function decideFlagReassignment(
  ticket: Ticket,
  command: CommandOf<'flagReassignment'>,
  context: DecisionContext,
): Decision {
  const { personId, reason } = command;
  const flag = { since: context.now, reason };
  const owns = ticket.owner?.id === personId && !ticket.reassignment;
  const theirs = ticket.subTasks.filter((task) => isTheirs(task, personId) && !task.reassignment);
  if (!owns && theirs.length === 0) return { ok: true, next: ticket, events: [] };
  const personName = owns ? ticket.owner?.name : theirs[0]?.coHandler.name;
  return {
    ok: true,
    next: {
      ...ticket,
      ...(owns ? { reassignment: flag } : {}),
      subTasks: ticket.subTasks.map((task) =>
        theirs.includes(task) ? { ...task, reassignment: flag } : task,
      ),
    },
    events: [
      eventOf(
        'ticket.reassignment-needed',
        context,
        { personId, personName, owner: owns, subTaskIds: theirs.map(({ id }) => id) },
        reason,
      ),
    ],
  };
}

/**
 * Another owner, or another co-handler of a sub-task, where the one before can no longer do it; deadlines stay. The
 * same one too, who has come back.
 */
export function decideReassign(
  ticket: Ticket,
  command: CommandOf<'reassign'>,
  context: DecisionContext,
): Decision {
  const { owner, subTaskId } = command;
  const { actor } = context;
  const department = command.department ?? ticket.department;
  if (subTaskId !== undefined) return reassignSubTask(ticket, command, context);
  if (!ticket.reassignment)
    return refuse('TICKET.NO_REASSIGNMENT', 'Its owner can still do it; a head passes it on with transfer.');
  const leavesDepartment = department !== ticket.department;
  if (
    leavesDepartment &&
    !capacitiesOf(ticket, actor).some((held) => MOVE_BETWEEN_DEPARTMENTS.includes(held))
  )
    return refuse('TICKET.NOT_ALLOWED', 'A head names a new owner within the department.');
  if (!canTakeOn(owner, department, context.now))
    return refuse('TICKET.OWNER_NOT_ELIGIBLE', 'The new owner has to be an active member of the department.');
  const { reassignment: _, ...rest } = ticket;
  const facts = {
    fromOwnerId: ticket.owner?.id,
    fromOwnerName: ticket.owner?.name,
    ownerId: owner.id,
    ownerName: owner.name,
    department,
  };
  return {
    ok: true,
    next: {
      ...rest,
      owner: { id: owner.id, name: owner.name },
      ...(department === undefined ? {} : { department }),
    },
    events: [eventOf('ticket.reassigned', context, facts, command.reason?.trim() || undefined)],
  };
}

function reassignSubTask(
  ticket: Ticket,
  { owner, subTaskId, reason }: CommandOf<'reassign'>,
  context: DecisionContext,
): Decision {
  const task = ticket.subTasks.find(({ id, state }) => id === subTaskId && state === 'open');
  if (!task) return refuse('TICKET.SUB_TASK_NOT_FOUND', 'There is no such open sub-task.');
  if (!task.reassignment)
    return refuse('TICKET.NO_REASSIGNMENT', 'Its co-handler can still do it; cancel it and add another.');
  if (!canTakeOn(owner, task.department, context.now) || owner.id === ticket.owner?.id)
    return refuse(
      'TICKET.OWNER_NOT_ELIGIBLE',
      "A co-handler is an active member of the sub-task's department.",
    );
  const { reassignment: _, ...rest } = task;
  const coHandler = { id: owner.id, name: owner.name };
  const facts = {
    subTaskId: task.id,
    fromCoHandlerName: task.coHandler.name,
    coHandlerId: owner.id,
    coHandlerName: owner.name,
  };
  return {
    ok: true,
    next: {
      ...ticket,
      subTasks: ticket.subTasks.map((other) => (other === task ? { ...rest, coHandler } : other)),
    },
    events: [eventOf('ticket.reassigned', context, facts, reason?.trim() || undefined)],
  };
}

function isTheirs({ coHandler, state }: SubTask, personId: string): boolean {
  return state === 'open' && coHandler.id === personId;
}
