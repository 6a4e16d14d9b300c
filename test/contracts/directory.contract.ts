import { type Directory, type TicketRepository } from '@app/application';
import { type Category, type KeywordRule, type Person } from '@app/domain';
import { aPerson, aPolicy, CALENDAR, ENERGY } from '../builders/fixtures.builder';
import { aTicket, START, type TicketBuilder } from '../builders/ticket.builder';
import { type DirectoryData } from '../fakes/directory.fake';

const later = (seconds: number) => new Date(START.getTime() + seconds * 1_000);
const hotWater: Category = {
  code: 'hot-water',
  name: '热水',
  aliases: [],
  department: ENERGY.code,
  policies: { normal: 'normal' },
};
const rule: KeywordRule = {
  id: 'r1',
  keywords: ['热水', '澡+凉'],
  category: 'hot-water',
  weight: 1,
  enabled: true,
};

/** What every Directory does; `open` gives one that holds the data, and the repository whose tickets it counts. */
export function describeDirectory(
  name: string,
  open: (
    data: DirectoryData,
  ) => Promise<{ readonly directory: Directory; readonly tickets: TicketRepository }>,
): void {
  describe(`${name} as a directory`, () => {
    const owner = aPerson({ id: 'o1' });
    const idle = aPerson({ id: 'o2', active: false, onDuty: false });
    const head = aPerson({ id: 'h1', role: 'head' });
    const { email: _email, ...dispatcher } = aPerson({ id: 'd1', role: 'dispatcher' });
    const other = aPerson({ id: 'o3', department: 'catering' });
    const people: readonly Person[] = [owner, idle, head, dispatcher, other];
    const data: Required<DirectoryData> = {
      departments: [ENERGY, { code: 'catering', name: '饮食服务中心', aliases: [] }],
      categories: [hotWater],
      keywordRules: [rule],
      calendar: CALENDAR,
      policies: [aPolicy(), aPolicy({ version: 2, name: '二版' }), aPolicy({ code: 'danger' })],
      people,
      servicePoints: [],
      templates: [],
    };

    it('gives the office back as it was put in, in its order', async () => {
      const { directory } = await open(data);
      expect(await directory.departments()).toStrictEqual(data.departments);
      expect(await directory.categories()).toStrictEqual(data.categories);
      expect(await directory.keywordRules()).toStrictEqual(data.keywordRules);
      expect(await directory.calendar()).toStrictEqual(CALENDAR);
      expect(await directory.calendar()).toBe(await directory.calendar());
    });

    it('knows the newest version of each policy and every older one', async () => {
      const { directory } = await open(data);
      const [, second, danger] = data.policies;
      expect(await directory.policies()).toStrictEqual([danger, second]);
      expect(await directory.policy('normal')).toStrictEqual(second);
      expect(await directory.policy('normal', 1)).toStrictEqual(data.policies[0]);
      expect(await directory.policy('normal', 9)).toBeUndefined();
      expect(await directory.policy('no')).toBeUndefined();
    });

    it('finds people by id, by user name, by role and by department', async () => {
      const { directory } = await open(data);
      expect(await directory.person('d1')).toStrictEqual(dispatcher);
      expect(await directory.person('no')).toBeUndefined();
      expect(await directory.personByUsername('o1')).toStrictEqual(owner);
      expect(await directory.personByUsername('O1')).toBeUndefined();
      expect(await directory.people({ role: 'owner' })).toStrictEqual([owner, idle, other]);
      expect(await directory.people({ role: 'owner', department: 'energy' })).toStrictEqual([owner, idle]);
      expect(await directory.people({ department: 'energy' })).toStrictEqual([head, owner, idle]);
      expect(await directory.people({})).toHaveLength(5);
    });

    it('counts those who are in a department beside their main one', async () => {
      const both = aPerson({ id: 'o4', department: 'catering', alsoIn: ['energy', 'office'] });
      const { directory } = await open({ ...data, people: [...people, both] });
      expect(await directory.person('o4')).toStrictEqual(both);
      expect(await directory.people({ role: 'owner', department: 'energy' })).toStrictEqual([
        owner,
        idle,
        both,
      ]);
      expect(await directory.people({ department: 'office' })).toStrictEqual([both]);
      const candidates = await directory.ownerCandidates('energy');
      expect(candidates.map(({ id }) => id)).toEqual(['o1', 'o2', 'o4']);
    });

    it('tells who is away or acts as a head, whenever that is', async () => {
      const period = { from: later(0), to: later(60) };
      const away = aPerson({ id: 'o5', leave: { ...period, standInId: 'o1', note: '探亲' } });
      const acting = aPerson({ id: 'o6', actingHeadOf: [{ ...period, department: 'catering' }] });
      const { directory } = await open({ ...data, people: [owner, away, acting] });
      expect(await directory.awayOrActing()).toStrictEqual([away, acting]);
      expect(await directory.ownerCandidates('energy')).toContainEqual({
        id: 'o5',
        active: true,
        onDuty: true,
        openTickets: 0,
        leave: away.leave,
      });
    });

    it('counts what each owner of the department has in hand', async () => {
      const { directory, tickets } = await open(data);
      const store = async (life: (ticket: TicketBuilder) => TicketBuilder) => {
        const submitted = aTicket();
        const [created] = await tickets.create([submitted.buildNew()]);
        await tickets.save(created!.ticket, life(submitted).build(), []);
      };
      await store((t) => t.dispatched(owner));
      await store((t) => t.dispatched(owner).inProgress());
      await store((t) => t.dispatched(owner).inReview());
      await store((t) => t.dispatched(owner).resolved());
      await store((t) => t.dispatched(owner).closed());
      await store((t) => t.dispatched(other));
      expect(await directory.ownerCandidates('energy')).toStrictEqual([
        { id: 'o1', active: true, onDuty: true, openTickets: 3 },
        { id: 'o2', active: false, onDuty: false, openTickets: 0 },
      ]);
      expect(await directory.ownerCandidates('catering')).toMatchObject([{ id: 'o3', openTickets: 1 }]);
      expect(await directory.ownerCandidates('no')).toEqual([]);
    });

    it('remembers when a ticket last went to someone, and never an earlier instant', async () => {
      const { directory } = await open(data);
      await directory.noteAssignment('o1', later(20));
      await directory.noteAssignment('o1', later(10));
      const [first, second] = await directory.ownerCandidates('energy');
      expect(first).toStrictEqual({
        id: 'o1',
        active: true,
        onDuty: true,
        openTickets: 0,
        lastAssignedAt: later(20),
      });
      expect(second && 'lastAssignedAt' in second).toBe(false);
    });
  });
}
