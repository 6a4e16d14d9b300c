import { aPerson } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, WORKER } from '../../../../test/builders/ticket.builder';
import { type TicketCommand } from './ticket-decision.types';

const OWNER = aPerson();
const HEAD = actorOf(aPerson({ role: 'head' }));
const DISPATCHER = actorOf(aPerson({ role: 'dispatcher' }));
const SUCCESSOR = aPerson({ id: 'successor', name: '赵敏' });
const COOK = aPerson({ id: 'cook', name: '周', department: 'catering' });
const at = (text: string) => new Date(`${text}+08:00`);
const leave = { from: at('2026-03-01T00:00'), to: at('2026-04-01T00:00') };
const flag = (personId: string): TicketCommand => ({ name: 'flagReassignment', personId, reason: '已离职' });

describe('a person who can no longer be accountable', () => {
  const shared = aTicket().inProgress().coHandledBy(COOK);

  it('leaves a task behind, and stays accountable until somebody else is named', () => {
    const ticket = shared.give(flag(OWNER.id), WORKER).build();
    expect(ticket.owner?.id).toBe(OWNER.id);
    expect(ticket.reassignment?.reason).toBe('已离职');
    expect(ticket.subTasks[0]?.reassignment).toBeUndefined();
    expect(ticket.log.at(-1)).toMatchObject({
      type: 'ticket.reassignment-needed',
      text: '已离职',
      facts: { personId: OWNER.id, personName: OWNER.name, owner: true, subTaskIds: [] },
    });
  });

  it('leaves one behind for every open sub-task', () => {
    const ticket = shared.give(flag(COOK.id), WORKER).build();
    expect(ticket.reassignment).toBeUndefined();
    expect(ticket.subTasks[0]?.reassignment?.reason).toBe('已离职');
    expect(ticket.log.at(-1)?.facts).toMatchObject({
      owner: false,
      personName: COOK.name,
      subTaskIds: [ticket.subTasks[0]?.id],
    });
  });

  it('is noted once, and not where they have nothing', () => {
    const before = shared.give(flag(OWNER.id), WORKER);
    for (const id of [OWNER.id, 'nobody'])
      expect(before.give(flag(id), WORKER).build().log).toHaveLength(before.build().log.length);
  });
});

describe('a ticket whose owner has left', () => {
  const flagged = aTicket().inProgress().reassignmentFlagged();
  const to = (owner = SUCCESSOR, department?: string): TicketCommand => ({
    name: 'reassign',
    owner,
    ...(department === undefined ? {} : { department }),
  });

  it('goes to another owner with its deadlines', () => {
    const before = flagged.build();
    const ticket = flagged.give(to(), HEAD).build();
    expect(ticket.owner).toEqual({ id: SUCCESSOR.id, name: SUCCESSOR.name });
    expect(ticket.reassignment).toBeUndefined();
    expect(ticket.clocks).toEqual(before.clocks);
    expect(ticket.log.at(-1)).toMatchObject({
      type: 'ticket.reassigned',
      facts: { fromOwnerId: OWNER.id, ownerId: SUCCESSOR.id, department: 'energy' },
    });
  });

  it('goes to another department only by those who place tickets', () => {
    expect(flagged.refusal(to(COOK, 'catering'), HEAD)).toBe('TICKET.NOT_ALLOWED');
    expect(flagged.give(to(COOK, 'catering'), DISPATCHER).build()).toMatchObject({
      department: 'catering',
      owner: { id: COOK.id },
    });
  });

  it('goes to nobody who is away or of another department, but may stay where its owner is back', () => {
    expect(flagged.refusal(to({ ...SUCCESSOR, leave }), HEAD)).toBe('TICKET.OWNER_NOT_ELIGIBLE');
    expect(flagged.refusal(to(COOK), HEAD)).toBe('TICKET.OWNER_NOT_ELIGIBLE');
    expect(flagged.refusal(to({ ...OWNER, active: false }), HEAD)).toBe('TICKET.OWNER_NOT_ELIGIBLE');
    expect(flagged.give(to(OWNER), HEAD).build().reassignment).toBeUndefined();
  });

  it('can be reassigned only then: otherwise a head transfers', () => {
    expect(aTicket().inProgress().refusal(to(), HEAD)).toBe('TICKET.NO_REASSIGNMENT');
    expect(flagged.give({ name: 'transfer', owner: SUCCESSOR }, HEAD).build().reassignment).toBeUndefined();
  });
});

describe('a sub-task whose co-handler has left', () => {
  const shared = aTicket().inProgress().coHandledBy(COOK);
  const subTaskId = shared.build().subTasks[0]?.id ?? '';
  const left = shared.give(flag(COOK.id), WORKER);
  const to = (owner: typeof COOK, id = subTaskId): TicketCommand => ({
    name: 'reassign',
    owner,
    subTaskId: id,
  });
  const other = aPerson({ id: 'cook-2', name: '吴', department: 'catering' });

  it('goes to another one of its department', () => {
    const ticket = left.give(to(other), HEAD).build();
    expect(ticket.subTasks[0]).toMatchObject({ coHandler: { id: 'cook-2' }, state: 'open' });
    expect(ticket.subTasks[0]?.reassignment).toBeUndefined();
    expect(ticket.log.at(-1)?.facts).toMatchObject({ subTaskId, coHandlerId: 'cook-2', coHandlerName: '吴' });
  });

  it('goes neither to another department, nor to the owner, nor while its co-handler is there', () => {
    expect(left.refusal(to(SUCCESSOR), HEAD)).toBe('TICKET.OWNER_NOT_ELIGIBLE');
    expect(left.refusal(to({ ...OWNER, alsoIn: ['catering'] }), HEAD)).toBe('TICKET.OWNER_NOT_ELIGIBLE');
    expect(shared.refusal(to(other), HEAD)).toBe('TICKET.NO_REASSIGNMENT');
    expect(left.refusal(to(other, 'none'), HEAD)).toBe('TICKET.SUB_TASK_NOT_FOUND');
  });
});
