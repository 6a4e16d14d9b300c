import {
  AccountRepository,
  AttachmentRepository,
  CalendarRepository,
  ConfigurationLog,
  Directory,
  DutyQueries,
  IdentityOpeningRepository,
  IdentityVault,
  FollowUpSampleRepository,
  ImportRepository,
  LineRepository,
  LoginSessions,
  NoticeNumbers,
  NotificationRepository,
  OfficeRepository,
  OutboxStore,
  SessionRepository,
  TicketClocksQuery,
  TicketAudit,
  TicketQueries,
  TicketRepository,
} from '@app/application';
import { type DynamicModule, Module, type OnModuleInit, type Provider } from '@nestjs/common';
import { type ModelDefinition, MongooseModule } from '@nestjs/mongoose';
import { MongoTicketAudit } from './audit/ticket-audit.mongo';
import { CONFIGURATION_ENTRY, configurationEntrySchema } from './configuration/configuration-entry.schema';
import { MongoConfigurationLog } from './configuration/configuration-log.mongo';
import { MongoOfficeRepository } from './configuration/office-repository.mongo';
import { OfficeShelves } from './configuration/office-shelves.mongo';
import {
  LETTER_TEMPLATE,
  letterTemplateSchema,
  OFFICE_JOURNAL,
  officeJournalSchema,
  SERVICE_POINT,
  servicePointSchema,
} from './configuration/office.schema';
import { MongoCalendarRepository } from './calendar/calendar-repository.mongo';
import { CALENDAR, calendarSchema } from './calendar/calendar.schema';
import { MongoTicketClocksQuery } from './calendar/ticket-clocks.mongo';
import { MongoAttachmentRepository } from './attachment/attachment-repository.mongo';
import { ATTACHMENT, attachmentSchema } from './attachment/attachment.schema';
import { COUNTER, counterSchema } from './counter/counter.schema';
import { Counters } from './counter/counters.mongo';
import { MongoNoticeNumbers } from './counter/notice-numbers.mongo';
import { Database } from './database/database.mongo';
import { SCHEMA_VERSION, schemaVersionSchema } from './database/schema-version.schema';
import { MongoDirectory } from './directory/directory.mongo';
import {
  CATEGORY,
  categorySchema,
  DEPARTMENT,
  departmentSchema,
  POLICY,
  policySchema,
  SETTING,
  settingSchema,
} from './directory/directory.schema';
import {
  HIDDEN_IDENTITY,
  hiddenIdentitySchema,
  IDENTITY_OPENING,
  identityOpeningSchema,
} from './identity/identity.schema';
import { IdentityCipher, type IdentityKeys } from './identity/identity-cipher.mongo';
import { MongoIdentityOpeningRepository } from './identity/identity-opening-repository.mongo';
import { MongoIdentityVault } from './identity/identity-vault.mongo';
import { MongoFollowUpSampleRepository } from './follow-up/follow-up-sample-repository.mongo';
import { FOLLOW_UP_SAMPLE, followUpSampleSchema } from './follow-up/follow-up-sample.schema';
import { MongoImportRepository } from './import/import-repository.mongo';
import { IMPORT, importSchema } from './import/import.schema';
import { MongoLineRepository } from './line/line-repository.mongo';
import { LINE, lineSchema } from './line/line.schema';
import { LoginSessionStore } from './login-session/login-session-store.mongo';
import { LOGIN_SESSION, loginSessionSchema } from './login-session/login-session.schema';
import { MongoNotificationRepository } from './notification/notification-repository.mongo';
import { NOTIFICATION, notificationSchema } from './notification/notification.schema';
import { MongoAccountRepository } from './person/account-repository.mongo';
import { PERSON, personSchema } from './person/person.schema';
import { DatabaseSeed } from './seed/database.seed';
import { MongoSessionRepository } from './session/session-repository.mongo';
import { SESSION, sessionSchema } from './session/session.schema';
import { MongoDutyQueries } from './ticket/duty-queries.mongo';
import { MongoOutboxStore } from './ticket/outbox-store.mongo';
import { MongoTicketQueries } from './ticket/ticket-queries.mongo';
import { MongoTicketRepository } from './ticket/ticket-repository.mongo';
import { TICKET, ticketSchema } from './ticket/ticket.schema';
import { TICKET_SEARCH, ticketSearchSchema } from './ticket/ticket-search.schema';

export interface PersistenceOptions {
  readonly uri: string;
  /** Beats the database that the URI names. */
  readonly dbName?: string;
  /** Connections at most, 32 unless said otherwise. */
  readonly maxPoolSize?: number;
  /** For processes that store or open hidden identities; the others get no vault. */
  readonly identityKeys?: IdentityKeys;
}

