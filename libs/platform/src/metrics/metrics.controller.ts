import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PrometheusController } from '@willsoto/nestjs-prometheus';
import { type FastifyReply } from 'fastify';
import { Metrics } from './metrics';

/** `GET /metrics` in the Prometheus text format; for the inside of the house, so the proxy must not pass it on. */
@ApiExcludeController()
@Controller()
export class MetricsController extends PrometheusController {
  constructor(private readonly metrics: Metrics) {
    super();
  }

  @Get()
  override async index(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    await this.metrics.collect();
    return super.index(reply);
  }
}
