import { aPerson, aPolicy, CALENDAR } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, nextId, REPORTER, START, TIMER } from '../../../../test/builders/ticket.builder';
import { decide } from './ticket.decide';
import { type TicketCommand } from './ticket-decision.types';
import { type Actor } from './actor.types';
import { type Ticket } from './ticket.types';

const OWNER = aPerson();
const HEAD = actorOf(aPerson({ role: 'head' }));
const DISPATCHER = actorOf(aPerson({ role: 'dispatcher' }));
const DIRECTOR = actorOf(aPerson({ role: 'director' }));
const at = (text: string) => new Date(`${text}+08:00`);

function give(ticket: Ticket, command: TicketCommand, actor: Actor, now: Date, commandId?: string) {
  return decide(ticket, command, {
    now,
    actor,
    newId: nextId,
    calendar: CALENDAR,
    policy: aPolicy(),
    ...(commandId === undefined ? {} : { commandId }),
  });
}

function refusal(
  ticket: Ticket,
  command: TicketCommand,
  actor: Actor,
  now = at('2026-03-02T11:00'),
): string | undefined {
  const decision = give(ticket, command, actor, now);
  return decision.ok ? undefined : decision.error.code;
}

const dispatchTo = (owner: typeof OWNER, department = 'energy'): TicketCommand => ({
  name: 'dispatch',
  owner,
  department,
  category: 'heating',
  priority: 'normal',
  basis: 'by hand',
});

describe('submission', () => {
  it('keeps neither name nor phone of an anonymous reporter, but where to send letters', () => {
    const ticket = aTicket({
      reporter: { identity: 'anonymous', name: '李雷', phone: '138', email: 'a@b.example' },
    }).build();
    expect(ticket.reporter).toEqual({ identity: 'anonymous', anonymous: true, email: 'a@b.example' });
  });
});

describe('dispatch', () => {
  it('sets owner, department and both deadlines together', () => {
    const { owner, department, clocks } = aTicket().dispatched(OWNER).build();
    expect({ owner, department }).toEqual({
      owner: { id: OWNER.id, name: OWNER.name },
      department: 'energy',
    });
    // Response: 240 working minutes from 09:10; resolution: the third working day after the submission.
    expect(clocks.response?.dueAt).toEqual(at('2026-03-02T14:10'));
    expect(clocks.resolution?.dueAt).toEqual(at('2026-03-05T17:00'));
    expect(clocks.acceptance.stoppedAt).toEqual(new Date(START.getTime() + 600_000));
  });

  it('says which years were counted without an official list of holidays', () => {
    const at2026 = { ...CALENDAR, officialYears: [2026] };
    const gaps = (submitted: string) =>
      aTicket({ at: at(submitted) })
        .give(dispatchTo(OWNER), DISPATCHER, { calendar: at2026 })
        .build()
        .log.at(-1)?.facts['calendarGaps'];
    expect(gaps('2026-03-02T09:00')).toBeUndefined();
    expect(gaps('2026-12-31T09:00')).toEqual([2027]);
  });

  it.each([
    ['an inactive person', aPerson({ active: false })],
    ["another department's owner", aPerson({ department: 'catering' })],
    ['someone who is no owner', aPerson({ role: 'verifier', department: 'energy' })],
  ])('refuses %s as owner', (_, owner) => {
    expect(refusal(aTicket().build(), dispatchTo(owner), DISPATCHER)).toBe('TICKET.OWNER_NOT_ELIGIBLE');
  });
});

describe('return', () => {
  it('goes back to the dispatcher with a new acceptance deadline, and the resolution clock runs on', () => {
    const before = aTicket().dispatched(OWNER).build();
    const after = aTicket().dispatched(OWNER).returned('管网归物业').build();
    expect(after).toMatchObject({ status: 'submitted', hops: 1, queueReason: '管网归物业' });
    expect(after.owner).toBeUndefined();
    expect(after.clocks.response?.stoppedAt).toBeDefined();
    expect(after.clocks.resolution?.dueAt).toEqual(before.clocks.resolution?.dueAt);
    expect(after.clocks.acceptance.versions).toHaveLength(2);
  });

  it('is refused without a reason, and after one working day', () => {
    const ticket = aTicket().dispatched(OWNER).build();
    expect(refusal(ticket, { name: 'return', reason: ' ' }, actorOf(OWNER))).toBe('TICKET.REASON_REQUIRED');
    const return_: TicketCommand = { name: 'return', reason: '不属于本部门' };
    expect(refusal(ticket, return_, actorOf(OWNER), at('2026-03-03T17:00'))).toBeUndefined();
    expect(refusal(ticket, return_, actorOf(OWNER), at('2026-03-03T17:01'))).toBe('TICKET.RETURN_TOO_LATE');
  });

  it('ends after three hops with a binding dispatch by leadership', () => {
    let builder = aTicket();
    for (let hop = 0; hop < 3; hop += 1) builder = builder.dispatched(OWNER).returned();
    const ticket = builder.build();
    expect(refusal(ticket, dispatchTo(OWNER), DISPATCHER)).toBe('TICKET.BINDING_DISPATCH_ONLY');
    const bound = builder.give(dispatchTo(OWNER), DIRECTOR).build();
    expect(refusal(bound, { name: 'return', reason: '不属于本部门' }, actorOf(OWNER))).toBe(
      'TICKET.RETURN_LIMIT',
    );
  });
});