const MODELS: ModelDefinition[] = [
  { name: SCHEMA_VERSION, schema: schemaVersionSchema },
  { name: COUNTER, schema: counterSchema },
  { name: TICKET, schema: ticketSchema },
  { name: TICKET_SEARCH, schema: ticketSearchSchema },
  { name: PERSON, schema: personSchema },
  { name: DEPARTMENT, schema: departmentSchema },
  { name: CATEGORY, schema: categorySchema },
  { name: POLICY, schema: policySchema },
  { name: SETTING, schema: settingSchema },
  { name: CALENDAR, schema: calendarSchema },
  { name: CONFIGURATION_ENTRY, schema: configurationEntrySchema },
  { name: OFFICE_JOURNAL, schema: officeJournalSchema },
  { name: SERVICE_POINT, schema: servicePointSchema },
  { name: LETTER_TEMPLATE, schema: letterTemplateSchema },
  { name: FOLLOW_UP_SAMPLE, schema: followUpSampleSchema },
  { name: NOTIFICATION, schema: notificationSchema },
  { name: SESSION, schema: sessionSchema },
  { name: IMPORT, schema: importSchema },
  { name: LINE, schema: lineSchema },
  { name: ATTACHMENT, schema: attachmentSchema },
  { name: LOGIN_SESSION, schema: loginSessionSchema },
  { name: HIDDEN_IDENTITY, schema: hiddenIdentitySchema },
  { name: IDENTITY_OPENING, schema: identityOpeningSchema },
];

const PORTS = [
  { provide: TicketRepository, useClass: MongoTicketRepository },
  { provide: OutboxStore, useClass: MongoOutboxStore },
  { provide: TicketAudit, useClass: MongoTicketAudit },
  { provide: TicketQueries, useClass: MongoTicketQueries },
  { provide: Directory, useClass: MongoDirectory },
  { provide: DutyQueries, useClass: MongoDutyQueries },
  { provide: LoginSessions, useExisting: LoginSessionStore },
  { provide: CalendarRepository, useClass: MongoCalendarRepository },
  { provide: TicketClocksQuery, useClass: MongoTicketClocksQuery },
  { provide: ConfigurationLog, useClass: MongoConfigurationLog },
  { provide: OfficeRepository, useClass: MongoOfficeRepository },
  { provide: AccountRepository, useClass: MongoAccountRepository },
  { provide: NoticeNumbers, useClass: MongoNoticeNumbers },
  { provide: NotificationRepository, useClass: MongoNotificationRepository },
  { provide: SessionRepository, useClass: MongoSessionRepository },
  { provide: FollowUpSampleRepository, useClass: MongoFollowUpSampleRepository },
  { provide: ImportRepository, useClass: MongoImportRepository },
  { provide: LineRepository, useClass: MongoLineRepository },
  { provide: AttachmentRepository, useClass: MongoAttachmentRepository },
  { provide: IdentityOpeningRepository, useClass: MongoIdentityOpeningRepository },
];

/** Binds every storage port to MongoDB. The database is prepared before any module that imports this one starts. */
@Module({})
export class PersistenceModule implements OnModuleInit {
  constructor(private readonly database: Database) {}

  static forRoot({ uri, dbName, maxPoolSize = 32, identityKeys }: PersistenceOptions): DynamicModule {
    const vault: Provider[] = identityKeys
      ? [
          { provide: IdentityCipher, useFactory: () => new IdentityCipher(identityKeys) },
          { provide: IdentityVault, useClass: MongoIdentityVault },
        ]
      : [];
    return {
      module: PersistenceModule,
      global: true,
      imports: [
        MongooseModule.forRoot(uri, {
          ...(dbName === undefined ? {} : { dbName }),
          maxPoolSize,
          autoIndex: false,
          autoCreate: false,
          bufferCommands: false,
          // A compatible server need not know retryable writes, and a repeat is ours to decide.
          retryWrites: false,
          // What was acknowledged survives the server's death.
          writeConcern: { w: 'majority', journal: true },
          ignoreUndefined: true,
          serverSelectionTimeoutMS: 3_000,
          // A link that drops packets must not hold what waits behind it.
          socketTimeoutMS: 30_000,
          waitQueueTimeoutMS: 10_000,
          retryAttempts: 5,
          retryDelay: 1_000,
        }),
        MongooseModule.forFeature(MODELS),
      ],
      providers: [Database, DatabaseSeed, LoginSessionStore, Counters, OfficeShelves, ...PORTS, ...vault],
      exports: [
        Database,
        DatabaseSeed,
        LoginSessionStore,
        ...PORTS.map(({ provide }) => provide),
        ...(identityKeys ? [IdentityVault] : []),
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    await this.database.prepare();
  }
}
