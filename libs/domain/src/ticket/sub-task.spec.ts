import { aPerson } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket } from '../../../../test/builders/ticket.builder';
import { type TicketCommand } from './ticket-decision.types';
import { type Actor } from './actor.types';

const OWNER = actorOf(aPerson());
const COOK = aPerson({ id: 'cook', name: '周', department: 'catering' });
const PORTER = aPerson({ id: 'porter', name: '吴', department: 'catering' });
const at = (text: string) => new Date(`${text}+08:00`);
const working = aTicket().inProgress();
const DUE = at('2026-03-05T17:00');

const add = (overrides: object = {}): TicketCommand =>
  Object.assign(
    { name: 'addCoHandler', coHandler: COOK, department: 'catering', text: '停用热水' } as const,
    {
      dueAt: DUE,
      ...overrides,
    },
  );

describe('a co-handling unit', () => {
  it('has a deadline of its own, after now and never after the ticket’s', () => {
    const dayAfter = new Date(DUE.getTime() + 86_400_000);
    expect(working.refusal(add(), OWNER)).toBeUndefined();
    expect(working.refusal(add({ dueAt: dayAfter }), OWNER)).toBe('TICKET.DATE_INVALID');
    // By the end of that very day is by the ticket's deadline.
    const evening = new Date(DUE.getTime() + 60_000);
    expect(working.give(add({ dueAt: evening }), OWNER).build().subTasks[0]?.dueAt).toEqual(DUE);
    expect(working.at(at('2026-03-03T10:00')).refusal(add({ dueAt: at('2026-03-03T10:00') }), OWNER)).toBe(
      'TICKET.DATE_INVALID',
    );
  });

  it.each([
    ['the owner', { coHandler: aPerson({ alsoIn: ['catering'] }) }, 'TICKET.OWNER_NOT_ELIGIBLE'],
    ['somebody of another department', { department: 'energy' }, 'TICKET.OWNER_NOT_ELIGIBLE'],
    ['somebody who has left', { coHandler: { ...COOK, active: false } }, 'TICKET.OWNER_NOT_ELIGIBLE'],
    ['somebody with nothing to do', { text: ' ' }, 'TICKET.TEXT_REQUIRED'],
  ])('is not %s', (_, overrides, code) => {
    expect(working.refusal(add(overrides), OWNER)).toBe(code);
  });

  it('is one of twenty at most', () => {
    let ticket = working;
    for (let count = 0; count < 20; count += 1) ticket = ticket.give(add(), OWNER);
    expect(ticket.refusal(add(), OWNER)).toBe('TICKET.SUB_TASK_LIMIT');
  });

  it('is reminded at its own deadline, with the owner, until it is done', () => {
    const ticket = working.give(add({ dueAt: at('2026-03-03T12:00') }), OWNER);
    const { subTasks, nextStepAt, steps } = ticket.build();
    expect(nextStepAt).toEqual(at('2026-03-03T12:00'));
    expect(steps.at(-1)).toMatchObject({ clock: 'sub-task', recipients: ['co-handler', 'owner'] });
    const done = ticket.give(
      { name: 'completeSubTask', subTaskId: subTasks[0]!.id, text: '已停用' },
      actorOf(COOK),
    );
    expect(done.build().steps.at(-1)).toMatchObject({ clock: 'sub-task', state: 'withdrawn' });
    expect(done.build().log.at(-1)?.facts).toMatchObject({ coHandlerId: 'cook', onTime: true });
  });
});

describe('a sub-task', () => {
  const ticket = working.give(add(), OWNER).give(add({ coHandler: PORTER }), OWNER);
  const [first = '', second = ''] = ticket.build().subTasks.map(({ id }) => id);
  const complete = (subTaskId: string, text = '已停用'): TicketCommand => ({
    name: 'completeSubTask',
    subTaskId,
    text,
  });
  const cancel = (subTaskId: string, reason = '不需要了'): TicketCommand => ({
    name: 'cancelSubTask',
    subTaskId,
    reason,
  });

  it('is done by its own co-handler, who says what was done', () => {
    expect(ticket.refusal(complete(second), actorOf(COOK))).toBe('TICKET.NOT_ALLOWED');
    expect(ticket.refusal(complete(first, ' '), actorOf(COOK))).toBe('TICKET.TEXT_REQUIRED');
    expect(ticket.refusal(complete('none'), actorOf(COOK))).toBe('TICKET.SUB_TASK_NOT_FOUND');
    expect(ticket.give(complete(first), actorOf(COOK)).build().subTasks[0]).toMatchObject({
      state: 'done',
      outcome: '已停用',
    });
  });

  it('is done by a stand-in in the co-handler’s name', () => {
    const standIn: Actor = { ...OWNER, id: 'stand-in', standsInFor: ['cook'] } as Actor;
    expect(ticket.give(complete(first), standIn).build().log.at(-1)?.facts).toMatchObject({
      onBehalfOf: '周',
    });
  });

  it('is taken back with a reason, once', () => {
    expect(ticket.refusal(cancel(first, ''), OWNER)).toBe('TICKET.REASON_REQUIRED');
    const cancelled = ticket.give(cancel(first), OWNER);
    expect(cancelled.build().subTasks[0]).toMatchObject({ state: 'cancelled', outcome: '不需要了' });
    expect(cancelled.refusal(cancel(first), OWNER)).toBe('TICKET.SUB_TASK_NOT_FOUND');
  });

  it('comes before the result', () => {
    const submit: TicketCommand = { name: 'submitResult', text: '已修好' };
    const half = ticket.give(complete(first), actorOf(COOK));
    expect(half.refusal(submit, OWNER)).toBe('TICKET.SUB_TASKS_OPEN');
    expect(half.give(cancel(second), OWNER).refusal(submit, OWNER)).toBeUndefined();
  });

  it('of a ticket that is closed all the same is cancelled', () => {
    const closed = ticket.closedByDecision().build();
    expect(closed.subTasks.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(closed.nextStepAt).toBeUndefined();
  });
});

it('is never due after the ticket: where a pause ends early, it is due with the ticket', () => {
  const dueAt = new Date('2026-03-09T09:00:00.000Z');
  const paused = aTicket()
    .paused()
    .give(
      {
        name: 'addCoHandler',
        coHandler: aPerson({ id: 'person-b' }),
        department: 'energy',
        text: '配合',
        dueAt,
      },
      OWNER,
    );
  const { subTasks, clocks, steps } = paused.give({ name: 'resume' }, OWNER).build();
  expect(clocks.resolution?.dueAt.getTime()).toBeLessThan(dueAt.getTime());
  expect(subTasks.map((task) => task.dueAt)).toEqual([clocks.resolution?.dueAt]);
  const reminders = steps.filter(({ clock, state }) => clock === 'sub-task' && state === 'planned');
  expect(reminders.map((step) => step.dueAt)).toEqual([clocks.resolution?.dueAt]);
});
