import { Controller, Get, Inject, Res } from '@nestjs/common';
import { SkipThrottle } from '@nestjs/throttler';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { HEALTH_CHECKS, readinessOf, type HealthCheck, type Readiness } from './health-check';

/** Alive and ready, for whatever starts and watches the process. */
@ApiExcludeController()
@SkipThrottle()
@Controller()
export class HealthController {
  constructor(@Inject(HEALTH_CHECKS) private readonly checks: readonly HealthCheck[]) {}

  /** 200 as long as the process answers at all. */
  @Get('healthz')
  alive(): { status: 'up' } {
    return { status: 'up' };
  }

  /** 200, or 503 while something required does not answer; each by name in both. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await readinessOf(this.checks);
    void reply.header('cache-control', 'no-store').status(readiness.status === 'up' ? 200 : 503);
    return readiness;
  }
}
