import { type TicketFilter, type TicketQueries, type TicketRepository } from '@app/application';
import { type Ticket, type Visibility } from '@app/domain';
import { aPerson } from '../builders/fixtures.builder';
import {
  actorOf,
  aTicket,
  START,
  type TicketBuilder,
  type TicketOverrides,
  WORKER,
} from '../builders/ticket.builder';

const ALL: Visibility = { kind: 'all' };
const MUCH_LATER = new Date(START.getTime() + 60 * 86_400_000);

/** What every TicketQueries does beside the TicketRepository whose tickets it lists. `open` gives an empty pair. */
export function describeTicketQueries(
  name: string,
  open: () => Promise<{ readonly tickets: TicketRepository; readonly queries: TicketQueries }>,
): void {
  describe(`${name} as lists of tickets`, () => {
    let tickets: TicketRepository;
    let queries: TicketQueries;
    beforeEach(async () => {
      ({ tickets, queries } = await open());
    });

    /** Stores a submission and brings it to the state that `life` leads to. */
    const store = async (
      overrides: TicketOverrides = {},
      life: (ticket: TicketBuilder) => TicketBuilder = (t) => t,
    ) => {
      const submitted = aTicket(overrides);
      const [created] = await tickets.create([submitted.buildNew()]);
      const ticket = life(submitted).build();
      if (ticket.version > 1) await tickets.save(created!.ticket, ticket, []);
      return ticket;
    };
    const list = async (
      filter: TicketFilter = {},
      visibility = ALL,
      page: { after?: string; limit: number } = { limit: 50 },
    ) => (await queries.list(visibility, filter, page)).map(({ id }) => id);
    const ids = (...found: Ticket[]) => found.map(({ id }) => id);

    it('lists the newest first and goes on after the last of a page', async () => {
      const [a, b, c] = [await store(), await store(), await store()];
      expect(await list()).toEqual(ids(c, b, a));
      expect(await list({}, ALL, { limit: 2 })).toEqual(ids(c, b));
      expect(await list({}, ALL, { limit: 2, after: b.id })).toEqual(ids(a));
      expect(await list({}, ALL, { limit: 2, after: a.id })).toEqual([]);
    });

    it('shows all of a ticket but texts, contact data, steps and the log', async () => {
      const ticket = await store({}, (t) => t.dispatched());
      const { log: _l, description: _d, reporter: _r, trackingCode: _t, steps: _s, ...summary } = ticket;
      const expected = [{ ...summary, version: 2 }];
      expect(await queries.list(ALL, {}, { limit: 5 })).toStrictEqual(expected);
      expect(await queries.list(ALL, { q: '热水' }, { limit: 5 })).toStrictEqual(expected);
      expect(await queries.summaries([ticket.id, 'no'])).toStrictEqual(expected);
      expect(await queries.summaries([])).toEqual([]);
    });

    it('shows each no more than what they may see, whatever they filter by', async () => {
      const here = aPerson({ id: 'o1' });
      const elsewhere = aPerson({ id: 'o2', department: 'catering' });
      const mine = await store({ reporter: { identity: 'named', userId: 'u1' } }, (t) => t.dispatched(here));
      const theirs = await store({}, (t) => t.dispatched(elsewhere));
      const unplaced = await store();
      expect(await list()).toEqual(ids(unplaced, theirs, mine));
      const head: Visibility = { kind: 'duty', departments: ['energy'], personIds: ['o2'] };
      const own: Visibility = { kind: 'duty', departments: [], personIds: ['o2'] };
      expect(await list({}, head)).toEqual(ids(theirs, mine));
      expect(await list({}, { ...head, departments: ['energy', 'catering'], personIds: ['h1'] })).toEqual(
        ids(theirs, mine),
      );
      expect(await list({}, { ...head, personIds: ['h1'] })).toEqual(ids(mine));
      expect(await list({ department: 'catering' }, { ...head, personIds: ['h1'] })).toEqual([]);
      expect(await list({ q: '热水' }, { ...head, personIds: ['h1'] })).toEqual(ids(mine));
      expect(await list({ q: unplaced.number }, { ...head, personIds: ['h1'] })).toEqual([]);
      expect(await list({}, own)).toEqual(ids(theirs));
      expect(await list({ ownerId: 'o1' }, own)).toEqual([]);
      expect(await list({}, { ...own, personIds: ['o1', 'o2'] })).toEqual(ids(theirs, mine));
      expect(await list({}, { ...own, personIds: ['o1', 'o2'] }, { limit: 1, after: theirs.id })).toEqual(
        ids(mine),
      );
      expect(await list({}, { kind: 'reporter', personId: 'u1' })).toEqual(ids(mine));
      expect(await list({}, { kind: 'reporter', personId: 'nobody' })).toEqual([]);
      const hidden = await store({ reporter: { identity: 'hidden', userId: 'u1' }, accountAlias: 'alias' });
      expect(await list({}, { kind: 'reporter', personId: 'u1' })).toEqual(ids(mine));
      expect(await list({}, { kind: 'reporter', personId: 'u1', alias: 'alias' })).toEqual(ids(hidden, mine));
      expect(await list({}, { kind: 'reporter', personId: 'u1', alias: 'other' })).toEqual(ids(mine));
    });

    it('shows co-handlers what they take part in, or took', async () => {
      const helper = aPerson({ id: 'c1', department: 'catering' });
      const shared = await store({}, (t) => t.inProgress().coHandledBy(helper));
      const cancelled = await store({}, (t) => {
        const open = t.inProgress().coHandledBy(helper);
        const subTaskId = open.build().subTasks[0]?.id ?? '';
        return open.give({ name: 'cancelSubTask', subTaskId, reason: '不必了' }, actorOf(aPerson()));
      });
      await store({}, (t) => t.inProgress());
      const seen = await list({}, { kind: 'duty', departments: [], personIds: ['c1'] });
      expect(seen).toEqual(ids(cancelled, shared));
    });

    it('filters by status, department, owner, category and session, and by all of them together', async () => {
      const source = { kind: 'session', sessionId: 's1' } as const;
      const a = await store({ source }, (t) => t.dispatched(aPerson({ id: 'o1' })));
      const b = await store({}, (t) => t.inProgress());
      const c = await store({ source });
      expect(await list({ status: ['dispatched', 'in-progress'] })).toEqual(ids(b, a));
      expect(await list({ status: ['submitted'] })).toEqual(ids(c));
      expect(await list({ department: 'energy' })).toEqual(ids(b, a));
      expect(await list({ ownerId: 'o1' })).toEqual(ids(a));
      expect(await list({ category: 'hot-water' })).toEqual(ids(b, a));
      expect(await list({ sessionId: 's1' })).toEqual(ids(c, a));
      expect(
        await list({ sessionId: 's1', status: ['dispatched'], department: 'energy', q: '热水' }),
      ).toEqual(ids(a));
      expect(await list({ sessionId: 's1', status: ['in-progress'] })).toEqual([]);
    });

    it('finds what awaits another owner or co-handler, while it is open', async () => {
      const helper = aPerson({ id: 'c1', department: 'catering' });
      const flag = (personId: string) => ({ name: 'flagReassignment', personId, reason: '已离岗' }) as const;
      const { id: ownerId } = aPerson();
      const whole = await store({}, (t) => t.dispatched().give(flag(ownerId), WORKER));
      const part = await store({}, (t) => t.inProgress().coHandledBy(helper).give(flag('c1'), WORKER));
      await store({}, (t) => t.inProgress().coHandledBy(helper));
      await store({}, (t) => t.resolved().give(flag(ownerId), WORKER).closed());
      await store({}, (t) => {
        const flagged = t.inProgress().coHandledBy(helper).give(flag('c1'), WORKER);
        const subTaskId = flagged.build().subTasks[0]?.id ?? '';
        return flagged.give({ name: 'cancelSubTask', subTaskId, reason: '不必了' }, actorOf(aPerson()));
      });
      expect(await list({ awaitsReassignment: true })).toEqual(ids(part, whole));
      expect(await list({ awaitsReassignment: true, status: ['dispatched'] })).toEqual(ids(whole));
      const elsewhere: Visibility = { kind: 'duty', departments: ['catering'], personIds: [] };
      expect(await list({ awaitsReassignment: true }, elsewhere)).toEqual([]);
    });

    it('calls overdue what has a response or resolution clock running past its deadline', async () => {
      const submitted = await store();
      const dispatched = await store({}, (t) => t.dispatched());
      const accepted = await store({}, (t) => t.inProgress());
      const reviewed = await store({}, (t) => t.inReview());
      const resolved = await store({}, (t) => t.resolved());
      const returned = await store({}, (t) => t.dispatched().returned());
      await store({}, (t) => t.closed());
      await store({}, (t) => t.declined());
      const responseDue = dispatched.clocks.response!.dueAt;
      const resolveDue = accepted.clocks.resolution!.dueAt;
      const open = ids(returned, resolved, reviewed, accepted, dispatched, submitted);
      const overdue = async (at: Date) => {
        const late = await list({ overdueAt: at });
        expect(await list({ notOverdueAt: at })).toEqual(open.filter((id) => !late.includes(id)));
        return late;
      };
      expect(await overdue(responseDue)).toEqual([]);
      expect(await overdue(new Date(responseDue.getTime() + 1))).toEqual(ids(dispatched));
      expect(await overdue(new Date(resolveDue.getTime() + 1))).toEqual(ids(returned, accepted, dispatched));
      expect(await overdue(MUCH_LATER)).toEqual(ids(returned, accepted, dispatched));
      expect(await list({ notOverdueAt: MUCH_LATER, status: ['in-review'] })).toEqual(ids(reviewed));
    });

    describe('searching', () => {
      let water: Ticket;
      let canteen: Ticket;
      let wifi: Ticket;
      beforeEach(async () => {
        water = await store({
          number: '2026-000101',
          title: '3号楼停水',
          description: '本周三次停水,物业没有通知。',
        });
        canteen = await store({
          number: '2026-000102',
          title: '第二食堂价格',
          description: '早餐涨价太快，３号窗口没有公示。',
        });
        wifi = await store({
          number: '2027-000001',
          title: 'ＷｉＦｉ信号差',
          description: 'Library 二层 (a+b)* 处无信号\n重启后仍然断线',
        });
      });

      it('finds what has been worked on by the same words', async () => {
        const older = await store({ title: '老问题停水' }, (t) => t.inProgress());
        const newer = await store({ title: '新问题停水' });
        const newest = await store({ description: '又停水了' }, (t) => t.closed());
        expect(await list({ q: '停水' })).toEqual(ids(newest, newer, older, water));
        expect(await list({ q: '停水' }, ALL, { limit: 2 })).toEqual(ids(newest, newer));
        expect(await list({ q: '停水' }, ALL, { limit: 2, after: newer.id })).toEqual(ids(older, water));
        expect(await list({ q: '停水', status: ['in-progress'] })).toEqual(ids(older));
      });

      it.each<[string, () => Ticket[]]>([
        ['停水', () => [water]],
        ['没有', () => [canteen, water]],
        ['第二食堂', () => [canteen]],
        ['没有公示', () => [canteen]],
        ['没有停水', () => []],
        ['3号楼', () => [water]],
        ['３号楼', () => [water]],
        ['3号窗口', () => [canteen]],
        ['3号', () => [canteen, water]],
        ['wifi', () => [wifi]],
        ['ＷＩＦＩ', () => [wifi]],
        ['library', () => [wifi]],
        ['LIBRARY　断线', () => [wifi]],
        ['停水 物业', () => [water]],
        ['停水 食堂', () => []],
        ['(a+b)*', () => [wifi]],
        ['.*', () => []],
        ['水', () => [water]],
        ['3', () => [water]],
        ['楼 停水', () => [water]],
        ['早', () => []],
        ['信号', () => [wifi]],
        ['信号无', () => []],
      ])('finds by words of title and description: %s', async (q, expected) => {
        expect(await list({ q })).toEqual(ids(...expected()));
      });

      it.each<[string, () => Ticket[]]>([
        ['2026-000101', () => [water]],
        ['２０２６-000101', () => [water]],
        ['2026-00010', () => [canteen, water]],
        ['2026-', () => [canteen, water]],
        [' 2027-000001 ', () => [wifi]],
        ['2028-1', () => []],
      ])('finds by a ticket number or its beginning: %s', async (q, expected) => {
        expect(await list({ q })).toEqual(ids(...expected()));
      });

      it('lists everything for an empty search, and pages through a long one', async () => {
        expect(await list({ q: '  ' })).toEqual(ids(wifi, canteen, water));
        const more: Ticket[] = [];
        for (let i = 0; i < 7; i++) more.unshift(await store({ title: `第${i}次停水` }));
        const all = ids(...more, water);
        expect(await list({ q: '停水' })).toEqual(all);
        expect(await list({ q: '停水' }, ALL, { limit: 3 })).toEqual(all.slice(0, 3));
        expect(await list({ q: '停水' }, ALL, { limit: 3, after: all[2]! })).toEqual(all.slice(3, 6));
      });
    });
  });
}
