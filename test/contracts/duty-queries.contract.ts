import { type DutyQueries, type TicketRepository } from '@app/application';
import { type TicketCommand } from '@app/domain';
import { aPerson } from '../builders/fixtures.builder';
import { actorOf, aTicket, type TicketBuilder, WORKER } from '../builders/ticket.builder';

const OWNER = aPerson({ id: 'o1' });
const HELPER = aPerson({ id: 'c1', department: 'catering' });
const flag = (personId: string): TicketCommand => ({ name: 'flagReassignment', personId, reason: '已离岗' });

/** What every DutyQueries does beside the TicketRepository that it asks about. `open` gives an empty pair. */
export function describeDutyQueries(
  name: string,
  open: () => Promise<{ readonly tickets: TicketRepository; readonly duties: DutyQueries }>,
): void {
  describe(`${name} as queries of duties`, () => {
    let tickets: TicketRepository;
    let duties: DutyQueries;
    beforeEach(async () => {
      ({ tickets, duties } = await open());
    });
    const store = async (life: (ticket: TicketBuilder) => TicketBuilder) => {
      const submitted = aTicket();
      const [created] = await tickets.create([submitted.buildNew()]);
      const ticket = life(submitted).build();
      if (ticket.version > 1) await tickets.save(created!.ticket, ticket, []);
      return ticket.id;
    };
    const holdings = async () =>
      (await duties.holdings()).map(({ personId, department }) => `${personId} ${department}`).sort();

    it('knows the owners of what is open, each once', async () => {
      await store((t) => t);
      await store((t) => t.dispatched(OWNER).closed());
      await store((t) => t.dispatched(OWNER).returned());
      expect(await holdings()).toEqual([]);
      expect(await duties.unfit('o1', [], 9)).toEqual([]);
      const open = [
        await store((t) => t.dispatched(OWNER)),
        await store((t) => t.dispatched(OWNER).inProgress()),
        await store((t) => t.dispatched(OWNER).inReview()),
        await store((t) => t.dispatched(OWNER).resolved()),
      ];
      expect(await holdings()).toEqual(['o1 energy']);
      expect(await duties.unfit('o1', [], 9)).toEqual(open);
      expect(await duties.unfit('o1', ['catering'], 2)).toEqual(open.slice(0, 2));
      expect(await duties.unfit('o1', ['catering', 'energy'], 9)).toEqual([]);
      expect(await duties.unfit('o2', [], 9)).toEqual([]);
    });

    it('knows who takes part, while they do', async () => {
      const shared = await store((t) => t.dispatched(OWNER).inProgress().coHandledBy(HELPER));
      await store((t) => {
        const given = t.dispatched(OWNER).inProgress().coHandledBy(HELPER);
        const subTaskId = given.build().subTasks[0]?.id ?? '';
        return given.give({ name: 'completeSubTask', subTaskId, text: '已配合' }, actorOf(HELPER));
      });
      expect(await holdings()).toEqual(['c1 catering', 'o1 energy']);
      expect(await duties.unfit('c1', [], 9)).toEqual([shared]);
      expect(await duties.unfit('c1', ['energy'], 9)).toEqual([shared]);
      expect(await duties.unfit('c1', ['catering'], 9)).toEqual([]);
    });

    it('leaves out what awaits another one already, and that alone', async () => {
      const shared = (t: TicketBuilder) => t.dispatched(OWNER).inProgress().coHandledBy(HELPER);
      const flagged = await store((t) => shared(t).give(flag('o1'), WORKER));
      expect(await holdings()).toEqual(['c1 catering']);
      expect(await duties.unfit('o1', [], 9)).toEqual([]);
      expect(await duties.unfit('c1', [], 9)).toEqual([flagged]);
      await store((t) => shared(t).give(flag('c1'), WORKER));
      expect(await holdings()).toEqual(['c1 catering', 'o1 energy']);
      expect(await duties.unfit('c1', [], 9)).toEqual([flagged]);
    });
  });
}
