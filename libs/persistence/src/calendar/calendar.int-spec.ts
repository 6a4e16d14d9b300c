import { CalendarRepository, Directory, TicketClocksQuery, TicketRepository } from '@app/application';
import {
  aCalendarChange,
  describeCalendarRepository,
  describeTicketClocks,
} from '../../../../test/contracts/calendar-repository.contract';
import { CALENDAR } from '../../../../test/builders/fixtures.builder';
import { MongoHarness } from '../../../../test/harness/mongo.harness';
import { SETTING, type SettingDocument } from '../directory/directory.schema';
import { DatabaseSeed } from '../seed/database.seed';

let mongo: MongoHarness;
beforeAll(async () => {
  mongo = await MongoHarness.open();
});
afterAll(() => mongo.close());

const seedWith = async (calendar = CALENDAR) => {
  const office = { departments: [], categories: [], policies: [], keywordRules: [], calendar };
  await mongo.module.get(DatabaseSeed).office(office);
  return mongo.module.get(CalendarRepository);
};

describeCalendarRepository('MongoCalendarRepository', async (first) => {
  await mongo.clear();
  return seedWith(first);
});
describeTicketClocks('MongoTicketClocksQuery', async () => {
  await mongo.clear();
  return { tickets: mongo.module.get(TicketRepository), clocks: mongo.module.get(TicketClocksQuery) };
});

describe('the first version', () => {
  beforeEach(() => mongo.clear());

  it('is never seeded over', async () => {
    const calendars = await seedWith();
    await seedWith({ ...CALENDAR, officialYears: [] });
    expect((await calendars.current()).calendar).toStrictEqual(CALENDAR);
  });

  it('is the calendar of a release that knew no versions, where there is one', async () => {
    const kept = { ...CALENDAR, officialYears: [2020] };
    const settings = mongo.connection.model<SettingDocument>(SETTING);
    await settings.collection.insertOne({ _id: 'calendar', value: kept } as never);
    expect((await (await seedWith()).current()).calendar).toStrictEqual(kept);
  });
});

describe('a version that was added', () => {
  it('is what the directory says from then on, in a process that had the old one in mind', async () => {
    await mongo.clear();
    const calendars = await seedWith();
    const directory = mongo.module.get(Directory);
    await directory.calendar();
    const change = aCalendarChange();
    const calendar = { ...CALENDAR, officialYears: [2026] };
    const { version, savedAt, savedBy, reason } = change;
    await calendars.add({ version, savedAt, savedBy, reason, calendar }, change);
    expect(await directory.calendar()).toStrictEqual(calendar);
    // Progress is noted beside it, and what was computed from the object stays valid.
    const held = await directory.calendar();
    await calendars.advance(change, { ...change, state: 'done' });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await directory.calendar()).toBe(held);
  });
});
