import { aPerson, CALENDAR } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, TIMER } from '../../../../test/builders/ticket.builder';
import { type WorkingCalendar } from '../calendar/calendar.types';
import { type TicketCommand } from './ticket-decision.types';
import { type Actor } from './actor.types';
import { type Ticket } from './ticket.types';

const OWNER = actorOf(aPerson());
const HEAD = actorOf(aPerson({ role: 'head' }));
const DIRECTOR = actorOf(aPerson({ role: 'director' }));
const approve: TicketCommand = { name: 'approve' };
const resume: TicketCommand = { name: 'resume' };
const at = (text: string) => new Date(`${text}+08:00`);
const dueOf = ({ clocks }: Ticket) => clocks.resolution?.dueAt;
const planned = ({ steps }: Ticket) => steps.filter(({ state }) => state === 'planned').map(({ key }) => key);

/** Due on Thursday, 5 March 2026, at 17:00. */
const working = aTicket().inProgress();
const DUE = at('2026-03-05T17:00');
const asked = working.extensionRequested(at('2026-03-06T17:00'));

describe('who decides', () => {
  it('is never who asked, nor the owner or a stand-in, whatever office they hold', () => {
    const acting = { ...OWNER, headOf: ['energy'] } as Actor;
    const standIn = { ...HEAD, headOf: ['energy'], standsInFor: ['person-owner'] } as Actor;
    expect(asked.refusal(approve, acting)).toBe('TICKET.OWN_WORK');
    expect(asked.refusal(approve, standIn)).toBe('TICKET.OWN_WORK');
    const askedByStandIn = working.give(
      { name: 'requestExtension', until: at('2026-03-06T17:00'), reason: '缺件' },
      standIn,
    );
    expect(askedByStandIn.refusal(approve, HEAD)).toBe('TICKET.OWN_WORK');
    expect(askedByStandIn.refusal(approve, DIRECTOR)).toBeUndefined();
  });

  it('is the head within the limit, and the director for all of it', () => {
    const far = working.extensionRequested(at('2026-03-20T17:00'));
    expect(asked.refusal(approve, HEAD)).toBeUndefined();
    expect(far.refusal(approve, HEAD)).toBe('TICKET.APPROVAL_LEVEL');
    expect(far.refusal({ name: 'refuse', reason: '不同意' }, HEAD)).toBe('TICKET.APPROVAL_LEVEL');
    for (const ticket of [asked, far]) expect(ticket.refusal(approve, DIRECTOR)).toBeUndefined();
  });

  it('decides the request that is meant', () => {
    const requestId = asked.build().requests[0]?.id ?? '';
    expect(asked.refusal({ ...approve, requestId }, HEAD)).toBeUndefined();
    expect(asked.refusal({ ...approve, requestId: 'an earlier one' }, HEAD)).toBe('TICKET.NO_REQUEST');
    expect(working.refusal(approve, HEAD)).toBe('TICKET.NO_REQUEST');
    expect(working.refusal({ name: 'refuse', reason: '不同意' }, HEAD)).toBe('TICKET.NO_REQUEST');
  });

  it('gives a reason for a refusal, and the clock has run on', () => {
    expect(asked.refusal({ name: 'refuse', reason: ' ' }, HEAD)).toBe('TICKET.REASON_REQUIRED');
    const ticket = asked.give({ name: 'refuse', reason: '可按期完成' }, HEAD).build();
    expect(ticket.requests[0]).toMatchObject({ state: 'refused', decisionReason: '可按期完成' });
    expect(dueOf(ticket)).toEqual(DUE);
  });
});

describe('a granted extension', () => {
  it('is a new version of the deadline with steps of its own; the original one is kept', () => {
    const ticket = asked.give(approve, HEAD).build();
    const later = at('2026-03-06T17:00');
    expect(ticket.clocks.resolution?.versions.map(({ dueAt }) => dueAt)).toEqual([DUE, later]);
    expect(ticket.clocks.resolution?.stretch).toBe(1);
    expect(planned(ticket)).toEqual(['due-soon', 'due', 'director', 'leader']);
    expect(ticket.log.at(-1)).toMatchObject({
      type: 'ticket.extension-approved',
      facts: {
        requestId: ticket.requests[0]?.id,
        resolveDueAt: later.toISOString(),
        requestReason: '配件未到货',
      },
    });
  });

  it('until a night or a weekend counts until the end of the working day', () => {
    for (const until of ['2026-03-06T23:00', '2026-03-08T12:00'])
      expect(dueOf(working.extended(at(until)).build())).toEqual(at('2026-03-06T17:00'));
  });

  it('keeps to its date over the time a review took', () => {
    const returned = working
      .at(at('2026-03-03T10:00'))
      .inReview()
      .at(at('2026-03-03T15:00'))
      .give({ name: 'returnResult', reason: '缺照片' }, HEAD);
    expect(dueOf(returned.extended(at('2026-03-10T11:00')).build())).toEqual(at('2026-03-10T11:00'));
  });

  it('may be granted after the deadline that it was asked before', () => {
    const late = asked.at(at('2026-03-06T10:00')).give(approve, HEAD);
    expect(dueOf(late.build())).toEqual(at('2026-03-06T17:00'));
    expect(late.inReview().build().result).toMatchObject({ onTime: true, onTimeOriginally: false });
  });

  it('is not granted where an edited calendar has moved the deadline beyond it', () => {
    const calendar: WorkingCalendar = {
      ...CALENDAR,
      overrides: ['2026-03-04', '2026-03-05', '2026-03-06'].map((date) => ({ date, kind: 'holiday' })),
    };
    const moved = asked.give({ name: 'moveDeadlines', reason: '停电' }, TIMER, { calendar });
    expect(dueOf(moved.build())).toEqual(at('2026-03-10T17:00'));
    expect(moved.refusal(approve, HEAD, { calendar })).toBe('TICKET.DATE_INVALID');
  });
});

