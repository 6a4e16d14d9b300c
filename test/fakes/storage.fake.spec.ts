import { describeAccountRepository } from '../contracts/account-repository.contract';
import { describeAttachmentRepository } from '../contracts/attachment-repository.contract';
import { describeConfigurationLog } from '../contracts/configuration-log.contract';
import { describeDirectory } from '../contracts/directory.contract';
import { describeFollowUpSampleRepository } from '../contracts/follow-up-sample-repository.contract';
import { describeLineRepository } from '../contracts/line-repository.contract';
import { describeNoticeNumbers } from '../contracts/notice-numbers.contract';
import { describeOfficeRepository } from '../contracts/office-repository.contract';
import { describeNotificationRepository } from '../contracts/notification-repository.contract';
import {
  describeImportRepository,
  describeSessionRepository,
} from '../contracts/session-repository.contract';
import { FakeConfigurationLog, FakeOfficeRepository } from './configuration.fake';
import { FakeAttachmentRepository } from './attachments.fake';
import { FakeAccountRepository, FakeDirectory } from './directory.fake';
import { FakeFollowUpSampleRepository } from './follow-up.fake';
import { FakeNoticeNumbers } from './notice-numbers.fake';
import { FakeNotificationRepository } from './notifications.fake';
import { FakeImportRepository, FakeLineRepository, FakeSessionRepository } from './sessions.fake';
import { FakeTicketRepository } from './tickets.fake';

describeDirectory('FakeDirectory', (data) => {
  const tickets = new FakeTicketRepository();
  return Promise.resolve({ directory: new FakeDirectory(data, tickets.rows), tickets });
});
describeAccountRepository('FakeAccountRepository', (accounts) =>
  Promise.resolve(new FakeAccountRepository(accounts)),
);
describeConfigurationLog('FakeConfigurationLog', () => Promise.resolve(new FakeConfigurationLog()));
describeFollowUpSampleRepository('FakeFollowUpSampleRepository', () =>
  Promise.resolve(new FakeFollowUpSampleRepository()),
);
describeNoticeNumbers('FakeNoticeNumbers', () => new FakeNoticeNumbers());
describeOfficeRepository('FakeOfficeRepository', (data) => {
  const tickets = new FakeTicketRepository();
  const log = new FakeConfigurationLog();
  const directory = new FakeDirectory(data, tickets.rows);
  return Promise.resolve({ office: new FakeOfficeRepository(directory, log), log, tickets, directory });
});
describeNotificationRepository('FakeNotificationRepository', () =>
  Promise.resolve(new FakeNotificationRepository()),
);
describeSessionRepository('FakeSessionRepository', () => Promise.resolve(new FakeSessionRepository()));
describeImportRepository('FakeImportRepository', () => Promise.resolve(new FakeImportRepository()));
describeLineRepository('FakeLineRepository', () => Promise.resolve(new FakeLineRepository()));
describeAttachmentRepository('FakeAttachmentRepository', () =>
  Promise.resolve(new FakeAttachmentRepository()),
);
