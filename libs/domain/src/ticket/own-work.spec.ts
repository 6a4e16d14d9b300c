import { aPerson } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, REPORTER, type TicketBuilder } from '../../../../test/builders/ticket.builder';
import { type TicketCommand } from './ticket-decision.types';

const HEAD = actorOf(aPerson({ role: 'head' }));
const solved = { solved: true, contacted: true, satisfaction: 5 } as const;
const passedOn = (ticket: TicketBuilder) =>
  ticket.reassignmentFlagged().give({ name: 'reassign', owner: aPerson({ id: 'person-next' }) }, HEAD);

describe('whoever did the work and holds another office by now', () => {
  it.each<[TicketCommand, 'verifier' | 'leader', TicketBuilder]>([
    [{ name: 'followUp', reached: true, ...solved }, 'verifier', aTicket().resolved()],
    [{ name: 'closeByDecision', closure: 'deferred', text: '列入计划' }, 'leader', aTicket().resolved()],
    [{ name: 'confirmClosing' }, 'leader', aTicket().resolved().closingProposed()],
  ])('does not $name it', (command, role, ticket) => {
    const former = actorOf(aPerson({ id: 'person-owner', role }));
    expect(passedOn(ticket).refusal(command, former)).toBe('TICKET.OWN_WORK');
    expect(passedOn(ticket).refusal(command, actorOf(aPerson({ role, id: 'another' })))).toBeUndefined();
  });
});

it('does not let an owner who reported the problem rate the work by tracking code', () => {
  const mine = aTicket({ reporter: { identity: 'named', userId: 'person-owner', name: '王强' } });
  const rate: TicketCommand = { name: 'rate', ...solved };
  expect(mine.resolved().refusal(rate, REPORTER)).toBe('TICKET.OWN_WORK');
  expect(
    mine.resolved().refusal({ name: 'comment', text: '谢谢', visibility: 'public' }, REPORTER),
  ).toBeUndefined();
});
