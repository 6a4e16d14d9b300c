import {
  type ConfigurationLog,
  type Directory,
  type OfficeRepository,
  type TicketRepository,
} from '@app/application';
import {
  type Category,
  type ConfigurationChange,
  type Department,
  KEYWORD_RULES_CODE,
  type KeywordRule,
  type LetterTemplate,
  type OfficeChange,
  type Person,
  type PersonProfile,
  type Policy,
  type ServicePoint,
} from '@app/domain';
import { aPerson, aPolicy, ENERGY } from '../builders/fixtures.builder';
import { aTicket, nextId, START } from '../builders/ticket.builder';

export interface OfficeContractData {
  readonly departments: readonly Department[];
  readonly categories: readonly Category[];
  readonly policies: readonly Policy[];
  readonly keywordRules: readonly KeywordRule[];
  readonly people: readonly Person[];
}

const CATERING: Department = { code: 'catering', name: '饮食服务中心', aliases: [] };
const HOT_WATER: Category = {
  code: 'hot-water',
  name: '热水',
  aliases: [],
  department: ENERGY.code,
  policies: { normal: 'normal' },
};
const RULE: KeywordRule = { id: 'r1', keywords: ['热水'], category: 'hot-water', weight: 1, enabled: true };
const OWNER = aPerson({ id: 'o1' });
const DATA: OfficeContractData = {
  departments: [ENERGY, CATERING],
  categories: [HOT_WATER],
  policies: [aPolicy(), aPolicy({ version: 2, maxHops: 1 }), aPolicy({ code: 'danger' })],
  keywordRules: [RULE],
  people: [OWNER, aPerson({ id: 'h1', role: 'head', active: false })],
};
const WINDOW: ServicePoint = {
  code: 'canteen-1-3',
  name: '一食堂三号窗口',
  kind: 'canteen',
  department: 'catering',
  token: 'token-1',
  active: true,
};
const LETTER: LetterTemplate = {
  code: 'owner-assigned',
  text: { subject: '请签收', body: '工单 {{number}}' },
};

function entry(subject: string): ConfigurationChange {
  const actor = { kind: 'person', id: 'a1', name: '唐思远' } as const;
  return { id: nextId(), at: START, actor, kind: 'department', subject };
}

