import { aPerson, aPolicy } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, type TicketBuilder } from '../../../../test/builders/ticket.builder';
import { type TicketCommand } from './ticket-decision.types';
import { pendingRequestOf } from './deadline-request.decide';
import { type Actor } from './actor.types';

const OWNER = actorOf(aPerson());
const HEAD = actorOf(aPerson({ role: 'head' }));
const DIRECTOR = actorOf(aPerson({ role: 'director' }));
const VERIFIER = actorOf(aPerson({ role: 'verifier' }));
const at = (text: string) => new Date(`${text}+08:00`);

/** Submitted on Monday, 2 March 2026; three working days: due on Thursday at 17:00. */
const working = aTicket().inProgress();
const extension = (until: string, reason = '配件未到货'): TicketCommand => ({
  name: 'requestExtension',
  until: at(until),
  reason,
});
const pause = (until: string, reason = '等待检修窗口'): TicketCommand => ({
  name: 'requestPause',
  until: at(until),
  reason,
});
const levelOf = (ticket: TicketBuilder) => pendingRequestOf(ticket.build())?.level;

describe('a wish for a later deadline', () => {
  it('waits for a decision, and the clock runs on', () => {
    const ticket = working.give(extension('2026-03-06T17:00'), OWNER).build();
    expect(ticket.clocks).toEqual(working.build().clocks);
    expect(ticket.requests).toEqual([
      expect.objectContaining({ kind: 'extension', state: 'pending', level: 'head', reason: '配件未到货' }),
    ]);
    expect(ticket.log.at(-1)).toMatchObject({
      type: 'ticket.extension-requested',
      facts: {
        requestId: ticket.requests[0]?.id,
        until: at('2026-03-06T17:00').toISOString(),
        level: 'head',
      },
    });
  });

  it.each([
    ['leads beyond the deadline', extension('2026-03-05T17:00'), 'TICKET.DATE_INVALID'],
    ['leads into working time beyond it', extension('2026-03-06T08:59'), 'TICKET.DATE_INVALID'],
    ['leads there by a minute at least', extension('2026-03-06T09:01'), undefined],
    ['stays within the policy’s total, three weeks', extension('2026-03-26T17:00'), undefined],
    ['stays within it to the minute', extension('2026-03-26T17:01'), 'TICKET.REQUEST_LIMIT'],
    ['has a reason', extension('2026-03-06T17:00', ' '), 'TICKET.REASON_REQUIRED'],
  ])('%s', (_, command, code) => {
    expect(working.refusal(command, OWNER)).toBe(code);
  });

  it('is the head’s up to a week after the deadline, beyond it the director’s', () => {
    expect(levelOf(working.give(extension('2026-03-12T17:00'), OWNER))).toBe('head');
    expect(levelOf(working.give(extension('2026-03-12T17:01'), OWNER))).toBe('director');
  });

  it('is the director’s where the one who asks heads the department, in office or acting', () => {
    const acting: Actor = { ...OWNER, headOf: ['energy'] } as Actor;
    const standIn = { ...HEAD, headOf: ['energy'], standsInFor: ['person-owner'] } as Actor;
    for (const asking of [acting, standIn])
      expect(levelOf(working.give(extension('2026-03-06T17:00'), asking))).toBe('director');
  });

  it('is the director’s the second time, and there is no third', () => {
    const once = working.extended(at('2026-03-06T17:00'));
    const twice = once.give(extension('2026-03-09T17:00'), OWNER);
    expect(levelOf(twice)).toBe('director');
    const granted = twice.give({ name: 'approve' }, DIRECTOR);
    expect(granted.refusal(extension('2026-03-10T17:00'), OWNER)).toBe('TICKET.REQUEST_LIMIT');
  });

  it('is measured from the original deadline, however much was granted before', () => {
    const once = working.extended(at('2026-03-20T17:00'));
    expect(once.refusal(extension('2026-03-26T17:00'), OWNER)).toBeUndefined();
    expect(once.refusal(extension('2026-03-27T17:00'), OWNER)).toBe('TICKET.REQUEST_LIMIT');
  });

  it('comes before the deadline', () => {
    const late = (time: string) => working.at(at(time)).refusal(extension('2026-03-09T17:00'), OWNER);
    expect(late('2026-03-05T17:00')).toBeUndefined();
    expect(late('2026-03-05T17:01')).toBe('TICKET.DEADLINE_PASSED');
  });

  it('waits for the one before, and for a clock that runs', () => {
    expect(working.extensionRequested().refusal(pause('2026-03-04T17:00'), OWNER)).toBe(
      'TICKET.REQUEST_PENDING',
    );
    expect(working.paused().refusal(extension('2026-03-20T17:00'), OWNER)).toBe('TICKET.PAUSED');
  });

  it('can be taken back, and then asked anew', () => {
    const back = working.extensionRequested().give({ name: 'withdrawRequest' }, OWNER);
    expect(back.build().requests[0]).toMatchObject({ state: 'lapsed' });
    expect(back.refusal({ name: 'withdrawRequest' }, OWNER)).toBe('TICKET.NO_REQUEST');
    expect(levelOf(back.extensionRequested())).toBe('head');
  });

  it('lapses with the result', () => {
    const ticket = working.extensionRequested().inReview().build();
    expect(ticket.requests[0]).toMatchObject({ state: 'lapsed', decidedAt: ticket.result?.submittedAt });
  });
});

