import { aPerson } from '../../../../test/builders/fixtures.builder';
import {
  actorOf,
  aTicket,
  REPORTER,
  type TicketBuilder,
  TIMER,
} from '../../../../test/builders/ticket.builder';
import { type TicketCommand } from './ticket-decision.types';
import { noticeNumberOf, noticeToIssue } from './supervision.decide';

const OWNER = actorOf(aPerson());
const HEAD = actorOf(aPerson({ role: 'head' }));
const DISPATCHER = actorOf(aPerson({ role: 'dispatcher' }));
const DIRECTOR = actorOf(aPerson({ role: 'director' }));
const LEADER = actorOf(aPerson({ role: 'leader' }));
const at = (text: string) => new Date(`${text}+08:00`);
const urge: TicketCommand = { name: 'urge' };
const planned = (ticket: TicketBuilder) =>
  ticket
    .build()
    .steps.filter(({ clock, state }) => clock === 'notice' && state === 'planned')
    .map(({ key, dueAt }) => [key, dueAt]);

/** Urged on so many days one after the other, from Wednesday, 4 March 2026, on. */
function urgedOn(days: number): TicketBuilder {
  let ticket = aTicket().inProgress();
  for (let day = 0; day < days; day += 1)
    ticket = ticket.at(new Date(at('2026-03-04T10:00').getTime() + day * 86_400_000)).urged();
  return ticket;
}

describe('an urge by the reporter', () => {
  it('is heard after a working day, the policy’s quiet time', () => {
    expect(aTicket().at(at('2026-03-03T16:59')).refusal(urge, REPORTER)).toBe('TICKET.URGE_TOO_EARLY');
    expect(aTicket().at(at('2026-03-03T17:00')).refusal(urge, REPORTER)).toBeUndefined();
  });

  it('is heard once a day, by the date in Shanghai', () => {
    const late = aTicket().at(at('2026-03-04T23:50')).urged();
    expect(late.at(at('2026-03-04T23:59')).refusal(urge, REPORTER)).toBe('TICKET.URGED_TODAY');
    expect(late.at(at('2026-03-05T00:01')).refusal(urge, REPORTER)).toBeUndefined();
  });

  it('is counted; the third one raises supervision to the director, the sixth to the leader', () => {
    const raised = (days: number) =>
      urgedOn(days)
        .build()
        .log.filter(({ type }) => type === 'ticket.supervision-raised')
        .map(({ facts }) => facts);
    const third = { cause: 'urges', count: 3, level: 2 };
    expect(raised(2)).toEqual([]);
    expect(raised(5)).toEqual([third]);
    expect(raised(6)).toEqual([third, { cause: 'urges', count: 6, level: 3 }]);
    expect(urgedOn(6).build()).toMatchObject({ escalationLevel: 3 });
    expect(urgedOn(6).build().urges).toHaveLength(6);
  });
});

describe('work done three times over', () => {
  it('raises supervision, whether the head or the reporter sent it back', () => {
    const returned = (ticket: TicketBuilder) =>
      ticket.inReview().give({ name: 'returnResult', reason: '缺照片' }, HEAD);
    const twice = returned(returned(aTicket().inProgress()));
    expect(twice.build().escalationLevel).toBe(0);
    for (const third of [returned(twice), twice.resolved().notSolved()]) {
      expect(third.build()).toMatchObject({ redo: 3, escalationLevel: 2 });
      expect(third.build().log.at(-1)?.facts).toEqual({ cause: 'redo', count: 3, level: 2 });
    }
  });
});

