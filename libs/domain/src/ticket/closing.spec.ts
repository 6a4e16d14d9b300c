import { aPerson } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, REPORTER, TIMER } from '../../../../test/builders/ticket.builder';
import { type TicketCommand } from './ticket-decision.types';
import { hasReopeningLeft } from './closing.decide';

const DIRECTOR = actorOf(aPerson({ role: 'director' }));
const OTHER_DIRECTOR = actorOf(aPerson({ role: 'director', id: 'director-2', name: '戴' }));
const LEADER = actorOf(aPerson({ role: 'leader' }));
const HEAD = actorOf(aPerson({ role: 'head' }));
const at = (text: string) => new Date(`${text}+08:00`);
const confirm: TicketCommand = { name: 'confirmClosing' };
const propose = (text = '列入明年改造计划'): TicketCommand => ({
  name: 'closeByDecision',
  closure: 'deferred',
  text,
});

describe('a closing by decision', () => {
  const proposed = aTicket().closingProposed();

  it('is proposed with a text for the reporter, and leaves the ticket as it is until it is confirmed', () => {
    expect(aTicket().inProgress().refusal(propose(' '), DIRECTOR)).toBe('TICKET.TEXT_REQUIRED');
    const ticket = proposed.build();
    expect(ticket).toMatchObject({ status: 'in-progress', closingProposal: { closure: 'deferred' } });
    expect(ticket.log.at(-1)).toMatchObject({ type: 'ticket.closing-proposed', text: '列入明年改造计划' });
    expect(proposed.refusal(propose(), LEADER)).toBe('TICKET.CLOSING_PROPOSED');
  });

  it('is confirmed by a second leader, never by the first', () => {
    expect(proposed.refusal(confirm, DIRECTOR)).toBe('TICKET.SECOND_LEADER_NEEDED');
    for (const second of [OTHER_DIRECTOR, LEADER]) {
      const ticket = proposed.give(confirm, second).build();
      expect(ticket).toMatchObject({ status: 'closed', closure: 'deferred' });
      expect(ticket.closingProposal).toBeUndefined();
      expect(ticket.rating).toBeUndefined();
      expect(ticket.nextStepAt).toBeUndefined();
      expect(ticket.log.at(-1)).toMatchObject({
        type: 'ticket.closed',
        text: '列入明年改造计划',
        facts: { closure: 'deferred', proposedBy: '王强' },
      });
    }
  });

  it('needs a proposal', () => {
    expect(aTicket().inProgress().refusal(confirm, LEADER)).toBe('TICKET.NO_CLOSING_PROPOSED');
    expect(aTicket().inProgress().refusal({ name: 'rejectClosing', reason: '不妥' }, LEADER)).toBe(
      'TICKET.NO_CLOSING_PROPOSED',
    );
  });

  it('is rejected with a reason that reaches whoever proposed it', () => {
    expect(proposed.refusal({ name: 'rejectClosing', reason: ' ' }, LEADER)).toBe('TICKET.REASON_REQUIRED');
    const ticket = proposed.give({ name: 'rejectClosing', reason: '应当修好' }, LEADER).build();
    expect(ticket.closingProposal).toBeUndefined();
    expect(ticket.log.at(-1)).toMatchObject({
      type: 'ticket.closing-rejected',
      facts: { closure: 'deferred', proposerId: 'person-director' },
    });
  });

  it('is off the table when the work goes on to its review, and stays while the reporter is asked', () => {
    expect(proposed.inReview().build().closingProposal).toBeUndefined();
    const asked = aTicket().resolved().closingProposed('adjudicated');
    expect(asked.build().closingProposal).toBeDefined();
    expect(asked.closedByDecision().build()).toMatchObject({ status: 'closed', closure: 'adjudicated' });
  });
});

describe('a closed ticket', () => {
  const reopen = (reason = '又没有热水了'): TicketCommand => ({ name: 'reopen', reason });
  const closed = aTicket().closed();

  it('is reopened with a reason, on a short new deadline', () => {
    expect(closed.refusal(reopen(' '), REPORTER)).toBe('TICKET.REASON_REQUIRED');
    const ticket = closed.at(at('2026-03-03T10:00')).give(reopen(), REPORTER).build();
    expect(ticket).toMatchObject({ status: 'in-progress', reopens: 1 });
    expect(ticket.clocks.resolution?.dueAt).toEqual(at('2026-03-04T17:00'));
    expect([ticket.closure, ticket.closedAt, ticket.result, ticket.autoCloseAt]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(ticket.log.at(-1)).toMatchObject({
      type: 'ticket.reopened',
      facts: { byReporter: true, reopens: 1, resolveDueAt: at('2026-03-04T17:00').toISOString() },
    });
  });

  it('is reopened by its reporter within seven working days', () => {
    const ticket = aTicket().at(at('2026-03-02T09:00')).closed();
    expect(ticket.at(at('2026-03-11T17:00')).refusal(reopen(), REPORTER)).toBeUndefined();
    expect(ticket.at(at('2026-03-11T17:01')).refusal(reopen(), REPORTER)).toBe('TICKET.REOPEN_TOO_LATE');
  });

  it('is reopened by its reporter once, by leadership at any time and as often as it takes', () => {
    const again = closed.reopened().closed();
    expect(again.refusal(reopen(), REPORTER)).toBe('TICKET.REOPEN_LIMIT');
    const byLeader = again.at(at('2026-06-01T10:00')).give(reopen(), LEADER);
    expect(byLeader.build()).toMatchObject({ reopens: 2, status: 'in-progress' });
    expect(again.refusal(reopen(), HEAD)).toBe('TICKET.NOT_ALLOWED');
    // What leadership reopened takes nothing from the reporter.
    expect(closed.give(reopen(), LEADER).closed().refusal(reopen(), REPORTER)).toBeUndefined();
  });

  it('has no rating any more once it is open again: silence is not satisfaction', () => {
    const resolved = closed.reopened().resolved();
    expect(resolved.build().rating).toBeUndefined();
    const silent = resolved.at(at('2026-04-01T10:00')).give({ name: 'closeUnanswered' }, TIMER).build();
    expect(silent).toMatchObject({ closure: 'unanswered' });
    expect(silent.rating).toBeUndefined();
  });

  it('reminds again of an order that was never answered', () => {
    const ticket = aTicket().inProgress().supervised().closedByDecision();
    expect(ticket.build().nextStepAt).toBeUndefined();
    const reminders = ticket
      .give(reopen(), LEADER)
      .build()
      .steps.filter(({ clock }) => clock === 'notice');
    expect(reminders.map(({ key, state }) => [key, state])).toEqual([
      ['reply-due', 'withdrawn'],
      ['reply-director', 'withdrawn'],
      ['reply-due', 'planned'],
      ['reply-director', 'planned'],
    ]);
  });
});

it('leaves the reporter a reopening where leadership has reopened it before', () => {
  const reopen: TicketCommand = { name: 'reopen', reason: '又没有热水了' };
  const byLeadership = aTicket().closed().give(reopen, DIRECTOR).closed();
  expect(hasReopeningLeft(byLeadership.build())).toBe(true);
  expect(byLeadership.refusal(reopen, REPORTER)).toBeUndefined();
  expect(hasReopeningLeft(byLeadership.reopened().closed().build())).toBe(false);
});
