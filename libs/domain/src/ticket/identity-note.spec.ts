import { aPerson } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket } from '../../../../test/builders/ticket.builder';
import { type TicketCommand } from './ticket-decision.types';

const DISPATCHER = actorOf(aPerson({ role: 'dispatcher' }));
const note = (stage: 'requested' | 'opened' | 'refused', openingId = 'opening-1'): TicketCommand => ({
  name: 'noteIdentity',
  stage,
  openingId,
  reason: '需当面核实',
});

describe('what happened to a hidden identity', () => {
  it('is on the ticket’s record, also after it is over, and changes nothing else', () => {
    const closed = aTicket().closed();
    const { log, version: _, ...before } = closed.build();
    for (const stage of ['requested', 'opened', 'refused'] as const) {
      const { log: record, version: _, ...after } = closed.give(note(stage), DISPATCHER).build();
      expect(after).toEqual(before);
      expect(record).toHaveLength(log.length + 1);
      expect(record.at(-1)).toMatchObject({
        type: `ticket.identity-${stage}`,
        text: '需当面核实',
        facts: { openingId: 'opening-1' },
      });
    }
  });

  it('is there once for each opening and stage', () => {
    const requested = aTicket().give(note('requested'), DISPATCHER);
    const length = (command: TicketCommand) => requested.give(command, DISPATCHER).build().log.length;
    expect(length(note('requested'))).toBe(requested.build().log.length);
    expect(length(note('requested', 'opening-2'))).toBe(requested.build().log.length + 1);
    expect(length(note('opened'))).toBe(requested.build().log.length + 1);
  });
});