/** What every OfficeRepository does. `open` gives one over the given office, and the log and tickets beside it. */
export function describeOfficeRepository(
  name: string,
  open: (data: OfficeContractData) => Promise<{
    readonly office: OfficeRepository;
    readonly log: ConfigurationLog;
    readonly tickets: TicketRepository;
    readonly directory: Directory;
  }>,
): void {
  describe(`${name} as the repository of the office`, () => {
    let office: OfficeRepository;
    let log: ConfigurationLog;
    let tickets: TicketRepository;
    let directory: Directory;
    beforeEach(async () => {
      ({ office, log, tickets, directory } = await open(DATA));
      // Whoever changes something has read it first.
      await office.read();
    });

    it('gives all there is, the newest version of each', async () => {
      expect(await office.read()).toStrictEqual({
        revision: 0,
        department: [ENERGY, CATERING].map((item) => ({ version: 1, item })),
        policy: [
          { version: 1, item: DATA.policies[2] },
          { version: 2, item: DATA.policies[1] },
        ],
        category: [{ version: 1, item: HOT_WATER }],
        'service-point': [],
        'keyword-rules': [{ version: 1, item: { code: KEYWORD_RULES_CODE, rules: [RULE] } }],
        template: [],
      });
      expect(await office.policyVersions('normal')).toStrictEqual(DATA.policies.slice(0, 2));
    });

    it('stores many changes as one, and records them', async () => {
      const { aliases: _, ...bare } = { ...HOT_WATER, name: '热水供应', parent: 'hot-water' };
      const changes: readonly OfficeChange[] = [
        { kind: 'department', version: 2, item: { ...ENERGY, name: '能源中心', active: false } },
        { kind: 'department', version: 1, item: { code: 'new', name: '新部门', aliases: ['新'] } },
        { kind: 'policy', version: 3, item: aPolicy({ version: 3 }) },
        { kind: 'category', version: 2, item: { ...bare, aliases: [] } },
        { kind: 'service-point', version: 1, item: WINDOW },
        { kind: 'keyword-rules', version: 2, item: { code: KEYWORD_RULES_CODE, rules: [] } },
        { kind: 'template', version: 1, item: LETTER },
      ];
      expect(await office.commit(0, changes, [entry('energy'), entry('new')])).toBe(true);
      const after = await office.read();
      expect(after.revision).toBe(1);
      expect(after.department.map(({ version, item }) => [item.code, item.name, version])).toEqual([
        ['energy', '能源中心', 2],
        ['catering', CATERING.name, 1],
        ['new', '新部门', 1],
      ]);
      expect(after.policy[1]).toStrictEqual({ version: 3, item: aPolicy({ version: 3 }) });
      expect(after.category).toStrictEqual([{ version: 2, item: { ...bare, aliases: [] } }]);
      expect(after['service-point']).toStrictEqual([{ version: 1, item: WINDOW }]);
      expect(after['keyword-rules'][0]).toMatchObject({ version: 2, item: { rules: [] } });
      expect(after.template).toStrictEqual([{ version: 1, item: LETTER }]);
      expect((await log.list({}, { limit: 9 })).map(({ subject }) => subject)).toEqual(['new', 'energy']);
      const { active: _a, ...shown } = { ...ENERGY, name: '能源中心' } as Department;
      expect(await office.commit(1, [{ kind: 'department', version: 3, item: shown }], [])).toBe(true);
      expect((await office.read()).department[0]).toStrictEqual({ version: 3, item: shown });
    });

    it('shows the directory what is new by the time it says so', async () => {
      await Promise.all([
        directory.departments(),
        directory.servicePoints(),
        directory.letterText(LETTER.code),
        directory.policy('normal'),
      ]);
      const changes: readonly OfficeChange[] = [
        { kind: 'department', version: 2, item: { ...CATERING, name: '饮食' } },
        { kind: 'service-point', version: 1, item: WINDOW },
        { kind: 'template', version: 1, item: LETTER },
        { kind: 'policy', version: 3, item: aPolicy({ version: 3 }) },
        { kind: 'category', version: 2, item: HOT_WATER, removed: true },
      ];
      await office.commit(0, changes, []);
      expect((await directory.departments())[1]?.name).toBe('饮食');
      expect(await directory.servicePoints()).toStrictEqual([WINDOW]);
      expect(await directory.letterText(LETTER.code)).toStrictEqual(LETTER.text);
      expect(await directory.letterText('owner-redo')).toBeUndefined();
      expect(await directory.policy('normal')).toMatchObject({ version: 3 });
      expect(await directory.categories()).toEqual([]);
    });

    it('lets one of twenty win that go by the same revision, and records no other', async () => {
      const won = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          office.commit(
            0,
            [{ kind: 'department', version: 2, item: { ...ENERGY, name: `第${index}` } }],
            [entry(`第${index}`)],
          ),
        ),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      const { department, revision } = await office.read();
      expect([revision, department[0]?.version]).toEqual([1, 2]);
      const [recorded, ...others] = await log.list({}, { limit: 9 });
      expect([recorded?.subject, others]).toEqual([department[0]?.item.name, []]);
      expect(await office.commit(0, [], [])).toBe(false);
    });

    it('keeps the code of what was removed', async () => {
      await office.commit(0, [{ kind: 'category', version: 2, item: HOT_WATER, removed: true }], []);
      expect((await office.read()).category).toEqual([]);
      expect(await office.isTaken('category', 'hot-water')).toBe(true);
      expect(await office.isTaken('category', 'cold-water')).toBe(false);
      expect(await office.isTaken('department', 'energy')).toBe(true);
      expect(await office.isTaken('policy', 'danger')).toBe(true);
      expect(await office.isTaken('policy', 'none')).toBe(false);
    });

    it('adds and changes people, each version once, and leaves alone what is not theirs to change', async () => {
      const { id, ...profile } = aPerson({ id: 'n1', role: 'dispatcher' });
      const item: PersonProfile = { code: id, ...profile };
      await office.commit(0, [{ kind: 'person', version: 1, item }], []);
      expect(await office.person('n1')).toStrictEqual({ version: 1, item });
      expect(await office.personByUsername(item.username)).toStrictEqual({ version: 1, item });
      expect(await office.personByUsername('nobody')).toBeUndefined();
      const { department: _, email: _e, ...rest } = (await office.person('o1'))!.item;
      const changed: PersonProfile = { ...rest, role: 'verifier', alsoIn: ['energy'] };
      await office.commit(1, [{ kind: 'person', version: 2, item: changed }], []);
      expect(await office.person('o1')).toStrictEqual({ version: 2, item: changed });
      expect(await office.person('none')).toBeUndefined();
    });

    it('sets and ends leave and acting headships, whatever the profile says', async () => {
      const period = { from: START, to: new Date(START.getTime() + 1_000) };
      const leave = { ...period, standInId: 'h1' };
      const actingHeadOf = [{ ...period, department: 'catering' }];
      const commit = async (change: OfficeChange) =>
        office.commit((await office.read()).revision, [change], [entry('o1')]);
      expect(await commit({ kind: 'duties', item: { code: 'o1', leave, actingHeadOf } })).toBe(true);
      const { id: code, ...profile } = OWNER;
      await commit({ kind: 'person', version: 2, item: { code, ...profile, name: '新名' } });
      const [other, changed] = await office.staff();
      expect(changed).toStrictEqual({ ...OWNER, name: '新名', leave, actingHeadOf });
      expect(other).toStrictEqual(DATA.people[1]);
      await commit({ kind: 'duties', item: { code: 'o1', actingHeadOf } });
      expect(await office.staff()).toContainEqual({ ...OWNER, name: '新名', actingHeadOf });
      expect(await office.person('o1')).toMatchObject({ version: 2 });
    });

    it('counts what stands in the way', async () => {
      const keep = async (builder: ReturnType<typeof aTicket>) => {
        const [created] = await tickets.create([aTicketAsSubmitted(builder)]);
        await tickets.save(created!.ticket, builder.build(), []);
      };
      await keep(aTicket().dispatched(OWNER));
      await keep(aTicket().dispatched(OWNER).closed());
      expect(await office.useOf('department', 'energy')).toEqual({ openTickets: 1, tickets: 2, members: 1 });
      expect(await office.useOf('category', 'hot-water')).toEqual({ openTickets: 1, tickets: 2, members: 0 });
      expect(await office.useOf('service-point', 'none')).toEqual({ openTickets: 0, tickets: 0, members: 0 });
    });
  });
}

function aTicketAsSubmitted(builder: ReturnType<typeof aTicket>) {
  const { id, number, trackingCode } = builder.build();
  return aTicket({ id, number, trackingCode }).buildNew();
}
