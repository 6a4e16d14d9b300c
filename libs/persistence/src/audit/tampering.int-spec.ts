import {
  AnchorSweep,
  AuditVerifier,
  ConfigurationLog,
  OfficeRepository,
  TicketAudit,
  TicketRepository,
} from '@app/application';
import {
  appendToLog,
  type ConfigurationChange,
  type Ticket,
  type TicketEvent,
  type TicketLogEntry,
} from '@app/domain';
import { aPolicy, CALENDAR, ENERGY } from '../../../../test/builders/fixtures.builder';
import { aTicket, nextId, sha256, START } from '../../../../test/builders/ticket.builder';
import { FakeClock, FakeIds } from '../../../../test/fakes/system.fake';
import { MongoHarness } from '../../../../test/harness/mongo.harness';
import { DatabaseSeed } from '../seed/database.seed';

let mongo: MongoHarness;
beforeAll(async () => {
  mongo = await MongoHarness.open();
});
afterAll(() => mongo.close());

let verifier: AuditVerifier;
let anchors: AnchorSweep;
let a: Ticket;
let b: Ticket;

/** Two tickets with three and one entries, anchored, and a department that was renamed once. */
beforeEach(async () => {
  await mongo.clear();
  const [log, office, audit] = [
    mongo.module.get(ConfigurationLog),
    mongo.module.get(OfficeRepository),
    mongo.module.get(TicketAudit),
  ];
  const ids = new FakeIds();
  verifier = new AuditVerifier(audit, log, office, ids);
  anchors = new AnchorSweep(audit, log, new FakeClock(), ids);
  await mongo.module.get(DatabaseSeed).office({
    departments: [ENERGY],
    categories: [],
    policies: [aPolicy()],
    keywordRules: [],
    calendar: CALENDAR,
  });
  const { revision } = await office.read();
  const renamed = { ...ENERGY, name: '能源中心' };
  await office.commit(
    revision,
    [{ kind: 'department', version: 2, item: renamed }],
    [change({ subject: ENERGY.code, before: ENERGY, after: renamed })],
  );
  [a, b] = [await kept(aTicket().commented().commented('还没修好')), await kept(aTicket())];
  await anchors.run();
});

function change(more: Partial<ConfigurationChange>): ConfigurationChange {
  const actor = { kind: 'person', id: 'a1', name: '唐思远' } as const;
  return { id: nextId(), at: START, actor, kind: 'department', subject: 'x', ...more };
}

async function kept(builder: ReturnType<typeof aTicket>): Promise<Ticket> {
  const repository = mongo.module.get(TicketRepository);
  const { log, ...ticket } = builder.build();
  const [submitted, ...later] = log.map(unsealed);
  const [created] = await repository.create([{ ticket: { ...ticket, log: [] }, events: [submitted!] }]);
  await repository.save(created!.ticket, created!.ticket, later);
  return (await repository.byId(ticket.id))!;
}

const tickets = () => mongo.connection.collection<{ _id: string }>('tickets');
const entries = () => mongo.connection.collection<{ _id: number }>('configuration_log');
const rewrite = (ticket: Ticket, log: readonly TicketLogEntry[]) =>
  tickets().updateOne({ _id: ticket.id }, { $set: { log } });
const found = async () =>
  (await verifier.verify()).breaks.map(({ kind, subject, entry }) => [kind, subject, entry]);
const of = ({ number }: Ticket) => `ticket/${number}`;
const unsealed = ({ seq: _s, previousHash: _p, hash: _h, ...event }: TicketLogEntry): TicketEvent => event;
/** As somebody would who knows how entries are sealed. */
const resealed = (log: readonly TicketLogEntry[]) => appendToLog([], log.map(unsealed), sha256);