describe('transfer', () => {
  it('changes the owner inside the department and leaves the deadlines', () => {
    const before = aTicket().inProgress();
    const after = before.give({ name: 'transfer', owner: aPerson({ id: 'bo', name: '宝' }) }, HEAD).build();
    expect(after.owner).toEqual({ id: 'bo', name: '宝' });
    expect(after.clocks).toEqual(before.build().clocks);
  });

  it('is refused to the present owner, and to another department', () => {
    const ticket = aTicket().inProgress().build();
    expect(refusal(ticket, { name: 'transfer', owner: OWNER }, HEAD)).toBe('TICKET.SAME_OWNER');
    expect(
      refusal(ticket, { name: 'transfer', owner: aPerson({ id: 'x', department: 'office' }) }, HEAD),
    ).toBe('TICKET.OWNER_NOT_ELIGIBLE');
  });
});

describe('result and review', () => {
  it('stops the resolution clock at submission; a return lets it go on from where it stopped', () => {
    const inProgress = aTicket().inProgress();
    const due = inProgress.build().clocks.resolution?.dueAt;
    const reviewed = inProgress.at(at('2026-03-03T10:00')).inReview();
    expect(reviewed.build().result).toMatchObject({ onTime: true });
    expect(reviewed.build().nextStepAt).toBeUndefined();
    // A working day lies between submission and return, so the deadline moves by a working day.
    const returned = reviewed
      .at(at('2026-03-04T10:00'))
      .give({ name: 'returnResult', reason: '缺照片' }, HEAD)
      .build();
    expect(due).toEqual(at('2026-03-05T17:00'));
    expect(returned.clocks.resolution?.dueAt).toEqual(at('2026-03-06T17:00'));
    expect(returned.clocks.resolution?.versions.map(({ dueAt }) => dueAt)).toEqual([
      due,
      at('2026-03-06T17:00'),
    ]);
    expect(returned).toMatchObject({ status: 'in-progress', redo: 1 });
    expect(returned.result).toBeUndefined();
  });

  it('notes a late result as late', () => {
    expect(aTicket().inProgress().at(at('2026-03-05T17:01')).inReview().build().result?.onTime).toBe(false);
    expect(aTicket().inProgress().at(at('2026-03-05T17:00')).inReview().build().result?.onTime).toBe(true);
  });

  it('lets no head approve, return or rate what the head did', () => {
    const own = aPerson({ role: 'head', id: 'h' });
    const ticket = aTicket()
      .dispatched(own)
      .give({ name: 'accept' }, actorOf(own))
      .give({ name: 'submitResult', text: '已修好' }, actorOf(own))
      .build();
    expect(refusal(ticket, { name: 'approveResult' }, actorOf(own))).toBe('TICKET.OWN_WORK');
    expect(refusal(ticket, { name: 'returnResult', reason: '缺照片' }, actorOf(own))).toBe('TICKET.OWN_WORK');
  });
});

describe('a result of the head', () => {
  it('is reviewed by the director', () => {
    const own = aPerson({ role: 'head', id: 'h' });
    const ticket = aTicket().dispatched(own).give({ name: 'accept' }, actorOf(own));
    const inReview = ticket.give({ name: 'submitResult', text: '已修好' }, actorOf(own));
    expect(inReview.give({ name: 'approveResult' }, DIRECTOR).build().status).toBe('resolved');
  });
});

