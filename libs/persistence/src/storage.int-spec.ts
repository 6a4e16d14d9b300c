import {
  AccountRepository,
  AttachmentRepository,
  ConfigurationLog,
  FollowUpSampleRepository,
  ImportRepository,
  LineRepository,
  NoticeNumbers,
  NotificationRepository,
  OfficeRepository,
  SessionRepository,
  TicketRepository,
} from '@app/application';
import { describeAccountRepository } from '../../../test/contracts/account-repository.contract';
import { describeConfigurationLog } from '../../../test/contracts/configuration-log.contract';
import { describeAttachmentRepository } from '../../../test/contracts/attachment-repository.contract';
import { describeDirectory } from '../../../test/contracts/directory.contract';
import { describeFollowUpSampleRepository } from '../../../test/contracts/follow-up-sample-repository.contract';
import { describeLineRepository } from '../../../test/contracts/line-repository.contract';
import { describeNoticeNumbers } from '../../../test/contracts/notice-numbers.contract';
import { describeOfficeRepository } from '../../../test/contracts/office-repository.contract';
import { describeNotificationRepository } from '../../../test/contracts/notification-repository.contract';
import {
  describeImportRepository,
  describeSessionRepository,
} from '../../../test/contracts/session-repository.contract';
import { MongoHarness } from '../../../test/harness/mongo.harness';
import { CALENDAR } from '../../../test/builders/fixtures.builder';
import { CALENDAR as CALENDAR_VERSION } from './calendar/calendar.schema';
import { OfficeShelves } from './configuration/office-shelves.mongo';
import { MongoDirectory } from './directory/directory.mongo';
import { CATEGORY, DEPARTMENT, POLICY, SETTING } from './directory/directory.schema';
import { PERSON } from './person/person.schema';
import { DatabaseSeed } from './seed/database.seed';
import { TICKET } from './ticket/ticket.schema';

let mongo: MongoHarness;
beforeAll(async () => {
  mongo = await MongoHarness.open();
});
afterAll(() => mongo.close());

/** Keeps passwords as they are, so that a test can tell them. */
const plainHasher = {
  hash: (password: string) => Promise.resolve(password),
  verify: (hash: string, password: string) => Promise.resolve(hash === password),
};

describeFollowUpSampleRepository('MongoFollowUpSampleRepository', async () => {
  await mongo.clear();
  return mongo.module.get(FollowUpSampleRepository);
});

describeNoticeNumbers('MongoNoticeNumbers', () => mongo.module.get(NoticeNumbers));

describeDirectory('MongoDirectory', async ({ people = [], ...office }) => {
  await mongo.clear();
  const seed = mongo.module.get(DatabaseSeed);
  await seed.office({
    departments: [],
    categories: [],
    policies: [],
    keywordRules: [],
    calendar: CALENDAR,
    ...office,
  });
  await seed.accounts(
    people.map((person) => ({ person, password: 'x' })),
    plainHasher,
  );
  return { directory: freshDirectory(), tickets: mongo.module.get(TicketRepository) };
});

/** A new one each time: its memory would carry one test into the next. */
function freshDirectory(): MongoDirectory {
  const models = [DEPARTMENT, CATEGORY, POLICY, SETTING, PERSON, TICKET, CALENDAR_VERSION];
  const parts = [...models.map((name) => mongo.connection.model(name)), mongo.module.get(OfficeShelves)];
  return new MongoDirectory(...(parts as unknown as ConstructorParameters<typeof MongoDirectory>));
}
describeAccountRepository('MongoAccountRepository', async (accounts) => {
  await mongo.clear();
  const seed = accounts.map(({ person, passwordHash }) => ({ person, password: passwordHash }));
  await mongo.module.get(DatabaseSeed).accounts(seed, plainHasher);
  return mongo.module.get(AccountRepository);
});
describeConfigurationLog('MongoConfigurationLog', async () => {
  await mongo.clear();
  return mongo.module.get(ConfigurationLog);
});
describeOfficeRepository('MongoOfficeRepository', async ({ people, ...office }) => {
  await mongo.clear();
  const seed = mongo.module.get(DatabaseSeed);
  await seed.office({ ...office, calendar: CALENDAR });
  await seed.accounts(
    people.map((person) => ({ person, password: 'x' })),
    plainHasher,
  );
  return {
    office: mongo.module.get(OfficeRepository),
    log: mongo.module.get(ConfigurationLog),
    tickets: mongo.module.get(TicketRepository),
    directory: freshDirectory(),
  };
});
describeNotificationRepository('MongoNotificationRepository', async () => {
  await mongo.clear();
  return mongo.module.get(NotificationRepository);
});
describeSessionRepository('MongoSessionRepository', async () => {
  await mongo.clear();
  return mongo.module.get(SessionRepository);
});
describeImportRepository('MongoImportRepository', async () => {
  await mongo.clear();
  return mongo.module.get(ImportRepository);
});
describeLineRepository('MongoLineRepository', async () => {
  await mongo.clear();
  return mongo.module.get(LineRepository);
});
describeAttachmentRepository('MongoAttachmentRepository', async () => {
  await mongo.clear();
  return mongo.module.get(AttachmentRepository);
});