describe('a wish for a pause', () => {
  it.each([
    ['ends after now', pause('2026-03-02T09:30'), 'TICKET.DATE_INVALID'],
    ['has a reason', pause('2026-03-03T09:30', ''), 'TICKET.REASON_REQUIRED'],
    ['is as long as the policy allows, thirty working days', pause('2026-04-13T17:00'), undefined],
    ['is no longer', pause('2026-04-14T10:00'), 'TICKET.REQUEST_LIMIT'],
  ])('%s', (_, command, code) => {
    expect(working.refusal(command, OWNER)).toBe(code);
  });

  it('is the head’s up to ten working days, beyond them the director’s', () => {
    expect(levelOf(working.give(pause('2026-03-16T17:00'), OWNER))).toBe('head');
    expect(levelOf(working.give(pause('2026-03-17T10:00'), OWNER))).toBe('director');
  });

  it('shares one total with those granted before, also before a redo', () => {
    const long = working.pauseRequested(at('2026-04-10T17:00')).give({ name: 'approve' }, DIRECTOR);
    const resumed = long.at(at('2026-03-03T10:00')).give({ name: 'resume' }, OWNER);
    const redone = resumed.resolved().notSolved();
    for (const [ticket, day] of [
      [resumed, '03'],
      [redone, '03'],
    ] as const) {
      expect(ticket.refusal(pause(`2026-03-${day}T17:00`), OWNER)).toBeUndefined();
      expect(ticket.refusal(pause('2026-03-09T17:00'), OWNER)).toBe('TICKET.REQUEST_LIMIT');
    }
  });

  it('is granted twice at most', () => {
    const policy = aPolicy({ pause: { ...aPolicy().pause, max: 0 } });
    expect(working.refusal(pause('2026-03-03T17:00'), OWNER, { policy })).toBe('TICKET.REQUEST_LIMIT');
  });

  it('is nothing for those who do not own the work', () => {
    expect(working.refusal(pause('2026-03-03T17:00'), VERIFIER)).toBe('TICKET.NOT_ALLOWED');
  });
});

it('is not asked for without end, however often it is taken back', () => {
  const ask: TicketCommand = { name: 'requestExtension', until: at('2026-03-06T17:00'), reason: '缺件' };
  let ticket = aTicket().inProgress();
  const now = new Date('2026-03-02T03:00:00.000Z');
  for (let count = 0; count < 30; count += 1)
    ticket = ticket.at(now).give(ask, OWNER).at(now).give({ name: 'withdrawRequest' }, OWNER);
  expect(ticket.at(now).refusal(ask, OWNER)).toBe('TICKET.REQUEST_LIMIT');
});

it.each(['requestExtension', 'requestPause'] as const)(
  'refuses %s to the end of time without counting the days until then',
  (name) => {
    const ask: TicketCommand = { name, until: new Date('9999-12-31T00:00:00.000Z'), reason: '缺件' };
    const began = performance.now();
    expect(aTicket().inProgress().refusal(ask, OWNER)).toBe('TICKET.REQUEST_LIMIT');
    expect(performance.now() - began).toBeLessThan(1_000);
  },
);