describe('the audit', () => {
  it('finds nothing where nothing was touched, and counts what it has looked at', async () => {
    expect(await verifier.verify()).toMatchObject({
      tickets: 2,
      ticketEntries: 4,
      configurationEntries: 2,
      checkpoints: 1,
      anchors: 2,
      anchoredUntil: START,
      head: { seq: 2 },
      breaks: [],
    });
    // What has grown since is anchored once more, and what has not is not.
    await mongo.module.get(TicketRepository).save(b, b, [unsealed(a.log[1]!)]);
    expect(await anchors.run()).toBe(1);
    expect(await anchors.run()).toBe(0);
    expect(await verifier.verify()).toMatchObject({ checkpoints: 2, anchors: 3, breaks: [] });
  });

  const TAMPERINGS: readonly [string, () => readonly TicketLogEntry[], readonly [string, number][]][] = [
    [
      'a word changed in the middle',
      () => a.log.with(1, { ...a.log[1]!, text: '没事了' }),
      [['entry-broken', 2]],
    ],
    [
      'an actor changed',
      () => a.log.with(0, { ...a.log[0]!, actor: { kind: 'system', name: 'worker' } }),
      [['entry-broken', 1]],
    ],
    [
      'an entry taken out of the middle',
      () => [a.log[0]!, a.log[2]!],
      [
        ['entry-broken', 2],
        ['tail-missing', 3],
      ],
    ],
    [
      'two entries in another order',
      () => [a.log[0]!, a.log[2]!, a.log[1]!],
      [
        ['entry-broken', 2],
        ['entry-broken', 3],
        ['history-rewritten', 3],
      ],
    ],
    ['the last entry cut off', () => a.log.slice(0, -1), [['tail-missing', 3]]],
    [
      'an entry of another ticket put in',
      () => a.log.with(2, b.log[0]!),
      [
        ['entry-broken', 3],
        ['history-rewritten', 3],
      ],
    ],
    [
      'everything sealed anew around another word',
      () => resealed(a.log.with(1, { ...a.log[1]!, text: '没事了' })),
      [['history-rewritten', 3]],
    ],
    [
      'the whole record of another ticket',
      () => b.log,
      [
        ['foreign-log', 1],
        ['tail-missing', 2],
      ],
    ],
    [
      'no record at all',
      () => [],
      [
        ['foreign-log', 1],
        ['tail-missing', 1],
      ],
    ],
  ];
  it.each(TAMPERINGS)('finds in a ticket %s, and says where', async (_, tampered, expected) => {
    await rewrite(a, tampered());
    const all = await found();
    expect(all).toHaveLength(expected.length);
    expect(all).toEqual(expect.arrayContaining(expected.map(([kind, entry]) => [kind, of(a), entry])));
  });

  it('finds two tickets whose records were exchanged', async () => {
    await Promise.all([rewrite(a, b.log), rewrite(b, a.log)]);
    expect(await found()).toEqual(
      expect.arrayContaining([
        ['foreign-log', of(a), 1],
        ['foreign-log', of(b), 1],
      ]),
    );
  });

  it('finds that an anchored ticket is gone', async () => {
    await tickets().deleteOne({ _id: b.id });
    expect(await found()).toEqual([['ticket-missing', of(b), undefined]]);
  });

  it('does not find what was cut off before it was anchored', async () => {
    await mongo.module.get(TicketRepository).save(b, b, [unsealed(a.log[1]!)]);
    await rewrite(b, b.log);
    expect(await found()).toEqual([]);
  });

  it('finds an entry of the configuration changed, taken out or moved', async () => {
    await mongo.module.get(ConfigurationLog).append(change({ subject: 'y', after: { name: 'y' } }));
    await entries().updateOne({ _id: 1 }, { $set: { reason: '经批准' } });
    expect(await found()).toContainEqual(['entry-broken', 'configuration/log', 1]);
    await entries().updateOne({ _id: 1 }, { $unset: { reason: '' } });
    const second = await entries().findOne({ _id: 2 });
    await entries().deleteOne({ _id: 2 });
    expect(await found()).toContainEqual(['entry-broken', 'configuration/log', 3]);
    const third = await entries().findOne({ _id: 3 });
    await entries().deleteOne({ _id: 3 });
    await entries().insertMany([
      { ...third!, _id: 2 },
      { ...second!, _id: 3 },
    ]);
    expect(await found()).toEqual(
      expect.arrayContaining([
        ['entry-broken', 'configuration/log', 2],
        ['entry-broken', 'configuration/log', 3],
      ]),
    );
  });

  it('finds what was changed past the record, and the record cut off behind a change', async () => {
    const departments = mongo.connection.collection<{ _id: string }>('departments');
    await departments.updateOne({ _id: 'energy' }, { $set: { name: '我的部门' } });
    expect(await found()).toEqual([['unrecorded-change', 'configuration/department/energy', undefined]]);
    await departments.updateOne({ _id: 'energy' }, { $set: { name: '能源中心' } });
    const [office, log] = [mongo.module.get(OfficeRepository), mongo.module.get(ConfigurationLog)];
    const { revision } = await office.read();
    await office.commit(
      revision,
      [{ kind: 'department', version: 3, item: ENERGY }],
      [change({ subject: 'energy', after: ENERGY })],
    );
    expect(await found()).toEqual([]);
    const [newest] = await log.list({}, { limit: 1 });
    await entries().deleteOne({ _id: newest!.seq });
    expect(await found()).toEqual([['unrecorded-change', 'configuration/department/energy', undefined]]);
  });

  it('shows by the head kept elsewhere that the end of the log was cut off', async () => {
    const { head } = await verifier.verify();
    await entries().deleteOne({ _id: head!.seq });
    expect((await verifier.verify()).head).not.toEqual(head);
  });
});
