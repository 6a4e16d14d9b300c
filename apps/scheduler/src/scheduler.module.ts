import { OutboxStore } from '@app/application';
import { Database, PersistenceModule } from '@app/persistence';
import { HealthModule, Metrics, PlatformModule, type SchedulerConfig } from '@app/platform';
import { QueueModule, Queues } from '@app/queue';
import { type DynamicModule, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { type DestinationStream } from 'pino';

/** What is waiting, counted by the one process that has nothing else to do. */
@Injectable()
class BacklogMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly queues: Queues,
    private readonly outbox: OutboxStore,
  ) {}

  onModuleInit(): void {
    this.metrics.beforeScrape(async () => {
      for (const { queue, jobs, oldestWaitingSeconds } of await this.queues.depths(new Date()))
        this.metrics.queueSeen(queue, jobs, oldestWaitingSeconds);
    });
    this.metrics.beforeScrape(async () => {
      const now = new Date();
      const [oldest] = await this.outbox.pending(now, 1);
      this.metrics.outboxSeen(oldest ? (now.getTime() - oldest.at.getTime()) / 1000 : 0);
    });
  }
}

/** Says when, never what: keeps the schedule table applied, and reports what is waiting. */
@Module({})
export class SchedulerModule {
  static forRoot(config: SchedulerConfig, logStream?: DestinationStream): DynamicModule {
    return {
      module: SchedulerModule,
      imports: [
        PlatformModule.forRoot('scheduler', config, logStream),
        PersistenceModule.forRoot({
          uri: config.MONGODB_URI,
          dbName: config.MONGODB_DATABASE,
          maxPoolSize: 4,
        }),
        QueueModule.forRootAsync(
          {
            useFactory: () => ({
              redisUrl: config.REDIS_URL,
              prefix: config.QUEUE_PREFIX,
              sweepEveryMs: config.SWEEP_EVERY_MS,
            }),
          },
          { schedules: true },
        ),
        HealthModule.forRootAsync({
          inject: [Database, Queues],
          useFactory: (database: Database, queues: Queues) => [
            { name: 'database', required: true, check: () => database.ping() },
            { name: 'redis', required: true, check: () => queues.ping() },
          ],
        }),
      ],
      providers: [BacklogMetrics],
    };
  }
}
