import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService, type HealthCheckResult } from '@nestjs/terminus';
import { Metrics } from '../observability/metrics.js';
import { Public } from '../permissions/may.decorator.js';
import { Problem } from '../problems/problem.js';
import { Liveness } from './health.dto.js';
import { HealthService } from './health.service.js';

@ApiTags('operations')
@Controller()
@Public()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly checks: HealthService,
    private readonly metrics: Metrics,
  ) {}

  /** Ready: database, Temporal and file store answer. */
  @Get('health')
  @HealthCheck()
  async getHealth(): Promise<HealthCheckResult> {
    try {
      return await this.health.check(this.checks.all());
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      throw new Problem('notReady', { fields: failed(error.getResponse() as HealthCheckResult), cause: error });
    }
  }

  /** Alive: the process answers. */
  @Get('health/live')
  getLiveness(): Liveness {
    return { status: 'ok' };
  }

  /** Prometheus. */
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiProduces('text/plain')
  getMetrics(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}

const failed = ({ error = {} }: HealthCheckResult) => Object.fromEntries(Object.keys(error).map((name) => [name, 'Ne répond pas.']));
