import { OutboxStore, TicketQueries, TicketRepository } from '@app/application';
import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { type ModelDefinition, MongooseModule } from '@nestjs/mongoose';
import { COUNTER, counterSchema } from './counter/counter.schema';
import { Counters } from './counter/counters.mongo';
import { Database } from './database/database.mongo';
import { SCHEMA_VERSION, schemaVersionSchema } from './database/schema-version.schema';
import { MongoOutboxStore } from './ticket/outbox-store.mongo';
import { MongoTicketQueries } from './ticket/ticket-queries.mongo';
import { MongoTicketRepository } from './ticket/ticket-repository.mongo';
import { TICKET, ticketSchema } from './ticket/ticket.schema';

export interface PersistenceOptions {
  readonly uri: string;
  /** Beats the database that the URI names. */
  readonly dbName?: string;
  /** Connections at most, 32 unless said otherwise. */
  readonly maxPoolSize?: number;
}

const MODELS: ModelDefinition[] = [
  { name: SCHEMA_VERSION, schema: schemaVersionSchema },
  { name: COUNTER, schema: counterSchema },
  { name: TICKET, schema: ticketSchema },
];

const PORTS = [
  { provide: TicketRepository, useClass: MongoTicketRepository },
  { provide: OutboxStore, useClass: MongoOutboxStore },
  { provide: TicketQueries, useClass: MongoTicketQueries },
];

/** Binds every storage port to MongoDB. The database is prepared before any module that imports this one starts. */
@Module({})
export class PersistenceModule implements OnModuleInit {
  constructor(private readonly database: Database) {}

  static forRoot({ uri, dbName, maxPoolSize = 32 }: PersistenceOptions): DynamicModule {
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
          retryAttempts: 5,
          retryDelay: 1_000,
        }),
        MongooseModule.forFeature(MODELS),
      ],
      providers: [Database, Counters, ...PORTS],
      exports: [Database, ...PORTS.map(({ provide }) => provide)],
    };
  }

  async onModuleInit(): Promise<void> {
    await this.database.prepare();
  }
}
