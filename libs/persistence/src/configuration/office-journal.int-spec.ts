import { ConfigurationLog, OfficeRepository } from '@app/application';
import { type ConfigurationChange, follows } from '@app/domain';
import { aPerson, aPolicy, CALENDAR, ENERGY } from '../../../../test/builders/fixtures.builder';
import { nextId, START } from '../../../../test/builders/ticket.builder';
import { MongoHarness, testDatabaseName } from '../../../../test/harness/mongo.harness';
import { sha256 } from '../database/sha256.mongo';
import { DatabaseSeed } from '../seed/database.seed';

/** Two processes on one database. */
let first: MongoHarness;
let second: MongoHarness;
beforeAll(async () => {
  const name = testDatabaseName();
  first = await MongoHarness.open(name);
  second = await MongoHarness.open(name);
});
afterAll(async () => {
  await second.module.close();
  await first.close();
});
beforeEach(async () => {
  await first.clear();
  await first.module.get(DatabaseSeed).office({
    departments: [ENERGY],
    categories: [],
    policies: [aPolicy()],
    keywordRules: [],
    calendar: CALENDAR,
  });
});

const entry = (subject: string): ConfigurationChange => ({
  id: nextId(),
  at: START,
  actor: { kind: 'system', name: 'test' },
  kind: 'department',
  subject,
});
const entries = async () => {
  const all = [];
  for await (const each of first.module.get(ConfigurationLog).inOrder()) all.push(each);
  return all;
};

it('completes, once, what a process left undone that died after deciding it', async () => {
  const offices = [first, second].map(({ module }) => module.get(OfficeRepository));
  await offices[0]!.read();
  const { id, ...profile } = aPerson({ id: 'n1' });
  const changes = [
    { kind: 'department', version: 2, item: { ...ENERGY, name: '能源' } },
    { kind: 'policy', version: 2, item: aPolicy({ version: 2 }) },
    { kind: 'keyword-rules', version: 2, item: { code: 'keyword-rules', rules: [] } },
    { kind: 'person', version: 1, item: { code: id, ...profile } },
  ];
  const told = [entry('energy'), entry('normal')];
  // As the decision leaves it, and not one step further.
  await first.connection
    .collection<{ _id: string }>('office_journal')
    .updateOne({ _id: 'office' }, { $set: { revision: 1, pending: { changes, entries: told } } });
  const read = await Promise.all([...offices, ...offices].map((office) => office.read()));
  for (const office of read)
    expect(office).toMatchObject({
      revision: 1,
      department: [{ version: 2, item: { name: '能源' } }],
      policy: [{ version: 2 }],
      'keyword-rules': [{ version: 2 }],
    });
  expect(await offices[1]!.person('n1')).toMatchObject({ version: 1 });
  expect((await entries()).map(({ subject }) => subject)).toEqual(['energy', 'normal']);
  expect(await first.connection.collection('policies').countDocuments()).toBe(2);
});

it('lets an old decision that is carried out late undo no newer one', async () => {
  const office = first.module.get(OfficeRepository);
  const { revision } = await office.read();
  const rename = (version: number) =>
    ({ kind: 'department', version, item: { ...ENERGY, name: `第${version}版` } }) as const;
  await office.commit(revision, [rename(2)], []);
  await office.commit(revision + 1, [rename(3)], []);
  await first.connection
    .collection<{ _id: string }>('office_journal')
    .updateOne({ _id: 'office' }, { $set: { pending: { changes: [rename(2)], entries: [] } } });
  expect((await office.read()).department).toMatchObject([{ version: 3, item: { name: '第3版' } }]);
});

it('keeps one unbroken log however many processes append to it', async () => {
  const logs = [first, second].map(({ module }) => module.get(ConfigurationLog));
  await Promise.all(Array.from({ length: 60 }, (_, index) => logs[index % 2]!.append(entry(String(index)))));
  const all = await entries();
  expect(all).toHaveLength(60);
  expect(all.every((each, index) => follows(each, all[index - 1], sha256))).toBe(true);
});

it('lets one of two processes win that decide at once, two hundred times', async () => {
  const offices = [first, second].map(({ module }) => module.get(OfficeRepository));
  await offices[0]!.read();
  let decided = 0;
  for (let race = 0; race < 200; race += 1) {
    const { revision } = await offices[race % 2]!.read();
    // Without waiting until it is in force everywhere: the journal alone decides.
    const won = await Promise.all(
      [first, second].map(({ connection }) =>
        connection
          .collection<{ _id: string }>('office_journal')
          .updateOne(
            { _id: 'office', revision, pending: { $exists: false } },
            { $set: { revision: revision + 1 } },
          ),
      ),
    );
    decided += won.filter(({ matchedCount }) => matchedCount === 1).length;
  }
  expect(decided).toBe(200);
});
