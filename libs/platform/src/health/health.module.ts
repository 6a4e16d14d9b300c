import { Module, type DynamicModule, type FactoryProvider, type ModuleMetadata } from '@nestjs/common';
import { HEALTH_CHECKS, type HealthCheck, sparing } from './health-check';
import { HealthController } from './health.controller';

/**
 * `/healthz` and `/readyz`. Not by @nestjs/terminus: there a check that is reported but not required cannot be
 * told, and it speaks by throwing, which the problem filter would turn into a problem document.
 */
@Module({})
export class HealthModule {
  static forRootAsync(
    options: Pick<ModuleMetadata, 'imports'> &
      Pick<FactoryProvider<readonly HealthCheck[]>, 'inject' | 'useFactory'>,
  ): DynamicModule {
    return {
      module: HealthModule,
      imports: options.imports ?? [],
      controllers: [HealthController],
      providers: [
        {
          provide: HEALTH_CHECKS,
          inject: options.inject ?? [],
          useFactory: async (...injected: unknown[]) => (await options.useFactory(...injected)).map(sparing),
        },
      ],
    };
  }
}