describe('the reporter’s answer', () => {
  it('closes a solved ticket as confirmed, once', () => {
    const closed = aTicket().closed().build();
    expect(closed).toMatchObject({ status: 'closed', closure: 'confirmed' });
    const again: TicketCommand = { name: 'rate', solved: true, contacted: true, satisfaction: 1 };
    expect(refusal(closed, again, REPORTER)).toBe('TICKET.ALREADY_RATED');
  });

  it('sends an unsolved one back with a short new deadline, and asks for a reason', () => {
    const resolved = aTicket().resolved().build();
    const unsolved: TicketCommand = { name: 'rate', solved: false, contacted: true, satisfaction: 1 };
    expect(refusal(resolved, unsolved, REPORTER)).toBe('TICKET.REASON_REQUIRED');
    const redo = aTicket().at(START).resolved().at(at('2026-03-03T10:00')).notSolved().build();
    expect(redo).toMatchObject({ status: 'in-progress', redo: 1 });
    expect(redo.clocks.resolution?.dueAt).toEqual(at('2026-03-04T17:00'));
    expect(redo.autoCloseAt).toBeUndefined();
    expect(
      redo.steps.some(({ state, deadlineVersion }) => state === 'planned' && deadlineVersion === 2),
    ).toBe(true);
  });

  it('that does not come closes the ticket after five working days, never as satisfied', () => {
    const resolved = aTicket().resolved().build();
    expect(resolved.nextStepAt).toEqual(at('2026-03-09T17:00'));
    expect(refusal(resolved, { name: 'closeUnanswered' }, TIMER, at('2026-03-09T16:59'))).toBe(
      'TICKET.NOTHING_DUE',
    );
    const decision = give(resolved, { name: 'closeUnanswered' }, TIMER, at('2026-03-09T17:00'));
    expect(decision).toMatchObject({ ok: true, next: { status: 'closed', closure: 'unanswered' } });
    expect(decision.ok && decision.next.rating).toBeUndefined();
    expect(decision.ok && decision.next.nextStepAt).toBeUndefined();
  });
});

describe('steps', () => {
  it('fire one after the other, each at its time', () => {
    const ticket = aTicket().inProgress().build();
    const plan = ticket.steps.map(({ key, dueAt }) => [key, dueAt]);
    expect(plan).toEqual([
      ['due-soon', expect.any(Date)],
      ['due', at('2026-03-05T17:00')],
      ['director', at('2026-03-06T14:00')],
      ['leader', at('2026-03-10T17:00')],
    ]);
    const first = give(ticket, { name: 'fireSteps' }, TIMER, at('2026-03-05T17:00'));
    expect(first).toMatchObject({
      ok: true,
      next: { escalationLevel: 1, nextStepAt: at('2026-03-06T14:00') },
    });
  });

  it('missed in an outage are recorded together, and each recipient hears once, at the highest level', () => {
    const decision = give(
      aTicket().inProgress().build(),
      { name: 'fireSteps' },
      TIMER,
      at('2026-03-20T10:00'),
    );
    if (!decision.ok) throw new Error(decision.error.code);
    expect(decision.events).toHaveLength(1);
    expect(decision.events[0]?.facts).toMatchObject({
      steps: ['resolution/1/due-soon', 'resolution/1/due', 'resolution/1/director', 'resolution/1/leader'],
      level: 3,
      recipients: ['owner', 'head', 'director', 'leader'],
      recipientLevels: [1, 2, 3, 3],
    });
    expect(decision.next.nextStepAt).toBeUndefined();
  });
});

describe('a repeated command', () => {
  it('changes nothing and is answered as the first time', () => {
    const ticket = aTicket().inProgress();
    const command: TicketCommand = { name: 'submitResult', text: '已修好' };
    const done = ticket.give(command, actorOf(OWNER), { commandId: 'request-1' }).build();
    const again = give(done, command, actorOf(OWNER), at('2026-03-02T12:00'), 'request-1');
    expect(again).toEqual({ ok: true, next: done, events: [] });
    expect(refusal(done, command, actorOf(OWNER))).toBe('TICKET.ILLEGAL_TRANSITION');
  });
});

describe('comments', () => {
  it('end at two hundred, so that no ticket outgrows its document', () => {
    let ticket = aTicket();
    for (let count = 0; count < 200; count += 1) ticket = ticket.commented(`第${count}条`);
    const more: TicketCommand = { name: 'comment', text: '再来一条', visibility: 'public' };
    expect(refusal(ticket.build(), more, REPORTER)).toBe('TICKET.COMMENT_LIMIT');
  });

  it('of a reporter are public, of staff as they say; empty ones are refused', () => {
    const ticket = aTicket().build();
    const facts = (actor: Actor) => {
      const decision = give(
        ticket,
        { name: 'comment', text: '请问进展', visibility: 'internal' },
        actor,
        START,
      );
      return decision.ok ? decision.events[0]?.facts['visibility'] : decision.error.code;
    };
    expect([facts(REPORTER), facts(DISPATCHER)]).toEqual(['public', 'internal']);
    expect(refusal(ticket, { name: 'comment', text: '　', visibility: 'public' }, REPORTER)).toBe(
      'TICKET.TEXT_REQUIRED',
    );
  });
});
