import { aPerson } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket } from '../../../../test/builders/ticket.builder';
import { type CommandOf, type TicketCommand } from './ticket-decision.types';

const VERIFIER = actorOf(aPerson({ role: 'verifier' }));
const at = (text: string) => new Date(`${text}+08:00`);
const call = (told: Omit<CommandOf<'followUp'>, 'name'>): TicketCommand => ({ name: 'followUp', ...told });

describe('a verifier who calls the reporter', () => {
  const resolved = aTicket().resolved();

  it('and does not reach them leaves the ticket as it is, with the call on record', () => {
    const before = resolved.build();
    const ticket = resolved
      .give(call({ reached: false, solved: true, satisfaction: 5, note: '无人接听' }), VERIFIER)
      .build();
    expect(ticket).toMatchObject({ status: 'resolved', autoCloseAt: before.autoCloseAt });
    expect(ticket.followUps).toEqual([
      { at: expect.any(Date), by: { id: 'person-verifier', name: '王强' }, reached: false, note: '无人接听' },
    ]);
    expect(ticket.rating).toBeUndefined();
    expect(ticket.log.at(-1)).toMatchObject({ type: 'ticket.followed-up', facts: { reached: false } });
  });

  it('and hears that it is solved closes it, as if the reporter had rated', () => {
    const ticket = resolved.followedUp('solved').build();
    expect(ticket).toMatchObject({
      status: 'closed',
      closure: 'confirmed',
      rating: { solved: true, contacted: true, satisfaction: 4, verifiedBy: { id: 'person-verifier' } },
    });
    expect(ticket.log.slice(-2).map(({ type, facts }) => [type, facts])).toEqual([
      ['ticket.followed-up', { reached: true, solved: true, satisfaction: 4 }],
      ['ticket.closed', { closure: 'confirmed' }],
    ]);
  });

  it('and hears that it is not sends it back with a short new deadline', () => {
    const ticket = resolved.at(at('2026-03-03T10:00')).followedUp('not solved').build();
    expect(ticket).toMatchObject({ status: 'in-progress', redo: 1, rating: { solved: false } });
    expect(ticket.clocks.resolution?.dueAt).toEqual(at('2026-03-04T17:00'));
    expect(ticket.log.at(-1)?.type).toBe('ticket.redo-started');
  });

  it.each([
    ['whether it is solved', { reached: true, contacted: true, satisfaction: 4 }, 'TICKET.TEXT_REQUIRED'],
    ['whether they were contacted', { reached: true, solved: true, satisfaction: 4 }, 'TICKET.TEXT_REQUIRED'],
    ['how satisfied they are', { reached: true, solved: true, contacted: true }, 'TICKET.TEXT_REQUIRED'],
    [
      'what is still not solved',
      { reached: true, solved: false, contacted: true, satisfaction: 1 },
      'TICKET.REASON_REQUIRED',
    ],
  ])('and reaches them asks %s', (_, told, code) => {
    expect(resolved.refusal(call(told), VERIFIER)).toBe(code);
  });

  it('calls twenty times at most', () => {
    let ticket = resolved;
    for (let count = 0; count < 20; count += 1) ticket = ticket.followedUp('not reached');
    expect(ticket.refusal(call({ reached: false }), VERIFIER)).toBe('TICKET.COMMENT_LIMIT');
  });

  it('is never the owner, nor who stands in for the owner', () => {
    const standIn = { ...VERIFIER, standsInFor: ['person-owner'] } as typeof VERIFIER;
    expect(resolved.refusal(call({ reached: false }), standIn)).toBe('TICKET.OWN_WORK');
  });
});
