import { Clock, Ids, PasswordHasher } from '@app/application';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { PrometheusModule } from '@willsoto/nestjs-prometheus';
import { ClsModule } from 'nestjs-cls';
import { LoggerModule } from 'nestjs-pino';
import { type DestinationStream } from 'pino';
import { register } from 'prom-client';
import { type AppName, type ProcessConfig } from './config/app-config.schema';
import { CONFIG } from './config/load-config';
import { ProblemFilter } from './http/problem.filter';
import { RequestValidationPipe } from './http/request-validation.pipe';
import { createLogger } from './logging/create-logger';
import { METRIC_PROVIDERS, Metrics } from './metrics/metrics';
import { MetricsController } from './metrics/metrics.controller';
import { Argon2PasswordHasher } from './system/argon2-password-hasher';
import { SystemClock } from './system/system-clock';
import { SystemIds } from './system/system-ids';

const SYSTEM = [
  { provide: Clock, useClass: SystemClock },
  { provide: Ids, useClass: SystemIds },
  { provide: PasswordHasher, useClass: Argon2PasswordHasher },
];

/**
 * What every process stands on: its configuration under CONFIG, log, request context, metrics, problem documents,
 * validation, and the system's clock, identifiers and password hashing behind their ports.
 */
@Global()
@Module({})
export class PlatformModule {
  /** `logStream` takes the log lines instead of standard output. */
  static forRoot(app: AppName, config: ProcessConfig, logStream?: DestinationStream): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ClsModule.forRoot({ global: true }),
        // Its middleware would log URLs; request-hooks.ts writes the one line a request gets.
        LoggerModule.forRoot({ pinoHttp: { logger: createLogger(app, config, logStream) }, forRoutes: [] }),
        PrometheusModule.register({
          controller: MetricsController,
          // The registry is the process's: several apps in one process (tests) must not register these twice.
          defaultMetrics: { enabled: register.getSingleMetric('process_cpu_seconds_total') === undefined },
        }),
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        ...SYSTEM,
        ...METRIC_PROVIDERS,
        Metrics,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: RequestValidationPipe },
      ],
      exports: [CONFIG, ...SYSTEM.map(({ provide }) => provide), Metrics],
    };
  }
}
