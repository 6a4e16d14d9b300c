import { EventRelay, INTAKE_HANDLERS, Notifier } from '@app/application';
import { MediaModule } from '@app/media';
import { LettersModule, NotificationModule } from '@app/notification';
import { Database, PersistenceModule } from '@app/persistence';
import { HealthModule, type IntakeConfig, PlatformModule } from '@app/platform';
import { OutboxRelay, QueueModule, Queues } from '@app/queue';
import { StorageModule } from '@app/storage';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { ZodSerializerInterceptor } from 'nestjs-zod';
import { type DestinationStream } from 'pino';
import { AccessGuard } from './access/access.guard';
import { Logins } from './access/logins';
import { Routes } from './access/routes';
import { ConfigurationController } from './administration/configuration.controller';
import { ConfigurationLogController } from './administration/configuration-log.controller';
import { NotificationsController } from './administration/notifications.controller';
import { OfficeController } from './administration/office.controller';
import { PeopleAdminController } from './administration/people-admin.controller';
import { RulesController } from './administration/rules.controller';
import { TemplatesController } from './administration/templates.controller';
import { AttachmentLinks } from './attachments/attachment-links';
import { AttachmentsController } from './attachments/attachments.controller';
import { AuthController } from './auth/auth.controller';
import { CalendarController } from './calendar/calendar.controller';
import { IdentityOpeningsController } from './identity/identity-openings.controller';
import { FollowUpSamplesController } from './follow-up/follow-up-samples.controller';
import { throttlerOptions, TrackingMisses } from './limits/rate-limits';
import { LiveDoor } from './live/live-door';
import { LiveHub } from './live/live-hub';
import { LiveController } from './live/live.controller';
import { TrackingLiveController } from './live/tracking-live.controller';
import { Office } from './reference/office-names';
import { PeopleController } from './people/people.controller';
import { ReassignmentsController } from './people/reassignments.controller';
import { ProblemsController } from './reference/problems.controller';
import { ReferenceDataController } from './reference/reference-data.controller';
import { ServicePointsController } from './reference/service-points.controller';
import { ImportsController } from './sessions/imports.controller';
import { LineViews } from './sessions/line-views';
import { SessionsController } from './sessions/sessions.controller';
import { ClosingCommandsController } from './tickets/closing-commands.controller';
import { CommandIds } from './tickets/command-ids';
import { DeadlineCommandsController } from './tickets/deadline-commands.controller';
import { PlacementCommandsController } from './tickets/placement-commands.controller';
import { SubmissionController } from './tickets/submission.controller';
import { SupervisionCommandsController } from './tickets/supervision-commands.controller';
import { TicketCommandDesk } from './tickets/ticket-command-desk';
import { TicketViews } from './tickets/ticket-views';
import { TicketsController } from './tickets/tickets.controller';
import { WorkCommandsController } from './tickets/work-commands.controller';
import { TrackedTickets } from './tickets/tracked-tickets';
import { TrackingController } from './tickets/tracking.controller';

/** The HTTP door: translates requests into commands and tickets into answers, and decides nothing. */
@Module({})
export class IntakeModule {
  static forRoot(config: IntakeConfig, logStream?: DestinationStream): DynamicModule {
    return {
      module: IntakeModule,
      imports: [
        PlatformModule.forRoot('intake', config, logStream),
        PersistenceModule.forRoot({
          uri: config.MONGODB_URI,
          dbName: config.MONGODB_DATABASE,
          identityKeys: { keys: config.IDENTITY_KEYS, indexKey: config.IDENTITY_INDEX_KEY },
        }),
        QueueModule.forRootAsync({
          useFactory: () => ({ redisUrl: config.REDIS_URL, prefix: config.QUEUE_PREFIX }),
        }),
        StorageModule.forRoot({ dir: config.DATA_DIR, bucketUrl: config.BUCKET_URL }),
        MediaModule.forRoot({ clamdUrl: config.CLAMD_URL }),
        ThrottlerModule.forRootAsync({ useFactory: () => throttlerOptions(config) }),
        DiscoveryModule,
        LettersModule,
        // Intake sends nothing; it reports whether the mail server answers.
        ...(config.SMTP_URL === undefined
          ? []
          : [NotificationModule.forRoot({ smtpUrl: config.SMTP_URL, from: 'duban@localhost' })]),
        HealthModule.forRootAsync({
          inject: [Database, Queues, { token: Notifier, optional: true }],
          useFactory: (database: Database, queues: Queues, notifier: Notifier | undefined) => [
            { name: 'database', required: true, check: () => database.ping() },
            // Submissions are taken without it; the sweep publishes them later.
            { name: 'redis', required: false, check: () => queues.ping() },
            ...(notifier ? [{ name: 'mail', required: false, check: () => notifier.check() }] : []),
          ],
        }),
      ],
      controllers: [
        AuthController,
        AttachmentsController,
        SubmissionController,
        TrackingController,
        TicketsController,
        DeadlineCommandsController,
        SupervisionCommandsController,
        ClosingCommandsController,
        WorkCommandsController,
        PlacementCommandsController,
        IdentityOpeningsController,
        FollowUpSamplesController,
        SessionsController,
        ImportsController,
        RulesController,
        OfficeController,
        PeopleAdminController,
        TemplatesController,
        ConfigurationController,
        ConfigurationLogController,
        ServicePointsController,
        CalendarController,
        NotificationsController,
        LiveController,
        TrackingLiveController,
        PeopleController,
        ReassignmentsController,
        ReferenceDataController,
        ProblemsController,
      ],
      providers: [
        ...INTAKE_HANDLERS,
        { provide: EventRelay, useClass: OutboxRelay },
        // In this order: who asks, then how often.
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: ThrottlerGuard },
        { provide: APP_INTERCEPTOR, useClass: ZodSerializerInterceptor },
        Routes,
        Logins,
        LiveHub,
        LiveDoor,
        TrackingMisses,
        TrackedTickets,
        Office,
        CommandIds,
        AttachmentLinks,
        TicketViews,
        TicketCommandDesk,
        LineViews,
      ],
    };
  }
}