describe('a notice by leadership', () => {
  const order = (text = '请说明进展', replyBy?: string): TicketCommand => ({
    name: 'supervise',
    text,
    ...(replyBy === undefined ? {} : { replyBy: at(replyBy) }),
  });

  it('is numbered as offices number theirs', () => {
    expect(noticeNumberOf('supervision-order', 2026, 12)).toBe('督办〔2026〕12号');
    expect(noticeNumberOf('urge-notice', 2026, 3)).toBe('催办〔2026〕3号');
    expect(noticeNumberOf('instruction', 2027, 1)).toBe('批示〔2027〕1号');
  });

  it('has its number allocated before it is decided', () => {
    const ticket = aTicket().build();
    expect(noticeToIssue(ticket, 'supervise', ticket.submittedAt)).toBe('supervision-order');
    expect(noticeToIssue(ticket, 'instruct', ticket.submittedAt)).toBe('instruction');
    expect(noticeToIssue(ticket, 'comment', ticket.submittedAt)).toBeUndefined();
  });

  it('is on record with its number, its author and the date of the reply: in three working days', () => {
    const ticket = aTicket()
      .inProgress()
      .give(order(), DIRECTOR, { noticeNumber: '督办〔2026〕12号' })
      .build();
    const replyBy = at('2026-03-05T17:00');
    expect(ticket.notices).toEqual([
      expect.objectContaining({
        number: '督办〔2026〕12号',
        kind: 'supervision-order',
        by: { id: 'person-director', name: '王强' },
        mustAnswer: true,
        replyBy,
      }),
    ]);
    expect(ticket.log.at(-1)).toMatchObject({
      type: 'ticket.supervised',
      text: '请说明进展',
      facts: {
        noticeId: ticket.notices[0]?.id,
        noticeNumber: '督办〔2026〕12号',
        noticeKind: 'supervision-order',
      },
    });
    expect(aTicket().give({ name: 'instruct', text: '务必解决' }, LEADER).build().log.at(-1)?.type).toBe(
      'ticket.instructed',
    );
  });

  it('asks for something, by a date to come', () => {
    expect(aTicket().refusal(order(' '), DIRECTOR)).toBe('TICKET.TEXT_REQUIRED');
    expect(aTicket().at(at('2026-03-03T10:00')).refusal(order('速办', '2026-03-03T10:00'), DIRECTOR)).toBe(
      'TICKET.DATE_INVALID',
    );
  });

  it('reminds owner and head when the reply is due, and a working day later the director', () => {
    const ticket = aTicket().inProgress().supervised('速办', at('2026-03-03T12:00'));
    expect(planned(ticket)).toEqual([
      ['reply-due', at('2026-03-03T12:00')],
      ['reply-director', at('2026-03-04T17:00')],
    ]);
    expect(ticket.build().nextStepAt).toEqual(at('2026-03-03T12:00'));
    // Also where the clock rests.
    const fired = ticket.give(
      { name: 'answerNotice', noticeId: ticket.build().notices[0]!.id, text: '好' },
      OWNER,
    );
    expect(planned(fired)).toEqual([]);
    const resolved = aTicket().resolved().supervised('速办', at('2026-03-03T12:00'));
    expect(
      resolved.at(at('2026-03-03T12:00')).give({ name: 'fireSteps' }, TIMER).build().log.at(-1)?.facts,
    ).toMatchObject({
      clock: 'notice',
      recipients: ['owner', 'head'],
      level: 1,
    });
  });

  it('is one of fifty at most', () => {
    let ticket = aTicket();
    for (let count = 0; count < 50; count += 1) ticket = ticket.supervised();
    expect(ticket.refusal(order(), DIRECTOR)).toBe('TICKET.NOTICE_LIMIT');
  });

  it('is not decided without a number', () => {
    expect(() => aTicket().refusal(order(), DIRECTOR, { noticeNumber: undefined as never })).toThrow(
      'no number',
    );
  });
});

describe('whoever a notice is for', () => {
  const ordered = aTicket().inProgress().supervised();
  const noticeId = ordered.build().notices[0]?.id ?? '';
  const acknowledge: TicketCommand = { name: 'acknowledgeNotice', noticeId };
  const answer = (text = '今日派人'): TicketCommand => ({ name: 'answerNotice', noticeId, text });
  const submit: TicketCommand = { name: 'submitResult', text: '已修好' };

  it('acknowledges it once, which is no answer yet', () => {
    const known = ordered.give(acknowledge, OWNER);
    expect(known.build().notices[0]).toMatchObject({ acknowledgedBy: { id: 'person-owner' } });
    expect(known.refusal(acknowledge, HEAD)).toBe('TICKET.NOTICE_SETTLED');
    expect(known.refusal(submit, OWNER)).toBe('TICKET.NOTICES_OPEN');
    expect(planned(known)).toHaveLength(2);
  });

  it('answers it before the result, which acknowledges it as well', () => {
    expect(ordered.refusal(submit, OWNER)).toBe('TICKET.NOTICES_OPEN');
    const answered = ordered.give(answer(), OWNER);
    expect(answered.build().notices[0]).toMatchObject({
      answer: '今日派人',
      acknowledgedAt: answered.build().notices[0]?.answeredAt,
    });
    expect(planned(answered)).toEqual([]);
    expect(answered.refusal(submit, OWNER)).toBeUndefined();
    expect(answered.refusal(answer(), OWNER)).toBe('TICKET.NOTICE_SETTLED');
    expect(answered.build().log.at(-1)).toMatchObject({
      type: 'ticket.notice-answered',
      text: '今日派人',
      facts: { noticeId },
    });
  });

  it('says something, about a notice that is there', () => {
    expect(ordered.refusal(answer(' '), OWNER)).toBe('TICKET.TEXT_REQUIRED');
    for (const command of [
      { ...acknowledge, noticeId: 'none' },
      { ...answer(), noticeId: 'none' },
    ] as TicketCommand[])
      expect(ordered.refusal(command, OWNER)).toBe('TICKET.NOTICE_NOT_FOUND');
  });

  it('is the dispatcher while nobody owns the ticket', () => {
    expect(ordered.refusal(acknowledge, DISPATCHER)).toBe('TICKET.NOT_ALLOWED');
    const unowned = aTicket().supervised();
    const own = { ...answer(), noticeId: unowned.build().notices[0]?.id ?? '' };
    expect(unowned.refusal(own, DISPATCHER)).toBeUndefined();
  });
});

it('asks for a reply within a year', () => {
  const replyBy = new Date('9999-12-31T00:00:00.000Z');
  const order: TicketCommand = { name: 'supervise', text: '请说明', replyBy };
  expect(aTicket().inProgress().refusal(order, DIRECTOR)).toBe('TICKET.DATE_INVALID');
});
