import { EventRelay, LetterSettings, MinutesReader, Notifier, WORKER_HANDLERS } from '@app/application';
import { QUEUE_NAMES } from '@app/contracts/jobs';
import { FileMinutesReader } from '@app/minutes';
import { NotificationModule } from '@app/notification';
import { Database, PersistenceModule } from '@app/persistence';
import { HealthModule, Metrics, PlatformModule, type WorkerConfig } from '@app/platform';
import { OutboxRelay, QueueModule, Queues } from '@app/queue';
import { StorageModule } from '@app/storage';
import { type DynamicModule, Module } from '@nestjs/common';
import { type DestinationStream } from 'pino';
import { CalendarApplyJob } from './jobs/calendar-apply/calendar-apply.job';
import { ImportRunJob } from './jobs/import-run/import-run.job';
import { NotificationPlanJob } from './jobs/notification-plan/notification-plan.job';
import { NotificationSendJob } from './jobs/notification-send/notification-send.job';
import { PersonReleaseDutiesJob } from './jobs/person-release-duties/person-release-duties.job';
import { SweepRunJob } from './jobs/sweep-run/sweep-run.job';
import { TicketAnnounceJob } from './jobs/ticket-announce/ticket-announce.job';
import { TicketDispatchJob } from './jobs/ticket-dispatch/ticket-dispatch.job';

/** Serves every queue: places tickets, reads minutes, sends letters, repairs what a crash left. */
@Module({})
export class WorkerModule {
  static forRoot(config: WorkerConfig, logStream?: DestinationStream): DynamicModule {
    const settings: LetterSettings = {
      publicUrl: config.PUBLIC_URL,
      messageIdDomain: new URL(config.PUBLIC_URL).hostname,
    };
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot('worker', config, logStream),
        PersistenceModule.forRoot({
          uri: config.MONGODB_URI,
          dbName: config.MONGODB_DATABASE,
          identityKeys: { keys: config.IDENTITY_KEYS, indexKey: config.IDENTITY_INDEX_KEY },
        }),
        QueueModule.forRootAsync(
          {
            inject: [Metrics],
            useFactory: (metrics: Metrics) => ({
              redisUrl: config.REDIS_URL,
              prefix: config.QUEUE_PREFIX,
              concurrency: config.WORKER_CONCURRENCY,
              onJobEnd: ({ name, outcome, seconds }) => metrics.jobEnded(name, outcome, seconds),
            }),
          },
          { serves: QUEUE_NAMES },
        ),
        NotificationModule.forRoot({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM }),
        StorageModule.forRoot({ dir: config.DATA_DIR, bucketUrl: config.BUCKET_URL }),
        HealthModule.forRootAsync({
          inject: [Database, Queues, Notifier],
          useFactory: (database: Database, queues: Queues, notifier: Notifier) => [
            { name: 'database', required: true, check: () => database.ping() },
            { name: 'redis', required: true, check: () => queues.ping() },
            { name: 'mail', required: false, check: () => notifier.check() },
          ],
        }),
      ],
      providers: [
        ...WORKER_HANDLERS,
        { provide: EventRelay, useClass: OutboxRelay },
        { provide: MinutesReader, useFactory: () => new FileMinutesReader() },
        { provide: LetterSettings, useValue: settings },
        CalendarApplyJob,
        ImportRunJob,
        NotificationPlanJob,
        NotificationSendJob,
        PersonReleaseDutiesJob,
        SweepRunJob,
        TicketAnnounceJob,
        TicketDispatchJob,
      ],
    };
  }
}
