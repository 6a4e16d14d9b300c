import { JobPublisher, TicketFeed } from '@app/application';
import { QUEUE_NAMES } from '@app/contracts/jobs';
import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule, type FactoryProvider, type ModuleMetadata } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { type Queue } from 'bullmq';
import { BullJobPublisher } from './bull-job-publisher';
import { JobDiscovery } from './job-registry';
import { JobWorkers, SERVED_QUEUES } from './job-workers';
import { QUEUE_OPTIONS, type QueueOptions, type QueueRole } from './queue.options';
import { QUEUE_LIST, QUEUE_TOKENS, Queues } from './queues';
import { RedisConnection } from './redis-connection';
import { RedisTicketFeed } from './redis-ticket-feed';
import { ScheduleKeeper } from './schedule-keeper';

type OptionsFactory = Pick<ModuleMetadata, 'imports'> &
  Pick<FactoryProvider<QueueOptions>, 'inject' | 'useFactory'>;

/** The queues: publishing for everyone, handling and scheduling by role. */
@Module({})
export class QueueModule {
  static forRootAsync(options: OptionsFactory, role: QueueRole = {}): DynamicModule {
    const connection: DynamicModule = {
      module: QueueConnectionModule,
      imports: options.imports ?? [],
      providers: [
        { provide: QUEUE_OPTIONS, inject: options.inject ?? [], useFactory: options.useFactory },
        RedisConnection,
      ],
      exports: [QUEUE_OPTIONS, RedisConnection],
    };
    const serves = role.serves ?? [];
    return {
      module: QueueModule,
      global: true,
      imports: [
        connection,
        DiscoveryModule,
        BullModule.forRootAsync({
          imports: [connection],
          inject: [RedisConnection, QUEUE_OPTIONS],
          useFactory: ({ redis }: RedisConnection, { prefix }: QueueOptions) => ({
            connection: redis,
            prefix,
          }),
        }),
        BullModule.registerQueue(...QUEUE_NAMES.map((name) => ({ name }))),
      ],
      providers: [
        { provide: QUEUE_LIST, inject: QUEUE_TOKENS, useFactory: (...queues: Queue[]) => queues },
        Queues,
        { provide: JobPublisher, useClass: BullJobPublisher },
        { provide: TicketFeed, useClass: RedisTicketFeed },
        ...(serves.length > 0
          ? [JobDiscovery, JobWorkers, { provide: SERVED_QUEUES, useValue: serves }]
          : []),
        ...(role.schedules ? [ScheduleKeeper] : []),
      ],
      exports: [JobPublisher, Queues, TicketFeed],
    };
  }
}

@Module({})
class QueueConnectionModule {}
