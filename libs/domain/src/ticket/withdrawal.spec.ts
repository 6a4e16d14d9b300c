import { aPerson, aPolicy } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, REPORTER } from '../../../../test/builders/ticket.builder';
import { type TicketStatus } from './ticket.types';

const DISPATCHER = actorOf(aPerson({ role: 'dispatcher' }));
const at = (text: string) => new Date(`${text}+08:00`);
const withAcceptanceSteps = aPolicy({ steps: [{ ...aPolicy().steps[1]!, clock: 'acceptance' }] });

describe('a ticket taken back by its reporter', () => {
  it('is over: no clock runs, nothing is planned any more', () => {
    const ticket = aTicket().give({ name: 'withdraw', reason: ' 已自行解决 ' }, REPORTER).build();
    expect(ticket).toMatchObject({ status: 'withdrawn', closedAt: at('2026-03-02T09:10') });
    expect(ticket.clocks.acceptance.stoppedAt).toEqual(at('2026-03-02T09:10'));
    expect(ticket.nextStepAt).toBeUndefined();
    expect(ticket.log.at(-1)).toMatchObject({ type: 'ticket.withdrawn', text: '已自行解决' });
  });
});

describe('a merged ticket', () => {
  const target = (status: TicketStatus, id = 'other') =>
    ({ name: 'merge', target: { id, number: '2026-000001', status } }) as const;

  it('follows its target and keeps its own number and tracking code', () => {
    const before = aTicket().queued();
    const { number, trackingCode } = before.build();
    const ticket = before.merged({ id: 'other', number: '2026-000001' }).build();
    expect(ticket).toMatchObject({ status: 'merged', number, trackingCode });
    expect(ticket.mergedInto).toEqual({ id: 'other', number: '2026-000001' });
    expect(ticket.queueReason).toBeUndefined();
    expect(ticket.nextStepAt).toBeUndefined();
    expect(ticket.log.at(-1)?.facts).toEqual({ targetId: 'other', targetNumber: '2026-000001' });
  });

  it('follows neither itself nor one that is over', () => {
    const ticket = aTicket();
    expect(ticket.refusal(target('submitted', ticket.build().id), DISPATCHER)).toBe('TICKET.MERGE_TARGET');
    for (const status of ['closed', 'withdrawn', 'declined', 'merged'] as const)
      expect(ticket.refusal(target(status), DISPATCHER)).toBe('TICKET.MERGE_TARGET');
    expect(ticket.refusal(target('resolved'), DISPATCHER)).toBeUndefined();
  });

  it('that is another problem after all has a fresh acceptance deadline, and a reason to be told', () => {
    const merged = aTicket().merged();
    expect(merged.refusal({ name: 'unmerge', reason: ' ' }, DISPATCHER)).toBe('TICKET.REASON_REQUIRED');
    const ticket = merged
      .at(at('2026-03-04T10:00'))
      .give({ name: 'unmerge', reason: '不同楼栋' }, DISPATCHER, { policy: withAcceptanceSteps })
      .build();
    expect(ticket).toMatchObject({ status: 'submitted', queueReason: '不同楼栋' });
    expect(ticket.mergedInto).toBeUndefined();
    expect(ticket.clocks.acceptance).toMatchObject({ startedAt: at('2026-03-04T10:00'), stretch: 2 });
    expect(ticket.nextStepAt).toEqual(at('2026-03-05T17:00'));
  });

  it('has lost no time: the clock that the reporter was promised stood still, also at the next dispatch', () => {
    const returned = aTicket().dispatched().returned();
    const unmerged = returned.at(at('2026-03-02T10:00')).merged().at(at('2026-03-03T10:00')).unmerged();
    // A working day lies between.
    const due = at('2026-03-06T17:00');
    expect(unmerged.build().clocks.resolution?.dueAt).toEqual(due);
    const again = unmerged.dispatched().build().clocks.resolution;
    expect(again).toMatchObject({ dueAt: due, startedAt: at('2026-03-02T09:00') });
    expect(again?.versions).toHaveLength(2);
  });

  it('reminds again of an order that waits for an answer', () => {
    const ticket = aTicket().supervised().merged();
    expect(ticket.build().nextStepAt).toBeUndefined();
    expect(ticket.unmerged().build().nextStepAt).toEqual(at('2026-03-05T17:00'));
  });
});
