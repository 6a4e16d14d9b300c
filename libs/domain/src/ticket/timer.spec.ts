import { aPerson, aPolicy } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, TIMER } from '../../../../test/builders/ticket.builder';
import { noticeToIssue } from './supervision.decide';
import { dueCommand } from './timer.decide';
import { type TicketCommand } from './ticket-decision.types';

const OWNER = actorOf(aPerson());
const HEAD = actorOf(aPerson({ role: 'head' }));
const at = (text: string) => new Date(`${text}+08:00`);
const fire: TicketCommand = { name: 'fireSteps' };

describe('what time asks of a ticket', () => {
  it('is first that a granted pause ends, then that a silent reporter’s time is up, then its steps', () => {
    const paused = aTicket().paused(at('2026-03-04T10:00')).build();
    expect(dueCommand(paused, at('2026-03-04T10:00'))).toBe('resume');
    expect(dueCommand(paused, at('2026-03-04T09:59'))).toBe('fireSteps');
    const resolved = aTicket().resolved().build();
    expect(dueCommand(resolved, at('2026-03-09T17:00'))).toBe('closeUnanswered');
    expect(dueCommand(resolved, at('2026-03-09T16:59'))).toBe('fireSteps');
    expect(dueCommand(aTicket().inProgress().build(), at('2026-03-30T10:00'))).toBe('fireSteps');
  });

  it('is nothing before a step is due', () => {
    expect(aTicket().inProgress().at(at('2026-03-05T08:59')).refusal(fire, TIMER)).toBe('TICKET.NOTHING_DUE');
    expect(aTicket().resolved().refusal(fire, TIMER)).toBe('TICKET.NOTHING_DUE');
  });
});

describe('a step', () => {
  const steps = aPolicy().steps.map((step) =>
    step.level < 2
      ? step
      : { ...step, notice: step.level === 2 ? ('urge-notice' as const) : ('supervision-order' as const) },
  );
  const policy = aPolicy({ steps });
  const dispatched = aTicket().give(
    {
      name: 'dispatch',
      owner: aPerson(),
      department: 'energy',
      category: 'heating',
      priority: 'normal',
      basis: 'by hand',
    },
    TIMER,
    { policy },
  );
  const working = dispatched.give({ name: 'accept' }, OWNER, { policy });

  it('that issues an urging notice asks for no answer', () => {
    const ticket = working
      .at(at('2026-03-06T14:00'))
      .give(fire, TIMER, { policy, noticeNumber: '催办〔2026〕1号' });
    const { notices, log, escalationLevel } = ticket.build();
    expect(notices).toEqual([
      expect.objectContaining({ number: '催办〔2026〕1号', kind: 'urge-notice', mustAnswer: false }),
    ]);
    expect(notices[0]?.text).toBe(
      '该事项应于2026年3月5日17:00前办结，现已超期。请立即办理，并说明原因和预计完成时间。',
    );
    expect(notices[0]?.by).toBeUndefined();
    expect(escalationLevel).toBe(2);
    expect(log.at(-1)?.facts).toMatchObject({
      noticeId: notices[0]?.id,
      noticeKind: 'urge-notice',
      level: 2,
    });
    expect(ticket.refusal({ name: 'submitResult', text: '已修好' }, OWNER)).toBeUndefined();
  });

  it('that comes late with others issues the highest one’s notice alone, which has to be answered', () => {
    const late = working.at(at('2026-03-20T10:00'));
    expect(noticeToIssue(working.build(), 'fireSteps', at('2026-03-20T10:00'))).toBe('supervision-order');
    const ticket = late.give(fire, TIMER, { policy, noticeNumber: '督办〔2026〕7号' });
    expect(ticket.build().notices.map(({ number, mustAnswer }) => [number, mustAnswer])).toEqual([
      ['督办〔2026〕7号', true],
    ]);
    expect(ticket.refusal({ name: 'submitResult', text: '已修好' }, OWNER)).toBe('TICKET.NOTICES_OPEN');
    expect(ticket.build().nextStepAt).toEqual(at('2026-03-25T17:00'));
  });

  it('without a notice needs no number', () => {
    expect(noticeToIssue(working.build(), 'fireSteps', at('2026-03-05T17:00'))).toBeUndefined();
  });

  it('that has fired is not said again when the clock goes on with the same deadline', () => {
    const overdue = working.at(at('2026-03-06T09:00')).give(fire, TIMER, { policy });
    const returned = overdue
      .inReview()
      .at(at('2026-03-09T10:00'))
      .give({ name: 'returnResult', reason: '缺照片' }, HEAD, { policy })
      .build();
    expect(returned.clocks.resolution?.versions).toHaveLength(1);
    expect(
      returned.steps.filter(({ state }) => state !== 'withdrawn').map(({ key, state }) => [key, state]),
    ).toEqual([
      ['due-soon', 'fired'],
      ['due', 'fired'],
      ['director', 'planned'],
      ['leader', 'planned'],
    ]);
  });

  it('of a sub-task names it', () => {
    const cook = aPerson({ id: 'cook', department: 'catering' });
    const ticket = aTicket().inProgress().coHandledBy(cook);
    const { subTasks } = ticket.build();
    const fired = ticket.at(at('2026-03-05T16:59')).give(fire, TIMER).build().log.at(-1)?.facts;
    expect(fired).toMatchObject({
      recipients: ['owner', 'co-handler'],
      level: 0,
      clock: 'sub-task',
      subject: subTasks[0]?.id,
    });
    expect(fired?.['steps']).toContain(`sub-task:${subTasks[0]?.id}/1/due`);
  });
});
