import { aPerson } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, REPORTER, TIMER } from '../../../../test/builders/ticket.builder';
import { capacitiesOf } from './capacities.decide';
import { type TicketCommand } from './ticket-decision.types';
import { type Actor } from './actor.types';

const OWNER = actorOf(aPerson());
const HEAD = actorOf(aPerson({ role: 'head' }));
const COOK = aPerson({ id: 'cook', name: '周', department: 'catering' });
const DISPATCHER = actorOf(aPerson({ role: 'dispatcher' }));
const withDuties = (actor: Actor, duties: object): Actor => ({ ...actor, ...duties });

describe('what made sense only while somebody worked on it', () => {
  it('ends with the result: a request, a pause, a proposed closing', () => {
    const asked = aTicket().extensionRequested().closingProposed().inReview().build();
    expect(asked.requests[0]?.state).toBe('lapsed');
    expect(asked.closingProposal).toBeUndefined();
    const paused = aTicket().paused().inReview().build();
    expect(paused.pausedUntil).toBeUndefined();
    expect(paused.nextStepAt).toBeUndefined();
  });

  it('ends with the ticket: sub-tasks, reminders of notices, every planned step', () => {
    const { subTasks, steps, nextStepAt } = aTicket()
      .inProgress()
      .coHandledBy(COOK)
      .supervised()
      .extensionRequested()
      .closedByDecision()
      .build();
    expect(subTasks[0]?.state).toBe('cancelled');
    expect(steps.filter(({ state }) => state === 'planned')).toEqual([]);
    expect(nextStepAt).toBeUndefined();
  });

  it('goes on while it is worked on, whatever else happens', () => {
    const ticket = aTicket()
      .inProgress()
      .coHandledBy(COOK)
      .supervised()
      .extensionRequested()
      .commented()
      .build();
    expect(ticket.requests[0]?.state).toBe('pending');
    expect(ticket.subTasks[0]?.state).toBe('open');
    const planned = ticket.steps.filter(({ state }) => state === 'planned').map(({ clock }) => clock);
    expect(new Set(planned)).toEqual(new Set(['resolution', 'sub-task', 'notice']));
  });
});

describe('the next instant at which time has something to do', () => {
  const at = (text: string) => new Date(`${text}+08:00`);

  it('is the earliest of steps, sub-tasks, notices, the end of a pause and the end of waiting', () => {
    const working = aTicket().inProgress();
    expect(working.build().nextStepAt).toEqual(at('2026-03-05T09:00'));
    expect(working.supervised('速办', at('2026-03-03T10:00')).build().nextStepAt).toEqual(
      at('2026-03-03T10:00'),
    );
    const paused = working.supervised('速办', at('2026-03-05T10:00')).paused(at('2026-03-04T10:00'));
    expect(paused.build().nextStepAt).toEqual(at('2026-03-04T10:00'));
    expect(aTicket().resolved().build().nextStepAt).toEqual(at('2026-03-09T17:00'));
    expect(aTicket().closed().build().nextStepAt).toBeUndefined();
  });
});

describe('a stand-in', () => {
  const standIn = withDuties(actorOf(aPerson({ id: 'b', name: '宝' })), { standsInFor: ['person-owner'] });

  it('does the owner’s part, and the record says for whom', () => {
    const { log } = aTicket().dispatched().give({ name: 'accept' }, standIn).build();
    expect(log.at(-1)?.facts).toEqual({ onBehalfOf: '王强' });
    expect(log.at(-1)?.actor).toEqual({
      kind: 'person',
      id: 'b',
      name: '宝',
      role: 'owner',
      department: 'energy',
    });
  });

  it('who has done it never judges it, also when the owner is back', () => {
    const submit: TicketCommand = { name: 'submitResult', text: '已修好' };
    const asHead = withDuties(HEAD, { standsInFor: ['person-owner'], headOf: ['energy'] });
    const inReview = aTicket().inProgress().give(submit, asHead);
    expect(inReview.refusal({ name: 'approveResult' }, HEAD)).toBe('TICKET.OWN_WORK');
    expect(
      inReview.refusal({ name: 'approveResult' }, actorOf(aPerson({ role: 'head', id: 'h2' }))),
    ).toBeUndefined();
  });
});

describe('whoever handed a result in', () => {
  it('does not approve it, though somebody else owns the ticket by now', () => {
    const head = aPerson({ role: 'head' });
    const successor = aPerson({ id: 'successor', name: '赵敏' });
    const passedOn = aTicket()
      .dispatched(head)
      .give({ name: 'accept' }, HEAD)
      .give({ name: 'submitResult', text: '已修好' }, HEAD)
      .reassignmentFlagged()
      .give({ name: 'reassign', owner: successor }, DISPATCHER);
    expect(passedOn.refusal({ name: 'approveResult' }, HEAD)).toBe('TICKET.OWN_WORK');
  });
});

describe('capacities', () => {
  it('are all those in which somebody stands to a ticket', () => {
    const ticket = aTicket({ reporter: { identity: 'named', userId: 'person-owner' } })
      .inProgress()
      .coHandledBy(COOK)
      .build();
    expect(capacitiesOf(ticket, OWNER)).toEqual(['reporter', 'owner']);
    expect(capacitiesOf(ticket, withDuties(OWNER, { headOf: ['energy'], standsInFor: ['cook'] }))).toEqual([
      'reporter',
      'owner',
      'co-handler',
      'head',
    ]);
    expect(capacitiesOf(ticket, withDuties(HEAD, { headOf: ['catering'] }))).toEqual([]);
    expect(capacitiesOf(ticket, REPORTER)).toEqual(['reporter']);
    expect(capacitiesOf(ticket, TIMER)).toEqual(['system']);
  });

  it('of a hidden reporter’s account come from what stands for it', () => {
    const ticket = {
      ...aTicket().build(),
      reporter: { identity: 'hidden', anonymous: false, accountAlias: 'x' },
    } as const;
    const account = actorOf(aPerson({ role: 'reporter', id: 'reporter-1' }));
    expect(capacitiesOf(ticket, account)).toEqual([]);
    expect(capacitiesOf(ticket, withDuties(account, { accountAlias: 'x' }))).toEqual(['reporter']);
  });
});