describe('a granted pause', () => {
  const askedToPause = working.pauseRequested(at('2026-03-04T10:00'));
  /** From Tuesday at ten to Wednesday at ten: a working day. */
  const paused = askedToPause.at(at('2026-03-03T10:00')).give(approve, HEAD);

  it('begins with the decision, moves the deadline by its working time, and nothing escalates meanwhile', () => {
    const ticket = paused.build();
    expect(dueOf(ticket)).toEqual(at('2026-03-06T17:00'));
    expect(ticket).toMatchObject({ pausedUntil: at('2026-03-04T10:00'), nextStepAt: at('2026-03-04T10:00') });
    expect(planned(ticket)).toEqual([]);
    expect(ticket.log.at(-1)?.type).toBe('ticket.pause-approved');
  });

  it('cannot be granted when its time, or the clock’s, is over', () => {
    expect(askedToPause.at(at('2026-03-04T10:00')).refusal(approve, HEAD)).toBe('TICKET.DATE_INVALID');
    const beyond = working.pauseRequested(at('2026-03-10T10:00'));
    expect(beyond.at(at('2026-03-05T16:59')).refusal(approve, HEAD)).toBeUndefined();
    expect(beyond.at(DUE).refusal(approve, HEAD)).toBe('TICKET.DEADLINE_PASSED');
  });

  it('ends early when the obstacle is gone, and has moved the deadline by what it took', () => {
    const ticket = paused.at(at('2026-03-03T12:00')).give(resume, OWNER).build();
    expect(dueOf(ticket)).toEqual(at('2026-03-06T11:00'));
    expect(ticket.pausedUntil).toBeUndefined();
    expect(planned(ticket)).toEqual(['due-soon', 'due', 'director', 'leader']);
    expect(ticket.log.at(-1)).toMatchObject({ type: 'ticket.resumed', facts: { early: true } });
  });

  it('ends when it was to end, however late the timer comes', () => {
    expect(paused.at(at('2026-03-04T09:59')).refusal(resume, TIMER)).toBe('TICKET.NOTHING_DUE');
    for (const time of ['2026-03-04T10:00', '2026-03-05T15:00', '2026-03-20T09:00']) {
      const ticket = paused.at(at(time)).give(resume, TIMER).build();
      expect(dueOf(ticket)).toEqual(at('2026-03-06T17:00'));
      expect(ticket.log.at(-1)?.facts).toMatchObject({ early: false });
      expect(ticket.clocks.resolution?.versions).toHaveLength(2);
    }
  });

  it('ends with the result, which is then on time', () => {
    const ticket = paused.at(at('2026-03-03T14:00')).inReview().build();
    expect(ticket.result).toMatchObject({ onTime: true });
    // Three hours of work had passed since ten, so the deadline is three hours later than it was.
    expect(dueOf(ticket)).toEqual(at('2026-03-06T12:00'));
    expect(ticket.pausedUntil).toBeUndefined();
  });

  it('ends with a closing by decision', () => {
    const ticket = paused
      .at(at('2026-03-03T10:00'))
      .closingProposed()
      .at(at('2026-03-03T14:00'))
      .closedByDecision();
    expect(dueOf(ticket.build())).toEqual(at('2026-03-06T12:00'));
  });

  it('is the only thing that can be resumed', () => {
    expect(working.refusal(resume, OWNER)).toBe('TICKET.NOT_PAUSED');
  });

  it('outside working time moves nothing, and what was said is not said again', () => {
    const noon = working
      .at(at('2026-03-05T12:05'))
      .give({ name: 'fireSteps' }, TIMER)
      .at(at('2026-03-05T12:10'))
      .pauseRequested(at('2026-03-05T12:50'))
      .give(approve, HEAD)
      .at(at('2026-03-05T12:50'))
      .give(resume, TIMER)
      .build();
    expect(dueOf(noon)).toEqual(DUE);
    expect(planned(noon)).toEqual(['due', 'director', 'leader']);
  });
});
